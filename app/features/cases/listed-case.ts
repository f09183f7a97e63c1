import type { clockStatus } from '../../domain/clock.ts'
import type { StrandId } from '../../domain/strand.ts'

export const CASES_A_PAGE = 25

export interface ListedCase {
  caseId: string
  reference: string
  clientName: string
  workerName: string | null
  serious: boolean
  closed: boolean
  contactPossible: boolean
  receivedAt: Date
  returnedToQueueAt: Date | null
  strands: StrandId[]
  /** The soonest deadline that still runs. */
  due: { title: string; status: ReturnType<typeof clockStatus>['status']; line: string } | null
}

export interface CaseList {
  cases: ListedCase[]
  total: number
  /** The page shown: the last one, when a later one was asked for. */
  page: number
  pageCount: number
  unallocated: number
  /** A search that too many people answer to: only some of them are among the cases. */
  searchTooWide: boolean
}
