import { COMMUNICATION_NEEDS, type CommunicationNeedId } from '../../../domain/cases/communication-need.ts'
import {
  INCIDENT_TYPES,
  type IncidentTypeId,
  POLICE_STATUS,
  type PoliceStatus,
} from '../../../domain/cases/incident-type.ts'
import { type PartialDay, partialDayInWords } from '../../../domain/time/partial-day.ts'
import type { KnownFact, SavedInterview } from './saved-interview.ts'

interface KnownIncident {
  occurredOn: PartialDay | null
  occurredWhen: string
  place: string
  account: string
  injuries: string
  types: readonly IncidentTypeId[]
  policeStatus: PoliceStatus
  crimeReference: string
}

interface KnownCase {
  incidents: readonly KnownIncident[]
  needs: readonly CommunicationNeedId[]
}

/** What the case knows already, beside the section that would ask for it. */
export function knownFacts({ incidents, needs }: KnownCase): SavedInterview['known'] {
  const formats = needs.filter((need) => COMMUNICATION_NEEDS[need].kind === 'reading')
  return {
    process: factOf('The client needs papers as', [formats.map((need) => COMMUNICATION_NEEDS[need].label).join(', ')]),
    account: incidents.flatMap((incident, at) =>
      factOf(incidents.length > 1 ? `Incident ${at + 1}` : 'What the report says', [
        [incident.occurredOn ? partialDayInWords(incident.occurredOn) : '', incident.occurredWhen, incident.place]
          .filter(Boolean)
          .join(', '),
        incident.types.map((type) => INCIDENT_TYPES[type].label).join(', '),
        incident.account,
      ]),
    ),
    background: [
      ...factOf(
        'Injuries',
        incidents.map(({ injuries }) => injuries),
      ),
      ...factOf(
        'Police',
        incidents.map(({ policeStatus, crimeReference }) =>
          [policeStatus === 'not_asked' ? '' : POLICE_STATUS[policeStatus].label, crimeReference]
            .filter(Boolean)
            .join(', '),
        ),
      ),
    ],
  }
}

function factOf(heading: string, sentences: readonly string[]): KnownFact[] {
  // Two incidents may say the same, once is enough to read.
  const known = [...new Set(sentences.filter((sentence) => sentence.trim() !== ''))]
  return known.length > 0 ? [{ heading, sentences: known }] : []
}
