import { STRANDS, type StrandId } from '../../../domain/cases/strand.ts'
import { DEADLINE_RESULTS, type DeadlineFilter } from '../../../domain/standards/deadline-result.ts'
import type { ClauseId } from '../../../domain/standards/service-standard.ts'
import { href } from '../../../href.ts'

/** Which cases a list shows; the words stand in its address, but for what was searched for. */
export const CASE_QUEUES = {
  mine: { label: 'My cases' },
  team: { label: 'All open cases' },
  unallocated: { label: 'Unallocated' },
  closed: { label: 'Closed' },
  all: { label: 'Found' },
} as const satisfies Record<string, { label: string }>

export type CaseQueue = keyof typeof CASE_QUEUES

export interface CaseListQuery {
  queue: CaseQueue
  serious: boolean
  due: 'overdue' | 'today' | null
  strand: StrandId | null
  /** Cases that a number of the manager’s Today counts, open or closed. */
  deadline: DeadlineFilter | null
  /** Whose cases. */
  workerId: string | null
  /** A reference, a name or a telephone number, as typed and sent: an address is remembered, so it never holds one. */
  search: string
  /** 1-based. */
  page: number
}

/** What the address asks for; what it does not understand it leaves out. It never searches. */
export function readCaseListQuery(address: URLSearchParams, home: CaseQueue): CaseListQuery {
  const queue = address.get('queue')
  const due = address.get('due')
  const strand = address.get('strand')
  const deadline = readDeadline(address.get('deadline'))
  const worker = address.get('worker') ?? ''
  const page = Number(address.get('page') ?? '1')
  return {
    queue: deadline ? 'all' : queueOf(isIn(CASE_QUEUES, queue) ? queue : due || worker ? 'team' : home),
    serious: address.get('serious') === 'yes',
    due: due === 'overdue' || due === 'today' ? due : null,
    strand: isIn(STRANDS, strand) ? strand : null,
    deadline,
    workerId: UUID.test(worker) ? worker : null,
    search: '',
    page: Number.isSafeInteger(page) && page > 0 ? page : 1,
  }
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** Whoever looks for a name does not know whose case it is, nor whether it is still open: a search goes through all. */
export function caseSearch(typed: string, home: CaseQueue): CaseListQuery {
  const search = typed.trim().slice(0, 100)
  const plain = readCaseListQuery(new URLSearchParams(), home)
  return search ? { ...plain, queue: 'all', search } : plain
}

// The table of clauses would be in the browser’s bundle; a clause that does not exist finds no case.
const CLAUSE = /^[A-Z]\d{1,2}[a-z]?$/

/** 'R3.kept'; null for what is neither a clause nor a result. */
function readDeadline(text: string | null): DeadlineFilter | null {
  const [clause = '', result = ''] = text?.split('.') ?? []
  return CLAUSE.test(clause) && isIn(DEADLINE_RESULTS, result) ? { clause: clause as ClauseId, result } : null
}

/** Everything at once is only for a search or one number of Today. */
function queueOf(queue: CaseQueue): CaseQueue {
  return queue === 'all' ? 'team' : queue
}

function isIn<Id extends string>(vocabulary: Readonly<Record<Id, unknown>>, id: string | null): id is Id {
  return id !== null && Object.hasOwn(vocabulary, id)
}

/** Every filter of a list taken off. */
export const NO_FILTER = { deadline: null, due: null, serious: false, strand: null, workerId: null } as const

/** The address of the list with something changed; a change goes back to the first page. */
export function caseListHref(query: CaseListQuery, change: Partial<CaseListQuery> = {}, path = href('/cases')): string {
  const { queue, serious, due, strand, deadline, workerId, page } = { ...query, page: 1, ...change }
  const address = new URLSearchParams({ queue })
  if (serious) address.set('serious', 'yes')
  if (due) address.set('due', due)
  if (strand) address.set('strand', strand)
  if (deadline) address.set('deadline', `${deadline.clause}.${deadline.result}`)
  if (workerId) address.set('worker', workerId)
  if (page > 1) address.set('page', String(page))
  return `${path}?${address}`
}
