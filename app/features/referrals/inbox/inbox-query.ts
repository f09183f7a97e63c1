import type { KeyKind } from '../../../domain/lists/cursor.ts'
import type { PlaceInList } from '../../../domain/lists/list-page.ts'
import {
  type InboxLane,
  REFERRAL_STATES,
  type ReferralState,
  statesInLane,
} from '../../../domain/referrals/referral.ts'
import type { ReceivedFilter } from '../../../facts/received-referrals.server.ts'
import { href } from '../../../href.ts'
import { listOf, oneOf, rowId, yes } from '../../../ui/lists/list-query.ts'

export const INBOX_LANES = {
  to_answer: { label: 'To answer', empty: 'No referral is waiting for your answer.' },
  in_hand: { label: 'In progress', empty: 'No referrals are in progress. Accepted referrals appear here.' },
  finished: { label: 'Finished', empty: 'No referrals are finished yet.' },
} as const satisfies Record<InboxLane, { label: string; empty: string }>

/** Counting stops here, because "more than 1,000" is precise enough. */
export const COUNT_LIMIT = 1000

/** Urgent (0) or not, the due date, the urgency by risk, and the id. */
export const INBOX_KEYS = ['flag', 'instant', 'number', 'id'] as const satisfies KeyKind[]

export interface InboxQuery extends ReceivedFilter, PlaceInList {}

export function statesOf(lane: InboxLane): ReferralState[] {
  // The recipient never sees a cancelled referral: it was not sent.
  return statesInLane(lane).filter((state) => state !== 'cancelled')
}

const STATES = Object.keys(REFERRAL_STATES) as ReferralState[]

export const INBOX = listOf<InboxQuery>({
  path: href('/inbox'),
  keys: INBOX_KEYS,
  filters: {
    lane: { ...oneOf('lane', Object.keys(INBOX_LANES) as InboxLane[], 'to_answer'), isTab: true },
    state: {
      ...oneOf('state', STATES, null),
      onlyWhen: ({ lane, state }) => state !== null && statesOf(lane).includes(state),
    },
    ours: { ...yes('ours'), onlyWhen: ({ lane }) => lane === 'to_answer' },
    mine: { ...yes('mine'), onlyWhen: ({ lane }) => lane !== 'to_answer' },
    workerId: { ...rowId('worker'), onlyWhen: ({ lane }) => lane !== 'to_answer' },
    overdue: { ...yes('overdue'), onlyWhen: ({ lane }) => lane !== 'finished' },
    high: yes('high'),
  },
})
