import { isDay } from '../../../domain/time/calendar-day.ts'
import { href } from '../../../href.ts'

/** The lists of what was referred; each is one lane of the referral's states, but for the news. */
export const SENT_LISTS = {
  draft: { label: 'Not sent yet', empty: 'There are no referrals waiting to be sent.' },
  to_answer: { label: 'Waiting for an answer', empty: 'You are not waiting for an answer from another agency.' },
  in_hand: {
    label: 'In progress',
    empty: 'No other agency is working on your referrals. Accepted referrals appear here.',
  },
  news: { label: 'News to pass on', empty: 'You have passed on all news to your clients.' },
  finished: { label: 'Finished', empty: 'No referrals are finished yet.' },
} as const satisfies Record<string, { label: string; empty: string }>

export type SentList = keyof typeof SENT_LISTS

export const SENT_LIST_IDS = Object.keys(SENT_LISTS) as SentList[]

/** The newest first where it is about the past, the soonest first where something is expected. */
export function newestFirst(list: SentList): boolean {
  return list === 'finished' || list === 'news'
}

/**
 * Where a page begins: after this row, or before it. `urgentOrder` is 0 for violence or its threat; `at` is ISO 8601 to
 * the microsecond, as the database keeps it.
 */
export interface SentCursor {
  direction: 'after' | 'before'
  urgentOrder: number
  at: string
  referralId: string
}

export interface SentQuery {
  list: SentList
  toAgencyId: string | null
  mine: boolean
  /** Whose referrals: the client’s case worker here. */
  workerId: string | null
  overdue: boolean
  cursor: SentCursor | null
  /** Counted for the reader only; the cursor decides. */
  page: number
}

/** Every filter of a list taken off. */
export const NO_FILTER = { toAgencyId: null, mine: false, workerId: null, overdue: false } as const

/** Reads the address. What it does not know is left out, so that an old link still opens the list. */
export function sentQueryOf(params: URLSearchParams): SentQuery {
  const named = params.get('list') ?? ''
  const to = params.get('to') ?? ''
  const worker = params.get('worker') ?? ''
  const cursor = readCursor(params.get('after'), 'after') ?? readCursor(params.get('before'), 'before')
  const page = Number(params.get('page'))
  return {
    list: Object.hasOwn(SENT_LISTS, named) ? (named as SentList) : 'to_answer',
    toAgencyId: UUID.test(to) ? to : null,
    mine: params.get('mine') === 'yes',
    workerId: UUID.test(worker) ? worker : null,
    overdue: params.get('overdue') === 'yes',
    cursor,
    page: cursor && Number.isInteger(page) && page > 1 && page < 100_000 ? page : 1,
  }
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
const CURSOR = /^([01])_((20\d\d-\d\d-\d\d)T\d\d:\d\d:\d\d\.\d{6}Z)_([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/

function readCursor(text: string | null, direction: SentCursor['direction']): SentCursor | null {
  const [, urgentOrder = '', at = '', day = '', referralId = ''] = CURSOR.exec(text ?? '') ?? []
  if (!isDay(day) || Number.isNaN(Date.parse(at))) return null
  return { direction, urgentOrder: Number(urgentOrder), at, referralId }
}

/** The address of a list like this one, with something changed; a changed filter begins at the first page. */
export function sentHref(query: SentQuery, change: Partial<SentQuery> = {}, path = href('/sent')): string {
  const { list, toAgencyId, mine, workerId, overdue, cursor, page } = { ...query, cursor: null, page: 1, ...change }
  const params = new URLSearchParams()
  if (list !== 'to_answer') params.set('list', list)
  if (toAgencyId) params.set('to', toAgencyId)
  if (mine) params.set('mine', 'yes')
  if (workerId) params.set('worker', workerId)
  if (overdue) params.set('overdue', 'yes')
  if (cursor) params.set(cursor.direction, `${cursor.urgentOrder}_${cursor.at}_${cursor.referralId}`)
  if (cursor && page > 1) params.set('page', String(page))
  return params.size === 0 ? path : `${path}?${params}`
}
