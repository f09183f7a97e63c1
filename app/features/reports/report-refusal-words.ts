import type { RecordIncidentRefusal } from './record-incident.server.ts'
import type { TakeReportRefusal } from './take-report.server.ts'

type Said = Exclude<TakeReportRefusal | RecordIncidentRefusal, { kind: 'not-found' }> | { kind: 'already-done' }

/** A refusal beside the field it is about, with how to mend it; the field '' is the form as a whole. */
export const REPORT_REFUSALS: Readonly<Record<Said['kind'], { field: string; message: string }>> = {
  'received-in-the-future': { field: 'receivedAt', message: 'Received cannot lie ahead: check the day and the time' },
  'received-too-long-ago': {
    field: 'receivedAt',
    message: 'A report more than two years old is not taken as a new one: check the year',
  },
  'backdated-without-reason': { field: 'backdatedReason', message: 'Say why it is written down later than received' },
  'received-before-the-case': {
    field: 'receivedAt',
    message: 'This came in before the case was opened: check the day, or open a case of its own',
  },
  'strand-not-offered': { field: 'strands', message: 'Choose from the strands that are offered' },
  'primary-strand-not-among': { field: 'primaryStrand', message: 'Choose one of the strands you ticked' },
  'occurred-in-the-future': { field: 'occurredOn', message: 'The day it happened cannot lie ahead' },
  'perhaps-known': { field: 'samePerson', message: 'Say whether this is somebody you know already' },
  'case-closed': { field: '', message: 'That case is closed. Open a new case for this person' },
  'already-done': {
    field: '',
    message: 'This was saved before you changed it. Look for the case in the list of cases',
  },
}
