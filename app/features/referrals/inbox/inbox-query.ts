import { type InboxLane, type ReferralState, statesInLane } from '../../../domain/referrals/referral.ts'
import type { ReceivedFilter } from '../../../facts/received-referrals.server.ts'
import { href } from '../../../href.ts'

export const INBOX_LANES = {
  to_answer: { label: 'To answer', empty: 'No referral is waiting for your answer.' },
  in_hand: { label: 'In progress', empty: 'No referrals are in progress. Accepted referrals appear here.' },
  finished: { label: 'Finished', empty: 'No referrals are finished yet.' },
} as const satisfies Record<InboxLane, { label: string; empty: string }>

export const PAGE_SIZE = 25

/** Counting stops here: "more than 1,000" is all that anybody needs to know. */
export const COUNT_LIMIT = 1000

/** Where a page begins: after this row, or before it. The instant is ISO 8601 to the microsecond, as the database keeps it. */
export interface Cursor {
  direction: 'after' | 'before'
  /** 0 for violence or its threat, 1 for any other. */
  urgentOrder: number
  dueAt: string
  urgency: number
  referralId: string
}

export interface InboxQuery extends ReceivedFilter {
  cursor: Cursor | null
  /** Counted for the reader only; the cursor decides. */
  page: number
}

/** Every filter of a lane taken off. */
export const NO_FILTER = { state: null, ours: false, mine: false, workerId: null, overdue: false, high: false } as const

/** The states a lane's filter offers. */
export function statesOf(lane: InboxLane): ReferralState[] {
  // A referral that was cancelled was never sent.
  return statesInLane(lane).filter((state) => state !== 'cancelled')
}

/** Reads the address. What it does not know is left out, so that an old link still opens the list. */
export function inboxQueryOf(params: URLSearchParams): InboxQuery {
  const named = params.get('lane') ?? ''
  const lane: InboxLane = Object.hasOwn(INBOX_LANES, named) ? (named as InboxLane) : 'to_answer'
  const cursor = readCursor(params.get('after'), 'after') ?? readCursor(params.get('before'), 'before')
  const worker = params.get('worker') ?? ''
  const page = Number(params.get('page'))
  return {
    lane,
    state: statesOf(lane).find((state) => state === params.get('state')) ?? null,
    ours: lane === 'to_answer' && params.get('ours') === 'yes',
    mine: lane !== 'to_answer' && params.get('mine') === 'yes',
    workerId: lane !== 'to_answer' && UUID.test(worker) ? worker : null,
    overdue: lane !== 'finished' && params.get('overdue') === 'yes',
    high: params.get('high') === 'yes',
    cursor,
    page: cursor && Number.isInteger(page) && page > 1 && page < 100_000 ? page : 1,
  }
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
const CURSOR =
  /^([01])_((20\d\d-\d\d-\d\d)T\d\d:\d\d:\d\d\.\d{6}Z)_(\d{1,4})_([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/

/** Null for what is not a place in a list. */
export function readCursor(text: string | null, direction: Cursor['direction']): Cursor | null {
  const [, urgentOrder = '', dueAt = '', day = '', urgency = '', referralId = ''] = CURSOR.exec(text ?? '') ?? []
  const instant = Date.parse(dueAt)
  // A day that is in no calendar, such as 31 February, would be read as a later one.
  if (Number.isNaN(instant) || new Date(instant).toISOString().slice(0, 10) !== day) return null
  return { direction, urgentOrder: Number(urgentOrder), dueAt, urgency: Number(urgency), referralId }
}

export function cursorText(row: Omit<Cursor, 'direction'>): string {
  return `${row.urgentOrder}_${row.dueAt}_${row.urgency}_${row.referralId}`
}

/** The address of a list like this one, with something changed; a changed filter begins at the first page. */
export function inboxHref(query: InboxQuery, change: Partial<InboxQuery> = {}, path = href('/inbox')): string {
  const { lane, state, ours, mine, workerId, overdue, high, cursor, page } = {
    ...query,
    cursor: null,
    page: 1,
    ...change,
  }
  const params = new URLSearchParams()
  if (lane !== 'to_answer') params.set('lane', lane)
  if (state) params.set('state', state)
  if (ours) params.set('ours', 'yes')
  if (mine) params.set('mine', 'yes')
  if (workerId) params.set('worker', workerId)
  if (overdue) params.set('overdue', 'yes')
  if (high) params.set('high', 'yes')
  if (cursor) params.set(cursor.direction, cursorText(cursor))
  if (cursor && page > 1) params.set('page', String(page))
  return params.size === 0 ? path : `${path}?${params}`
}
