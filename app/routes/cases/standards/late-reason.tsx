import { randomUUID } from 'node:crypto'
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { notFound, orNotFound, requireCasework, uuidParam } from '../../../access/require.server.ts'
import { LATE_REASONS } from '../../../domain/cases/case-reason.ts'
import { CaseFormPage } from '../../../features/casework/file/case-form-page.tsx'
import { openCase } from '../../../features/casework/file/read-case.server.ts'
import { CASE_REFUSALS } from '../../../features/casework/refusal-words.server.ts'
import { giveLateReason, lateReasonInput } from '../../../features/casework/standards/give-late-reason.server.ts'
import { ReasonForm } from '../../../features/casework/standards/reason-form.tsx'
import { formAction } from '../../../forms/form-action.server.ts'
import { EMPTY_FORM } from '../../../forms/form-state.ts'
import { href } from '../../../href.ts'
import { documentTitle } from '../../../ui/layout/document-title.ts'

export const meta: MetaFunction = () => [{ title: documentTitle('Say why it is late') }]

export async function loader(args: LoaderFunctionArgs) {
  const { actor, now } = await requireCasework(args)
  const clockId = uuidParam(args.params.clockId)
  const page = await openCase({ actor, now }, uuidParam(args.params.caseId), async (_tx, { clocks }) => {
    const clock = orNotFound(clocks.find((each) => each.clockId === clockId))
    if (!clock.actions.includes('explain-lateness')) throw notFound()
    return { clock }
  })
  const { view, part } = orNotFound(page)
  return { view, clock: part.clock, idempotencyKey: randomUUID() }
}

export const action = formAction({
  who: requireCasework,
  params: ['caseId', 'clockId'],
  input: lateReasonInput,
  run: giveLateReason,
  next: ({ caseId }) => href('/cases/:caseId', { caseId }, { done: 'late' }),
  refusals: CASE_REFUSALS,
})

export default function LateReasonPage() {
  const { view, clock, idempotencyKey } = useLoaderData<typeof loader>()
  const form = useActionData<typeof action>()?.form ?? EMPTY_FORM
  return (
    <CaseFormPage caseId={view.caseId} reference={view.reference} title="Say why it is late">
      <p className="govuk-body">
        <strong>{clock.title}.</strong> {clock.line}. {clock.why}
      </p>
      <p className="govuk-body">
        The reason is shown beside the standard. It does not change whether the standard was kept.
      </p>
      <ReasonForm
        form={form}
        idempotencyKey={idempotencyKey}
        question="Why was it late?"
        reasons={LATE_REASONS}
        noteLabel="In a few words"
        button="Save the reason"
      />
    </CaseFormPage>
  )
}
