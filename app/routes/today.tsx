import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { requireActor } from '../access/session.server.ts'
import { readFirstDay } from '../features/agencies/read-first-day.server.ts'
import { AwarenessToday } from '../features/awareness/awareness-today.tsx'
import { InvitationsSection } from '../features/awareness/invitations/invitations-section.tsx'
import { readAwarenessPart } from '../features/awareness/read-awareness-part.server.ts'
import { AdministratorToday } from '../features/today/administrator-today.tsx'
import { CaseworkToday } from '../features/today/casework-today.tsx'
import { ManagerToday } from '../features/today/manager-today.tsx'
import { PartnershipToday } from '../features/today/partnership-today.tsx'
import { readToday } from '../features/today/read-today.server.ts'
import { documentTitle } from '../ui/layout/document-title.ts'
import { PageTitle } from '../ui/layout/page-title.tsx'
import { SetupChecklist } from '../ui/setup-checklist.tsx'
import { londonDay, sayFullDay } from '../ui/time/say-time.ts'

export const meta: MetaFunction = () => [{ title: documentTitle('Today') }]

export async function loader(args: LoaderFunctionArgs) {
  const { actor, now } = await requireActor(args)
  const [today, awareness, firstDay] = await Promise.all([
    readToday({ actor, now }, new URL(args.request.url).searchParams.get('show') === 'everything'),
    readAwarenessPart({ actor, now }),
    readFirstDay({ actor }),
  ])
  return { now: now.toISOString(), ...today, ...awareness, firstDay }
}

export default function TodayPage() {
  const data = useLoaderData<typeof loader>()
  return (
    <>
      <PageTitle caption={sayFullDay(londonDay(data.now))}>Today</PageTitle>
      {data.firstDay ? <SetupChecklist {...data.firstDay} /> : null}
      <TodayOf {...data} />
    </>
  )
}

function TodayOf(data: ReturnType<typeof useLoaderData<typeof loader>>) {
  switch (data.page) {
    case 'casework':
      return <CaseworkToday {...data} />
    case 'manager':
      return (
        <>
          <ManagerToday {...data} />
          <InvitationsSection invitations={data.invitations} now={data.now} />
        </>
      )
    case 'administrator':
      return <AdministratorToday {...data} />
    default:
      return (
        <>
          {data.awareness ? <AwarenessToday today={data.awareness} now={data.now} /> : null}
          <PartnershipToday {...data} />
        </>
      )
  }
}
