import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { orNotFound, requireCasework, uuidParam } from '../../../access/require.server.ts'
import { CaseHeading } from '../../../features/casework/file/case-heading.tsx'
import { openCase } from '../../../features/casework/file/read-case.server.ts'
import { DeliveriesTable } from '../../../features/papers/deliveries-table.tsx'
import { PapersDone } from '../../../features/papers/papers-done.tsx'
import { PapersList } from '../../../features/papers/papers-list.tsx'
import { readPapersPart } from '../../../features/papers/read-papers-page.server.ts'
import { NOT_MADE_WORDS } from '../../../features/papers/refusal-words.server.ts'
import { SendByNote } from '../../../features/papers/send-by-note.tsx'
import { documentTitle } from '../../../ui/layout/document-title.ts'
import { ownEntry } from '../../../ui/own-entry.ts'
import { WarningText } from '../../../ui/warning-text.tsx'

export const meta: MetaFunction = () => [{ title: documentTitle('Papers') }]

export async function loader(args: LoaderFunctionArgs) {
  const { actor, now } = await requireCasework(args)
  const page = await openCase({ actor, now }, uuidParam(args.params.caseId), (tx, view) =>
    readPapersPart(tx, actor, view),
  )
  const asked = new URL(args.request.url).searchParams
  const problem = ownEntry(NOT_MADE_WORDS, asked.get('problem')) ?? ''
  return { ...orNotFound(page), now, problem, code: asked.get('done') }
}

export default function Papers() {
  const { view, part, now, problem, code } = useLoaderData<typeof loader>()
  const { caseId } = view
  return (
    <>
      <PapersDone code={code} />
      <CaseHeading view={view} current="casework" />
      <h2 className="govuk-heading-m">Papers</h2>
      {problem ? <WarningText>{problem}</WarningText> : null}
      <SendByNote due={part.acknowledgement} now={now} />
      <p className="govuk-body">Give a paper only in a way that the client said is safe.</p>
      {part.needs.length > 0 ? <p className="govuk-body">The client needs {part.needs.join(' or ')}.</p> : null}
      {part.language ? (
        <p className="govuk-body">The client’s language is {part.language}. Papers exist in English only.</p>
      ) : null}
      <PapersList caseId={caseId} papers={part.papers} now={now} />
      {part.deliveries.length > 0 ? <DeliveriesTable caseId={caseId} rows={part.deliveries} now={now} /> : null}
    </>
  )
}
