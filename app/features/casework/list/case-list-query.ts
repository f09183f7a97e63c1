import { STRANDS, type StrandId } from '../../../domain/cases/strand.ts'
import type { KeyKind } from '../../../domain/lists/cursor.ts'
import type { PlaceInList } from '../../../domain/lists/list-page.ts'
import { RISK_LEVELS, type RiskLevel } from '../../../domain/risk/risk-level.ts'
import { DEADLINE_RESULTS, type DeadlineFilter } from '../../../domain/standards/deadline-result.ts'
import type { ClauseId } from '../../../domain/standards/service-standard.ts'
import { href } from '../../../href.ts'
import { listOf, oneOf, rowId, yes } from '../../../ui/lists/list-query.ts'

/** The tabs of the list. Their ids are in the address; search text never is. */
export const CASE_QUEUES = {
  mine: { label: 'My cases' },
  team: { label: 'All open cases' },
  unallocated: { label: 'Unallocated' },
  closed: { label: 'Closed' },
  all: { label: 'Found' },
} as const satisfies Record<string, { label: string }>

export type CaseQueue = keyof typeof CASE_QUEUES

interface CaseFilters extends PlaceInList {
  /** Null for the tab that the list opens with. */
  queue: CaseQueue | null
  serious: boolean
  due: 'overdue' | 'today' | null
  risk: RiskLevel | null
  strand: StrandId | null
  /** Cases behind a number on the manager’s Today, open or closed. */
  deadline: DeadlineFilter | null
  /** The case worker. */
  workerId: string | null
}

export interface CaseListQuery extends CaseFilters {
  queue: CaseQueue
  /** A reference, name or telephone number. Browsers remember addresses, so it is never in one. */
  search: string
}

/** Urgent (0) or not, the soonest running deadline, the time of receipt, and the id. */
export const CASE_KEYS = ['flag', 'optional-instant', 'instant', 'id'] as const satisfies KeyKind[]

const QUEUES = Object.keys(CASE_QUEUES) as CaseQueue[]

export const CASES = listOf<CaseFilters>({
  path: href('/cases'),
  keys: CASE_KEYS,
  isNumbered: true,
  filters: {
    queue: { ...oneOf('queue', QUEUES, null), isTab: true },
    serious: yes('serious'),
    due: oneOf('due', ['overdue', 'today'], null),
    risk: oneOf('risk', Object.keys(RISK_LEVELS) as RiskLevel[], null),
    strand: oneOf('strand', Object.keys(STRANDS) as StrandId[], null),
    deadline: {
      param: 'deadline',
      none: null,
      read: readDeadline,
      write: (deadline) => (deadline ? `${deadline.clause}.${deadline.result}` : ''),
    },
    workerId: rowId('worker'),
  },
})

/** The filters in the address. Search text is never in it. */
export function readCaseListQuery(address: URLSearchParams, home: CaseQueue): CaseListQuery {
  const query = CASES.read(address)
  const { queue, deadline, due, workerId } = query
  // Only a search, or a number on Today, may list open and closed cases together.
  const open = queue === 'all' ? 'team' : queue
  return { ...query, queue: deadline ? 'all' : (open ?? (due || workerId ? 'team' : home)), search: '' }
}

/** A search goes through all cases: the person does not know the case worker, or whether the case is still open. */
export function caseSearch(typed: string, home: CaseQueue): CaseListQuery {
  const search = typed.trim().slice(0, 100)
  const plain = readCaseListQuery(new URLSearchParams(), home)
  return search ? { ...plain, queue: 'all', search } : plain
}

/** 'R3.kept'; null if it has no valid clause or result. */
function readDeadline(text: string): DeadlineFilter | null {
  const [clause = '', result = ''] = text.split('.')
  // Checks the form only, to keep the table of clauses out of the browser; an unknown clause finds no case.
  if (!/^[A-Z]\d{1,2}[a-z]?$/.test(clause) || !Object.hasOwn(DEADLINE_RESULTS, result)) return null
  return { clause: clause as ClauseId, result: result as DeadlineFilter['result'] }
}
