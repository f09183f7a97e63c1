import type { AlreadyDone } from '../../../db/once.ts'
import type { RefusalTable } from '../../forms/refusal-table.server.ts'
import type { ChangeDetailsRefusal } from './changes/change-details.server.ts'
import type { RecordIncidentRefusal } from './changes/record-incident.server.ts'
import type { TakeReportRefusal } from './take-report.server.ts'

export type ReportRefusal =
  | TakeReportRefusal
  | RecordIncidentRefusal
  | ChangeDetailsRefusal
  | { kind: 'not-found' }
  | AlreadyDone

export const REPORT_REFUSALS: RefusalTable<ReportRefusal> = {
  'received-in-the-future': { field: 'receivedAt', message: 'The date and time must not be in the future' },
  'received-too-long-ago': {
    field: 'receivedAt',
    message: 'Check the year: you cannot take a report received more than two years ago',
  },
  'backdated-without-reason': {
    field: 'backdatedReason',
    message: 'Enter why you are recording this later than you received it',
  },
  'received-before-the-case': {
    field: 'receivedAt',
    message: 'This is before the case was opened. Check the day, or open a new case for this report',
  },
  'strand-not-offered': { field: 'strands', message: 'Choose from the strands listed' },
  'primary-strand-not-among': { field: 'primaryStrand', message: 'Choose one of the strands you ticked' },
  'occurred-in-the-future': { field: 'occurredOn', message: 'The date must be today or earlier' },
  'postcode-unknown': {
    field: 'postcode',
    message: 'This postcode is not in the partnership’s area. Check it, or leave it empty and choose the ward',
  },
  'perhaps-known': { field: 'samePerson', message: 'Say whether you already have a case for this person' },
  'changed-since': {
    message:
      'A colleague changed this case while you were typing. Your words are still here. Check what changed, then save again',
  },
  'name-missing': { field: 'clientName', message: 'Enter the name the client wants to be called by' },
  'reach-missing': {
    field: 'phone',
    message: 'Enter at least one way to reach the client: a phone number, e-mail, address or trusted person',
  },
  'case-closed': { message: 'That case is closed. Open a new case for this person' },
  'already-done': {
    message: 'This report was already saved, before your last changes. Look for the case in the list of cases',
  },
  'casework-not-started': ({ field, message }) => ({ field, message }),
}
