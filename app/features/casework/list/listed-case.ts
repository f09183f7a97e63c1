import type { StrandId } from '../../../domain/cases/strand.ts'
import type { ListPage } from '../../../domain/lists/list-page.ts'
import type { RiskLevel } from '../../../domain/risk/risk-level.ts'
import type { clockStatus } from '../../../domain/standards/clock.ts'

/** The progress of a case, from its records. */
export const LISTED_STAGES = {
  new: 'New',
  to_contact: 'Not reached yet',
  in_contact: 'Client reached',
  referred: 'Referred',
  closed: 'Closed',
} as const satisfies Record<string, string>

export type ListedStage = keyof typeof LISTED_STAGES

export interface ListedCase {
  caseId: string
  reference: string
  clientName: string
  workerName: string | null
  serious: boolean
  risk: RiskLevel
  safeTimes: string
  stage: ListedStage
  contactPossible: boolean
  receivedAt: Date
  returnedToQueueAt: Date | null
  /** What the reader may do if the case has no case worker. */
  allocation: 'allocate' | 'take' | null
  strands: StrandId[]
  due: { title: string; status: ReturnType<typeof clockStatus>['status']; line: string } | null
}

export interface CaseList extends ListPage<ListedCase> {
  /** Whether there are more cases than were counted. */
  more: boolean
  unallocated: number
  /** Whether the search matches too many people, so that only some of their cases are listed. */
  searchTooWide: boolean
  /** Whether no name matches as typed and the cases are of people with similar names. */
  onlySimilar: boolean
  /** Case workers for the filter, if the reader may allocate. */
  workers: { staffId: string; name: string }[]
}
