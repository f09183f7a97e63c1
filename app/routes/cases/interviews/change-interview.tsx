import { randomUUID } from 'node:crypto'
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { orNotFound, requireCasework, uuidParam } from '../../../access/require.server.ts'
import { appointmentProblems } from '../../../domain/interview/interview.ts'
import { CaseFormPage } from '../../../features/casework/file/case-form-page.tsx'
import { openCase } from '../../../features/casework/file/read-case.server.ts'
import { ARRANGE_CHOICES } from '../../../features/interview/arrange/arrange-choices.server.ts'
import { changeInterview, changeInterviewInput } from '../../../features/interview/arrange/change-interview.server.ts'
import { findAppointment } from '../../../features/interview/arrange/find-appointment.server.ts'
import { ChangeForm } from '../../../features/interview/arrange/interview-form.tsx'
import { INTERVIEW_REFUSALS } from '../../../features/interview/refusal-words.server.ts'
import { formAction } from '../../../forms/form-action.server.ts'
import { filledWith } from '../../../forms/form-state.ts'
import { href } from '../../../href.ts'
import { documentTitle } from '../../../ui/layout/document-title.ts'

export const meta: MetaFunction = () => [{ title: documentTitle('Change an interview') }]

export async function loader(args: LoaderFunctionArgs) {
  const reading = await requireCasework(args)
  const interviewId = uuidParam(args.params.interviewId)
  const page = await openCase(reading, uuidParam(args.params.caseId), async (tx, { caseId }) =>
    orNotFound(await findAppointment(tx, reading.actor, { caseId, interviewId })),
  )
  return { ...orNotFound(page), choices: ARRANGE_CHOICES, idempotencyKey: randomUUID() }
}

export const action = formAction({
  who: requireCasework,
  params: ['caseId', 'interviewId'],
  input: changeInterviewInput,
  check: (sound) => appointmentProblems(sound),
  run: changeInterview,
  next: ({ caseId, interviewId }) =>
    href('/cases/:caseId/interviews/:interviewId', { caseId, interviewId }, { done: 'changed' }),
  refusals: INTERVIEW_REFUSALS,
})

export default function ChangeInterview() {
  const { view, part, choices, idempotencyKey } = useLoaderData<typeof loader>()
  const form = useActionData<typeof action>()?.form ?? filledWith(part.values)
  return (
    <CaseFormPage caseId={view.caseId} reference={view.reference} title="Change the interview">
      <ChangeForm form={form} idempotencyKey={idempotencyKey} choices={choices} seenVersion={part.seenVersion} />
    </CaseFormPage>
  )
}
