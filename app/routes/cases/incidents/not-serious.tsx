import { randomUUID } from 'node:crypto'
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { orNotFound, requireCasework, requireMay, uuidParam } from '../../../access/require.server.ts'
import { LOWERED_REASONS } from '../../../domain/cases/case-reason.ts'
import { CaseFormPage } from '../../../features/casework/file/case-form-page.tsx'
import { openCase } from '../../../features/casework/file/read-case.server.ts'
import { ReasonForm } from '../../../features/casework/standards/reason-form.tsx'
import { changeSeriousness, lowerSeriousInput } from '../../../features/intake/changes/change-seriousness.server.ts'
import { SERIOUSNESS_REFUSALS } from '../../../features/intake/changes/refusal-words.server.ts'
import { formAction } from '../../../forms/form-action.server.ts'
import { EMPTY_FORM } from '../../../forms/form-state.ts'
import { href } from '../../../href.ts'
import { documentTitle } from '../../../ui/layout/document-title.ts'

export const meta: MetaFunction = () => [{ title: documentTitle('Remove the “serious” mark') }]

export async function loader(args: LoaderFunctionArgs) {
  const { actor, now } = await requireCasework(args)
  const page = await openCase({ actor, now }, uuidParam(args.params.caseId), async (_tx, view) => {
    requireMay(actor, 'lowerSeriousness', 'caseFile', view)
    return {}
  })
  return { ...orNotFound(page), idempotencyKey: randomUUID() }
}

export const action = formAction({
  who: requireCasework,
  params: ['caseId'],
  input: lowerSeriousInput,
  run: (asker, sent) => changeSeriousness(asker, { ...sent, serious: false }),
  next: ({ caseId }) => href('/cases/:caseId', { caseId }, { done: 'not-serious' }),
  refusals: SERIOUSNESS_REFUSALS,
})

export default function TakeBackSerious() {
  const { view, idempotencyKey } = useLoaderData<typeof loader>()
  const form = useActionData<typeof action>()?.form ?? EMPTY_FORM
  return (
    <CaseFormPage caseId={view.caseId} reference={view.reference} title="Remove the “serious” mark">
      <p className="govuk-body">
        Contact is then due within two working days of the report. The mark and your reason stay on the timeline.
      </p>
      <ReasonForm
        form={form}
        idempotencyKey={idempotencyKey}
        question="Why is it not serious?"
        reasons={LOWERED_REASONS}
        noteLabel="What you found out"
        button="Remove the mark"
      />
    </CaseFormPage>
  )
}
