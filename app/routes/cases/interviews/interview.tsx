import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { orNotFound, requireCasework, uuidParam } from '../../../access/require.server.ts'
import { CaseHeading } from '../../../features/casework/file/case-heading.tsx'
import { openCase } from '../../../features/casework/file/read-case.server.ts'
import { InterviewDone } from '../../../features/interview/interview-done.tsx'
import { InterviewPage } from '../../../features/interview/interview-page.tsx'
import { readInterview } from '../../../features/interview/read-interview.server.ts'
import { documentTitle } from '../../../ui/layout/document-title.ts'

export const meta: MetaFunction = () => [{ title: documentTitle('Interview') }]

export async function loader(args: LoaderFunctionArgs) {
  const reading = await requireCasework(args)
  const interviewId = uuidParam(args.params.interviewId)
  const page = await openCase(reading, uuidParam(args.params.caseId), async (tx, { caseId, worker, alternative }) => {
    const people = { worker: worker?.name ?? '', alternative: alternative?.name ?? '' }
    return { interview: orNotFound(await readInterview(tx, reading, { caseId, interviewId }, people)) }
  })
  const done = new URL(args.request.url).searchParams.get('done') ?? ''
  return { ...orNotFound(page), now: reading.now.toISOString(), done }
}

export default function Interview() {
  const { view, part, now, done } = useLoaderData<typeof loader>()
  return (
    <>
      <InterviewDone done={done} interview={part.interview} caseId={view.caseId} />
      <CaseHeading view={view} current="casework" />
      <InterviewPage caseId={view.caseId} interview={part.interview} now={now} />
    </>
  )
}
