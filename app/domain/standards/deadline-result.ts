import type { ClauseId } from './service-standard.ts'

/** The results of the deadlines of the last seven days: the columns of the manager's table, and a filter of cases. */
export const DEADLINE_RESULTS = {
  kept: { label: 'Kept' },
  late: { label: 'Kept late' },
  overdue: { label: 'Overdue' },
} as const satisfies Record<string, { label: string }>

export type DeadlineResult = keyof typeof DEADLINE_RESULTS

/** Cases in which a deadline of this clause fell due in the last seven days, with this result. */
export interface DeadlineFilter {
  clause: ClauseId
  result: DeadlineResult
}
