import { STRANDS, type StrandId } from '../../../domain/cases/strand.ts'
import type { KeyKind } from '../../../domain/lists/cursor.ts'
import type { PlaceInList } from '../../../domain/lists/list-page.ts'
import { DEADLINE_RESULTS, type DeadlineFilter } from '../../../domain/standards/deadline-result.ts'
import type { ClauseId } from '../../../domain/standards/service-standard.ts'
import { href } from '../../../href.ts'
import { listOf, oneOf, rowId, yes } from '../../../ui/lists/list-query.ts'

/** Which cases a list shows; the words stand in its address, but for what was searched for. */
export const CASE_QUEUES = {
  mine: { label: 'My cases' },
  team: { label: 'All open cases' },
  unallocated: { label: 'Unallocated' },
  closed: { label: 'Closed' },
  all: { label: 'Found' },
} as const satisfies Record<string, { label: string }>

export type CaseQueue = keyof typeof CASE_QUEUES

interface CaseFilters extends PlaceInList {
  /** Null: the one that the list opens with. */
  queue: CaseQueue | null
  serious: boolean
  due: 'overdue' | 'today' | null
  strand: StrandId | null
  /** Cases that a number of the manager’s Today counts, open or closed. */
  deadline: DeadlineFilter | null
  /** Whose cases. */
  workerId: string | null
}

export interface CaseListQuery extends CaseFilters {
  queue: CaseQueue
  /** A reference, a name or a telephone number, as typed and sent: an address is remembered, so it never holds one. */
  search: string
}

/** Urgent (0) or not, the soonest deadline if one runs, when it was received, and its id. */
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

/** What the address asks for. It never searches. */
export function readCaseListQuery(address: URLSearchParams, home: CaseQueue): CaseListQuery {
  const query = CASES.read(address)
  const { queue, deadline, due, workerId } = query
  // Everything at once is only for a search or one number of Today.
  const open = queue === 'all' ? 'team' : queue
  return { ...query, queue: deadline ? 'all' : (open ?? (due || workerId ? 'team' : home)), search: '' }
}

/** Whoever looks for a name does not know whose case it is, nor whether it is still open: a search goes through all. */
export function caseSearch(typed: string, home: CaseQueue): CaseListQuery {
  const search = typed.trim().slice(0, 100)
  const plain = readCaseListQuery(new URLSearchParams(), home)
  return search ? { ...plain, queue: 'all', search } : plain
}

/** 'R3.kept'; null for what is neither a clause nor a result. */
function readDeadline(text: string): DeadlineFilter | null {
  const [clause = '', result = ''] = text.split('.')
  // The table of clauses would be in the browser’s bundle; a clause that does not exist finds no case.
  if (!/^[A-Z]\d{1,2}[a-z]?$/.test(clause) || !Object.hasOwn(DEADLINE_RESULTS, result)) return null
  return { clause: clause as ClauseId, result: result as DeadlineFilter['result'] }
}
