import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { orNotFound, requireCasework, uuidParam } from '../../access/require.server.ts'
import { CaseDone } from '../../features/casework/file/case-done.tsx'
import { CaseHeading } from '../../features/casework/file/case-heading.tsx'
import { CaseOverview } from '../../features/casework/file/case-overview.tsx'
import { CaseTimeline } from '../../features/casework/file/case-timeline.tsx'
import { LookalikeHint } from '../../features/casework/file/lookalike-hint.tsx'
import { openCase } from '../../features/casework/file/read-case.server.ts'
import { readCaseTimeline } from '../../features/casework/file/read-case-timeline.server.ts'
import { listLookalikes } from '../../features/intake/read-lookalikes.server.ts'
import { documentTitle } from '../../ui/layout/document-title.ts'

export const meta: MetaFunction = () => [{ title: documentTitle('Case') }]

export async function loader(args: LoaderFunctionArgs) {
  const { actor, now } = await requireCasework(args)
  const address = new URL(args.request.url).searchParams
  const page = await openCase({ actor, now }, uuidParam(args.params.caseId), async (tx, view) => {
    const known = { clientName: view.client.name, phone: view.client.safeContact.phone, exceptCaseId: view.caseId }
    const [timeline, lookalikes] = await Promise.all([
      readCaseTimeline(tx, { actor, now }, view, address),
      listLookalikes(tx, { actor }, known),
    ])
    return { ...timeline, lookalikes }
  })
  return { ...orNotFound(page), done: address.get('done'), now }
}

export default function CasePage() {
  const { view, part, done, now } = useLoaderData<typeof loader>()
  const { account, lookalikes, groups, shown, happenings, nextBefore } = part
  return (
    <>
      <CaseDone code={done} view={view} />
      <CaseHeading view={view} current="timeline" />
      <LookalikeHint lookalikes={lookalikes} />
      <CaseOverview view={view} account={account} nextStep={view.next} tasks={view.unsent} now={now} />
      <CaseTimeline
        caseId={view.caseId}
        groups={groups}
        shown={shown}
        happenings={happenings}
        nextBefore={nextBefore}
        now={now}
      />
    </>
  )
}
