import { STRANDS } from '../../../domain/cases/strand.ts'
import { londonDayOf, londonTimeOf } from '../../../domain/time/calendar-day.ts'
import { LISTED_STAGES, type ListedCase } from './listed-case.ts'

export const CASE_EXPORT_HEADER = [
  'Case',
  'Client',
  'Violence or threat',
  'Safe hours',
  'Next action',
  'Due',
  'Stage',
  'Case worker',
  'Strands',
  'Received',
]

/** A row of the list as the cells of a spreadsheet, said as on the page; instants as London wall time. */
export function caseAsCells(listed: ListedCase): string[] {
  const { reference, clientName, serious, safeTimes, due, workerName, returnedToQueueAt, stage } = listed
  const { strands, receivedAt } = listed
  return [
    reference,
    clientName || 'Name not given',
    serious ? 'yes' : 'no',
    safeTimes,
    due?.title ?? '',
    due?.line ?? '',
    LISTED_STAGES[stage],
    workerName ?? (returnedToQueueAt ? 'Worker left' : 'Unallocated'),
    strands.map((id) => STRANDS[id].short).join(', '),
    `${londonDayOf(receivedAt)} ${londonTimeOf(receivedAt)}`,
  ]
}
