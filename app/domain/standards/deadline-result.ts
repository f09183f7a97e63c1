import type { ClauseId } from './service-standard.ts'

/** Results of the last seven days' deadlines: the columns of the manager's table, and a filter of cases. */
export const DEADLINE_RESULTS = {
  kept: { label: 'Kept' },
  late: { label: 'Kept late' },
  overdue: { label: 'Overdue' },
} as const satisfies Record<string, { label: string }>

export type DeadlineResult = keyof typeof DEADLINE_RESULTS

/** Cases with a deadline of this clause in the last seven days, and this result. */
export interface DeadlineFilter {
  clause: ClauseId
  result: DeadlineResult
}
