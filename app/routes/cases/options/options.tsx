import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { orNotFound, requireCasework, uuidParam } from '../../../access/require.server.ts'
import { CaseHeading } from '../../../features/casework/file/case-heading.tsx'
import { openCase } from '../../../features/casework/file/read-case.server.ts'
import { OptionCard } from '../../../features/options/option-card.tsx'
import { readOptionsPage } from '../../../features/options/read-options-page.server.ts'
import { documentTitle } from '../../../ui/layout/document-title.ts'
import { NotificationBanner } from '../../../ui/layout/notification-banner.tsx'
import { ownEntry } from '../../../ui/own-entry.ts'

export const meta: MetaFunction = () => [{ title: documentTitle('Five options') }]

const DONE: Readonly<Record<string, string>> = {
  answered: 'You recorded what the client says.',
  requested: 'You requested the measures. They stay open here until they are done.',
  done: 'You recorded that the measure is done.',
  cancelled: 'You cancelled the measure.',
}

export async function loader(args: LoaderFunctionArgs) {
  const { actor, now } = await requireCasework(args)
  const caseId = uuidParam(args.params.caseId)
  const page = await openCase({ actor, now }, caseId, (tx) => readOptionsPage(tx, actor, caseId))
  const said = ownEntry(DONE, new URL(args.request.url).searchParams.get('done')) ?? null
  return { ...orNotFound(page), said, now }
}

export default function Options() {
  const { view, part, said, now } = useLoaderData<typeof loader>()
  return (
    <>
      {said ? <NotificationBanner heading={said} /> : null}
      <CaseHeading view={view} current="casework" />
      <h2 className="govuk-heading-m">Five options</h2>
      <p className="govuk-body">
        Tell the client about all five, and record what the client says about each. The client can change an answer at
        any time.
      </p>
      <p className="govuk-body">
        {part.complete ? 'All five options are discussed.' : `${part.answered} of 5 discussed.`}
      </p>
      {part.cards.map((card) => (
        <OptionCard key={card.option} caseId={view.caseId} card={card} now={now} />
      ))}
    </>
  )
}
