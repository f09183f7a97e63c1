import { randomUUID } from 'node:crypto'
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { orNotFound, requireCasework, uuidParam } from '../../../access/require.server.ts'
import { missingOfEnd } from '../../../domain/options/measure.ts'
import { openCase } from '../../../features/casework/file/read-case.server.ts'
import { endMeasure, endMeasureInput } from '../../../features/options/end-measure.server.ts'
import { EndMeasureForm, MeasureFacts } from '../../../features/options/measure-forms.tsx'
import { OptionFormPage } from '../../../features/options/option-form-page.tsx'
import { readMeasure } from '../../../features/options/read-measure.server.ts'
import { OPTION_REFUSALS } from '../../../features/options/refusal-words.server.ts'
import { formAction } from '../../../forms/form-action.server.ts'
import { EMPTY_FORM } from '../../../forms/form-state.ts'
import { href } from '../../../href.ts'
import { documentTitle } from '../../../ui/layout/document-title.ts'
import { NotificationBanner } from '../../../ui/layout/notification-banner.tsx'

export const meta: MetaFunction = () => [{ title: documentTitle('A measure for a safer home') }]

export async function loader(args: LoaderFunctionArgs) {
  const { actor, now } = await requireCasework(args)
  const [caseId, measureId] = [uuidParam(args.params.caseId), uuidParam(args.params.measureId)]
  const page = orNotFound(
    await openCase({ actor, now }, caseId, async (tx) => ({
      measure: await readMeasure(tx, actor, caseId, measureId),
    })),
  )
  return { view: page.view, measure: orNotFound(page.part.measure), idempotencyKey: randomUUID(), now }
}

export const action = formAction({
  who: requireCasework,
  params: ['caseId', 'measureId'],
  input: endMeasureInput,
  check: missingOfEnd,
  run: endMeasure,
  next: ({ caseId }, { result }) => href('/cases/:caseId/options', { caseId }, { done: result }),
  refusals: OPTION_REFUSALS,
})

export default function MeasurePage() {
  const { view, measure, idempotencyKey, now } = useLoaderData<typeof loader>()
  const form = useActionData<typeof action>()?.form ?? EMPTY_FORM
  const isOpen = measure.state === 'open'
  return (
    <OptionFormPage caseId={view.caseId} reference={view.reference} title={measure.label}>
      {form.errors.length > 0 && !isOpen ? (
        <NotificationBanner kind="news" heading={form.errors[0]?.message ?? ''} />
      ) : null}
      <MeasureFacts measure={measure} now={now} />
      {isOpen ? <EndMeasureForm form={form} measure={measure} idempotencyKey={idempotencyKey} /> : null}
    </OptionFormPage>
  )
}
