import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { permissionsOf } from '../../access/ability.ts'
import { requireBusinessWith } from '../../access/require.server.ts'
import { EventFilter } from '../../features/awareness/event-filter.tsx'
import { EventTable } from '../../features/awareness/event-table.tsx'
import { EVENTS } from '../../features/awareness/events-query.ts'
import { listEvents } from '../../features/awareness/read-events.server.ts'
import { href } from '../../href.ts'
import { ButtonLink } from '../../ui/button.tsx'
import { documentTitle } from '../../ui/layout/document-title.ts'
import { PageTitle } from '../../ui/layout/page-title.tsx'
import { ListPager } from '../../ui/lists/list-pager.tsx'
import { TextLink } from '../../ui/text-link.tsx'

export const meta: MetaFunction = () => [{ title: documentTitle('Awareness work') }]

export async function loader(args: LoaderFunctionArgs) {
  const { actor, now } = await requireBusinessWith(args, 'awarenessEvent')
  const query = EVENTS.read(new URL(args.request.url).searchParams)
  const mayMakeCalendar = permissionsOf(actor).mayEver('insert', 'calendarFeed')
  return { page: await listEvents({ actor, now }, query), query, mayMakeCalendar, now: now.toISOString() }
}

export default function Awareness() {
  const { page, query, mayMakeCalendar, now } = useLoaderData<typeof loader>()
  const noun =
    query.state === 'planned' ? { one: 'upcoming event', many: 'upcoming events' } : { one: 'event', many: 'events' }
  return (
    <>
      <PageTitle caption="All agencies">Awareness work</PageTitle>
      {page.mayPlan ? <ButtonLink href={href('/awareness/new')}>Plan awareness work</ButtonLink> : null}
      <EventFilter query={query} />
      <EventTable events={page.rows} query={query} now={now} />
      <ListPager list={EVENTS} query={query} page={page} noun={noun} />
      {mayMakeCalendar ? (
        <p className="govuk-body">
          <TextLink href={href('/awareness/calendar')}>Show our events in your calendar</TextLink>
        </p>
      ) : null}
    </>
  )
}
