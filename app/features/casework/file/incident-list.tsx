import {
  INCIDENT_TYPES,
  type IncidentTypeId,
  type LocationType,
  POLICE_STATUS,
  type PoliceStatus,
  placeInWords,
} from '../../../domain/cases/incident-type.ts'
import { REPORT_CHANNELS, REPORTER_ROLES, type ReportChannel, type ReporterRole } from '../../../domain/cases/report.ts'
import { PERCEIVED_BY, type PerceivedBy, STRANDS, type StrandId } from '../../../domain/cases/strand.ts'
import { href } from '../../../href.ts'
import { ButtonLink } from '../../../ui/button.tsx'
import { SummaryList } from '../../../ui/lists/summary-list.tsx'
import { TextLink } from '../../../ui/text-link.tsx'
import { Day, Instant } from '../../../ui/time/time.tsx'

interface ShownIncident {
  incidentId: string
  occurredOn: string | null
  occurredWhen: string
  ongoing: boolean
  locationType: LocationType
  place: string
  ward: string
  knownPlace: string | null
  account: string
  strands: StrandId[]
  primaryStrand: StrandId
  perceivedBy: PerceivedBy[]
  types: IncidentTypeId[]
  violence: boolean
  injuries: string
  policeStatus: PoliceStatus
  crimeReference: string
  furtherReport: FurtherReport | null
  recordedAt: Date
}

/** The report of an incident that came after the case was opened. */
interface FurtherReport {
  receivedAt: string
  backdatedReason: string
  channel: ReportChannel
  reporterRole: ReporterRole
  reporter: { name: string; organisation: string; relationship: string; contact: string } | null
}

interface IncidentListProps {
  caseId: string
  incidents: readonly ShownIncident[]
  open: boolean
  now: Date
}

/** The incidents, each in the reporter's words, latest first. */
export function IncidentList({ caseId, incidents, open, now }: IncidentListProps) {
  return (
    <>
      {open ? (
        <ButtonLink href={href('/cases/:caseId/incidents/new', { caseId })}>Add a further incident</ButtonLink>
      ) : null}
      {incidents.map((incident) => (
        <section key={incident.incidentId}>
          <h2 className="govuk-heading-m">
            {incident.occurredOn ? <Day on={incident.occurredOn} now={now} /> : 'Date not known'}
          </h2>
          <p className="govuk-body accord-own-words">{incident.account}</p>
          <p className="govuk-body">
            <TextLink
              href={href('/cases/:caseId/incidents/:incidentId/edit', { caseId, incidentId: incident.incidentId })}
              about="of this incident"
            >
              Correct or complete the facts
            </TextLink>
          </p>
          <Facts incident={incident} now={now} />
        </section>
      ))}
    </>
  )
}

function Facts({ incident, now }: { incident: ShownIncident; now: Date }) {
  const { strands, primaryStrand, types, perceivedBy, place, ward, occurredWhen, crimeReference } = incident
  const first = strands.length > 1 ? ` (main one: ${STRANDS[primaryStrand].short})` : ''
  const where = placeInWords(incident.locationType, place, ward)
  const police = [POLICE_STATUS[incident.policeStatus].label, crimeReference].filter(Boolean).join(', ')
  return (
    <SummaryList
      rows={[
        { key: 'Felt to be hate because of', value: listed(strands.map((id) => STRANDS[id].label)) + first },
        { key: 'Who feels that it was hate', value: listed(perceivedBy.map((id) => PERCEIVED_BY[id].label)) },
        { key: 'Violence or threat of violence', value: incident.violence ? 'Yes' : 'No' },
        { key: 'Kind', value: listed(types.map((id) => INCIDENT_TYPES[id].label)) || null },
        {
          key: 'When',
          value: [occurredWhen, incident.ongoing ? 'still going on' : ''].filter(Boolean).join(', ') || null,
        },
        { key: 'Where', value: where },
        ...(incident.knownPlace ? [{ key: 'Place', value: incident.knownPlace }] : []),
        { key: 'Injuries or damage', value: incident.injuries || null },
        { key: 'Police', value: police },
        ...(incident.furtherReport ? reportRows(incident.furtherReport, now) : []),
        { key: 'Recorded', value: <Instant at={incident.recordedAt} now={now} /> },
      ]}
    />
  )
}

/** Who reported it and how, as the people of the case show for the first report. */
function reportRows({ receivedAt, backdatedReason, channel, reporterRole, reporter }: FurtherReport, now: Date) {
  const told = [reporter?.name, reporter?.organisation, reporter?.relationship, reporter?.contact].filter(Boolean)
  return [
    { key: 'Reported by', value: [REPORTER_ROLES[reporterRole].label, ...told].join(', ') },
    { key: 'How', value: REPORT_CHANNELS[channel].label },
    { key: 'Received', value: <Instant at={new Date(receivedAt)} now={now} /> },
    ...(backdatedReason ? [{ key: 'Recorded later because', value: backdatedReason }] : []),
  ]
}

function listed(words: readonly string[]): string {
  return words.join('; ')
}
