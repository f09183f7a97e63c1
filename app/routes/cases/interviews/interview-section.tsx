import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { orNotFound, requireCasework, uuidParam } from '../../../access/require.server.ts'
import { openCase } from '../../../features/casework/file/read-case.server.ts'
import { KnownFactsOfCase } from '../../../features/interview/known-facts-of-case.tsx'
import { INTERVIEW_REFUSALS } from '../../../features/interview/refusal-words.server.ts'
import { SavedAnswers } from '../../../features/interview/saved-answers.tsx'
import { interviewSectionInput } from '../../../features/interview/sections/interview-pages.server.ts'
import { readSection } from '../../../features/interview/sections/read-section.server.ts'
import { saveSection } from '../../../features/interview/sections/save-section.server.ts'
import { formAction } from '../../../forms/form-action.server.ts'
import { PageOfForm } from '../../../forms/multi-page/page-of-form.tsx'
import { href } from '../../../href.ts'
import { documentTitle } from '../../../ui/layout/document-title.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: documentTitle(data?.part.title ?? 'Interview') },
]

export async function loader(args: LoaderFunctionArgs) {
  const reading = await requireCasework(args)
  const interviewId = uuidParam(args.params.interviewId)
  const page = await openCase(reading, uuidParam(args.params.caseId), async (tx, { caseId }) =>
    orNotFound(await readSection(tx, reading, { caseId, interviewId }, args.params.section)),
  )
  return orNotFound(page)
}

export const action = formAction({
  who: requireCasework,
  params: ['caseId', 'interviewId'],
  input: interviewSectionInput,
  run: saveSection,
  next: ({ caseId, interviewId }) =>
    href('/cases/:caseId/interviews/:interviewId', { caseId, interviewId }, { done: 'section' }),
  refusals: INTERVIEW_REFUSALS,
  shows: (refusal) => ({ savedNow: refusal?.kind === 'section-changed-since' ? refusal.saved : null }),
})

export default function InterviewSectionPage() {
  const { view, part } = useLoaderData<typeof loader>()
  const { interviewId, section, known, ...shown } = part
  const answer = useActionData<typeof action>()
  const list = href('/cases/:caseId/interviews/:interviewId', { caseId: view.caseId, interviewId })
  return (
    <PageOfForm
      {...shown}
      draftOf={{ form: 'interview', subject: interviewId, page: section }}
      caption={`Interview with ${view.client.name || 'the client'}`}
      list={{ href: list, title: 'The interview' }}
      answer={answer?.form}
    >
      {answer?.savedNow ? (
        <>
          <h2 className="govuk-heading-s">What is saved now</h2>
          <SavedAnswers answers={answer.savedNow} />
        </>
      ) : null}
      <KnownFactsOfCase facts={known} />
    </PageOfForm>
  )
}
