import { randomUUID } from 'node:crypto'
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { orNotFound, requireCasework, uuidParam } from '../../../access/require.server.ts'
import { CANCEL_REASONS } from '../../../domain/interview/interview-place.ts'
import { CaseFormPage } from '../../../features/casework/file/case-form-page.tsx'
import { openCase } from '../../../features/casework/file/read-case.server.ts'
import { ReasonForm } from '../../../features/casework/standards/reason-form.tsx'
import { cancelInterview, cancelInterviewInput } from '../../../features/interview/arrange/cancel-interview.server.ts'
import { findAppointment } from '../../../features/interview/arrange/find-appointment.server.ts'
import { INTERVIEW_REFUSALS } from '../../../features/interview/refusal-words.server.ts'
import { formAction } from '../../../forms/form-action.server.ts'
import { EMPTY_FORM } from '../../../forms/form-state.ts'
import { href } from '../../../href.ts'
import { documentTitle } from '../../../ui/layout/document-title.ts'
import { Instant } from '../../../ui/time/time.tsx'

export const meta: MetaFunction = () => [{ title: documentTitle('Cancel an interview') }]

export async function loader(args: LoaderFunctionArgs) {
  const reading = await requireCasework(args)
  const interviewId = uuidParam(args.params.interviewId)
  const page = await openCase(reading, uuidParam(args.params.caseId), async (tx, { caseId }) =>
    orNotFound(await findAppointment(tx, reading.actor, { caseId, interviewId })),
  )
  return { ...orNotFound(page), now: reading.now.toISOString(), idempotencyKey: randomUUID() }
}

export const action = formAction({
  who: requireCasework,
  params: ['caseId', 'interviewId'],
  input: cancelInterviewInput,
  run: cancelInterview,
  next: ({ caseId, interviewId }) =>
    href('/cases/:caseId/interviews/:interviewId', { caseId, interviewId }, { done: 'cancelled' }),
  refusals: INTERVIEW_REFUSALS,
})

export default function CancelInterview() {
  const { view, part, now, idempotencyKey } = useLoaderData<typeof loader>()
  const form = useActionData<typeof action>()?.form ?? EMPTY_FORM
  return (
    <CaseFormPage caseId={view.caseId} reference={view.reference} title="Cancel the interview">
      <p className="govuk-body">
        The interview is <Instant at={part.startsAt} now={now} />. What is saved of it stays in the case.
      </p>
      <ReasonForm
        form={form}
        idempotencyKey={idempotencyKey}
        question="Why is it cancelled?"
        reasons={CANCEL_REASONS}
        button="Cancel the interview"
      />
    </CaseFormPage>
  )
}
