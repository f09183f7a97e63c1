import { SummaryList } from '../../ui/lists/summary-list.tsx'
import { Day, Instant } from '../../ui/time/time.tsx'
import type { EventShown } from './read-event.server.ts'

export function EventFacts({ event, now }: { event: EventShown; now: string }) {
  const { kind, heldOn, startsAt, endsAt, venue, ward, strands, audience, languages, materials, state } = event
  return (
    <SummaryList
      rows={[
        { key: 'Kind', value: kind },
        {
          key: 'Day',
          value: (
            <>
              <Day on={heldOn} now={now} />
              {startsAt ? ` at ${startsAt}` : ''}
              {endsAt ? ` to ${endsAt}` : ''}
            </>
          ),
        },
        { key: 'Where', value: venue },
        { key: 'Ward', value: ward || 'The whole city' },
        { key: 'Strands', value: strands.join(' · ') || 'All' },
        { key: 'Audience', value: audience || null },
        { key: 'Languages', value: languages || null },
        { key: state === 'held' ? 'Materials given' : 'Materials', value: materials || null },
        { key: 'Attendance', value: event.attendance },
        { key: 'Follow-up', value: event.followUp || null },
        {
          key: 'Planned by',
          value: (
            <>
              {event.plannedByName}, {event.agencyName}, <Instant at={event.plannedAt} now={now} />
            </>
          ),
        },
      ]}
    />
  )
}
