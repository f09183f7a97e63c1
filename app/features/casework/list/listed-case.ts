import type { StrandId } from '../../../domain/cases/strand.ts'
import type { ListPage } from '../../../domain/lists/list-page.ts'
import type { clockStatus } from '../../../domain/standards/clock.ts'

/** How far a case is, from what is recorded in it. */
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
  /** When it is safe to call the client, in the client’s words. */
  safeTimes: string
  stage: ListedStage
  contactPossible: boolean
  receivedAt: Date
  returnedToQueueAt: Date | null
  /** What the reader may do about who has it, if it has nobody. */
  allocation: 'allocate' | 'take' | null
  strands: StrandId[]
  /** The soonest deadline that still runs. */
  due: { title: string; status: ReturnType<typeof clockStatus>['status']; line: string } | null
}

export interface CaseList extends ListPage<ListedCase> {
  /** There are more than are counted. */
  more: boolean
  unallocated: number
  /** A search that too many people answer to: only some of them are among the cases. */
  searchTooWide: boolean
  /** No client has a name as it was typed; these sound like it. */
  onlySimilar: boolean
  /** The people of the agency, for the filter of who may allocate. */
  workers: { staffId: string; name: string }[]
}
