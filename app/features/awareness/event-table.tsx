import { href } from '../../href.ts'
import { EmptyList } from '../../ui/lists/empty-list.tsx'
import { type ListColumn, ListTable } from '../../ui/lists/list-table.tsx'
import { Tag } from '../../ui/tag.tsx'
import { TextLink } from '../../ui/text-link.tsx'
import { Day } from '../../ui/time/time.tsx'
import { EVENT_LISTS, EVENTS, type EventsQuery } from './events-query.ts'
import type { EventListed } from './read-events.server.ts'

interface EventTableProps {
  events: EventListed[]
  query: EventsQuery
  now: string
}

export function EventTable({ events, query, now }: EventTableProps) {
  const { label, empty } = EVENT_LISTS[query.state]
  if (events.length === 0) {
    const filtered = 'No events match these filters. Remove a filter to see more.'
    return <EmptyList list={EVENTS} query={query} filtered={filtered} empty={empty} />
  }
  const columns = columnsOf(now).filter(({ key }) => key !== 'attendance' || query.state === 'held')
  return <ListTable caption={label} captionHidden columns={columns} rows={events} rowKey={({ eventId }) => eventId} />
}

function columnsOf(now: string): ListColumn<EventListed>[] {
  return [
    { key: 'title', header: 'What', rowHeading: true, cell: (event) => <EventTitle event={event} /> },
    {
      key: 'day',
      header: 'When',
      value: ({ heldOn, startsAt }) => `${heldOn} ${startsAt}`,
      cell: ({ heldOn, startsAt }) => (
        <>
          <Day on={heldOn} now={now} />
          {startsAt ? ` at ${startsAt}` : ''}
        </>
      ),
    },
    { key: 'where', header: 'Where', cell: ({ venue, ward }) => (ward ? `${venue}, ${ward}` : venue) },
    {
      key: 'who',
      header: 'Who',
      cell: ({ agencyName, partners }) =>
        partners > 0 ? `${agencyName} and ${partners === 1 ? 'one other' : `${partners} others`}` : agencyName,
    },
    { key: 'attendance', header: 'Attendance', numeric: true, cell: ({ attendance }) => attendance ?? 'Not recorded' },
  ]
}

function EventTitle({ event: { eventId, title, kind, toRecord } }: { event: EventListed }) {
  return (
    <>
      <TextLink href={href('/awareness/:eventId', { eventId })}>{title}</TextLink>
      <br />
      <span className="govuk-body-s">{kind}</span>
      {toRecord ? (
        <>
          {' '}
          <Tag colour="orange">To be recorded</Tag>
        </>
      ) : null}
    </>
  )
}
