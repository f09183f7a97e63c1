import { randomUUID } from 'node:crypto'
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { orNotFound, requireCasework, uuidParam } from '../../../access/require.server.ts'
import { MEASURES } from '../../../domain/options/measure.ts'
import { openCase } from '../../../features/casework/file/read-case.server.ts'
import { RequestMeasuresForm } from '../../../features/options/measure-forms.tsx'
import { OptionFormPage } from '../../../features/options/option-form-page.tsx'
import { OPTION_REFUSALS } from '../../../features/options/refusal-words.server.ts'
import { requestMeasures, requestMeasuresInput } from '../../../features/options/request-measures.server.ts'
import { clientWishErrors } from '../../../forms/client-wish-entries.server.ts'
import { formAction } from '../../../forms/form-action.server.ts'
import { EMPTY_FORM } from '../../../forms/form-state.ts'
import { href } from '../../../href.ts'
import { documentTitle } from '../../../ui/layout/document-title.ts'

export const meta: MetaFunction = () => [{ title: documentTitle('Request measures') }]

export async function loader(args: LoaderFunctionArgs) {
  const { actor, now } = await requireCasework(args)
  const page = await openCase({ actor, now }, uuidParam(args.params.caseId), async () => ({}))
  const kinds = Object.entries(MEASURES).map(([value, { label }]) => ({ value, label }))
  return { ...orNotFound(page), kinds, idempotencyKey: randomUUID() }
}

export const action = formAction({
  who: requireCasework,
  params: ['caseId'],
  input: requestMeasuresInput,
  check: clientWishErrors,
  run: requestMeasures,
  next: ({ caseId }) => href('/cases/:caseId/options', { caseId }, { done: 'requested' }),
  refusals: OPTION_REFUSALS,
})

export default function NewMeasures() {
  const { view, kinds, idempotencyKey } = useLoaderData<typeof loader>()
  const form = useActionData<typeof action>()?.form ?? EMPTY_FORM
  return (
    <OptionFormPage caseId={view.caseId} reference={view.reference} title="Request measures for a safer home">
      <RequestMeasuresForm form={form} kinds={kinds} idempotencyKey={idempotencyKey} />
    </OptionFormPage>
  )
}
