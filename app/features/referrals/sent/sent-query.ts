import type { KeyKind } from '../../../domain/lists/cursor.ts'
import type { PlaceInList } from '../../../domain/lists/list-page.ts'
import { href } from '../../../href.ts'
import { listOf, oneOf, rowId, yes } from '../../../ui/lists/list-query.ts'

/** The lists of sent referrals: one for each lane of states, and one for news. */
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

/** Lists about the past show the newest first, the others the soonest due first. */
export function newestFirst(list: SentList): boolean {
  return list === 'finished' || list === 'news'
}

/** Urgent (0) or not, the due date or the time of the news, and the id. */
export const SENT_KEYS = ['flag', 'instant', 'id'] as const satisfies KeyKind[]

/** Counting stops here, because "more than 1,000" is precise enough. */
export const COUNT_LIMIT = 1000

export interface SentQuery extends PlaceInList {
  list: SentList
  toAgencyId: string | null
  mine: boolean
  /** Whose referrals: the client’s case worker here. */
  workerId: string | null
  overdue: boolean
}

export const SENT = listOf<SentQuery>({
  path: href('/sent'),
  keys: SENT_KEYS,
  filters: {
    list: { ...oneOf('list', SENT_LIST_IDS, 'to_answer'), isTab: true },
    toAgencyId: rowId('to'),
    mine: yes('mine'),
    workerId: rowId('worker'),
    overdue: yes('overdue'),
  },
})
