import { INCIDENT_TYPES, POLICE_STATUS, placeInWords } from '../../../domain/cases/incident-type.ts'
import type { IncidentShared } from '../../../domain/referrals/referral-package.ts'
import { SummaryList } from '../../../ui/lists/summary-list.tsx'
import { sayPartialDay } from '../../../ui/time/say-time.ts'

/** Facts of incidents only: no account, and no place that would give away a held-back address. */
export function SharedIncidents({
  incidents,
  headingLevel,
}: {
  incidents: readonly IncidentShared[]
  headingLevel: 2 | 3
}) {
  const Heading = `h${headingLevel}` as const
  const numbered = incidents.map((incident, position) => ({ incident, number: position + 1 }))
  return numbered.map(({ incident, number }) => (
    <section key={number}>
      <Heading className="govuk-heading-s">
        {incidents.length === 1 ? 'The incident' : `Incident ${number} of ${incidents.length}`}
      </Heading>
      <SummaryList
        rows={[
          { key: 'When', value: whenOf(incident) },
          { key: 'Where', value: placeInWords(incident.locationType, incident.place) },
          { key: 'What kind', value: incident.types.map((id) => INCIDENT_TYPES[id].label).join('; ') || null },
          { key: 'Violence or threat', value: incident.violence ? 'Yes' : 'No' },
          { key: 'Injuries', value: incident.injuries || null },
          { key: 'Police', value: policeOf(incident) },
        ]}
      />
    </section>
  ))
}

function whenOf({ occurredOn, occurredWhen, ongoing }: IncidentShared): string {
  const parts = [occurredOn ? sayPartialDay(occurredOn) : '', occurredWhen, ongoing ? 'still going on' : '']
  return parts.filter(Boolean).join(', ') || 'Not known'
}

function policeOf({ policeStatus, crimeReference }: IncidentShared): string {
  return [POLICE_STATUS[policeStatus].label, crimeReference].filter(Boolean).join(', ')
}
