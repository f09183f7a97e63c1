import type { CsvColumn } from '../../../access/export/download-list.server.ts'
import { STRANDS } from '../../../domain/cases/strand.ts'
import { RISK_LEVELS } from '../../../domain/risk/risk-level.ts'
import { londonDayOf, londonTimeOf } from '../../../domain/time/calendar-day.ts'
import { LISTED_STAGES, type ListedCase } from './listed-case.ts'

/** The columns of the exported list, in the words of the page; instants as London time. */
export const CASE_COLUMNS: CsvColumn<ListedCase>[] = [
  { header: 'Case', cell: ({ reference }) => reference },
  { header: 'Client', cell: ({ clientName }) => clientName || 'Name not given' },
  { header: 'Violence or threat', cell: ({ serious }) => (serious ? 'yes' : 'no') },
  { header: 'Risk', cell: ({ risk }) => RISK_LEVELS[risk].label },
  { header: 'Safe times', cell: ({ safeTimes }) => safeTimes },
  { header: 'Next action', cell: ({ due }) => due?.title ?? '' },
  { header: 'Due', cell: ({ due }) => due?.line ?? '' },
  { header: 'Stage', cell: ({ stage }) => LISTED_STAGES[stage] },
  {
    header: 'Case worker',
    cell: ({ workerName, returnedToQueueAt }) => workerName ?? (returnedToQueueAt ? 'Worker left' : 'Unallocated'),
  },
  { header: 'Strands', cell: ({ strands }) => strands.map((id) => STRANDS[id].short).join(', ') },
  { header: 'Received', cell: ({ receivedAt }) => `${londonDayOf(receivedAt)} ${londonTimeOf(receivedAt)}` },
]
