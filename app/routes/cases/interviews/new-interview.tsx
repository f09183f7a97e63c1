import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { notFound, orNotFound, requireCasework, uuidParam } from '../../../access/require.server.ts'
import { appointmentProblems } from '../../../domain/interview/interview.ts'
import { CaseFormPage } from '../../../features/casework/file/case-form-page.tsx'
import { ClientCard } from '../../../features/casework/file/client-card.tsx'
import { openCase } from '../../../features/casework/file/read-case.server.ts'
import { arrangeInterviewInput } from '../../../features/interview/arrange/arrange-entries.server.ts'
import { arrangeInterview } from '../../../features/interview/arrange/arrange-interview.server.ts'
import { BeforeArranging } from '../../../features/interview/arrange/before-arranging.tsx'
import { ArrangeForm } from '../../../features/interview/arrange/interview-form.tsx'
import { readArrangePage } from '../../../features/interview/arrange/read-arrange-page.server.ts'
import { INTERVIEW_REFUSALS } from '../../../features/interview/refusal-words.server.ts'
import { formAction } from '../../../forms/form-action.server.ts'
import { EMPTY_FORM, filledWith } from '../../../forms/form-state.ts'
import { KeptDraft } from '../../../forms/kept-draft.tsx'
import { href } from '../../../href.ts'
import { documentTitle } from '../../../ui/layout/document-title.ts'

export const meta: MetaFunction = () => [{ title: documentTitle('Arrange the interview') }]

export async function loader(args: LoaderFunctionArgs) {
  const reading = await requireCasework(args)
  const page = await openCase(reading, uuidParam(args.params.caseId), async (tx, view) => {
    if (view.contactability !== 'possible' || view.stage === 'closed') throw notFound()
    return readArrangePage(tx, reading, view)
  })
  return orNotFound(page)
}

export const action = formAction({
  who: requireCasework,
  params: ['caseId'],
  input: arrangeInterviewInput,
  check: (sound) => appointmentProblems(sound),
  run: arrangeInterview,
  next: ({ caseId }, { interviewId }) =>
    href('/cases/:caseId/interviews/:interviewId', { caseId, interviewId }, { done: 'arranged' }),
  refusals: INTERVIEW_REFUSALS,
})

export default function NewInterview() {
  const { view, part } = useLoaderData<typeof loader>()
  const { draft, now } = part
  const answer = useActionData<typeof action>()
  const form = answer?.form ?? (draft ? filledWith(draft.fields) : EMPTY_FORM)
  return (
    <CaseFormPage caseId={view.caseId} reference={view.reference} title="Arrange the interview">
      {draft && !answer ? (
        <KeptDraft of={{ form: 'arrange-interview', subject: view.caseId }} savedAt={draft.savedAt} now={now} />
      ) : null}
      <ClientCard client={view.client} />
      <BeforeArranging caseId={view.caseId} toBook={part.toBook} interviews={part.interviews} now={now} />
      <ArrangeForm
        key={draft?.savedAt.getTime() ?? 'fresh'}
        caseId={view.caseId}
        form={form}
        idempotencyKey={part.idempotencyKey}
        choices={part.choices}
      />
    </CaseFormPage>
  )
}
