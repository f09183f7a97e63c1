import type { CaseEventKind } from '../cases/case-event.ts'
import {
  AGENCY_WITHDRAWAL_REASONS,
  ATTEMPT_RESULTS,
  CANCELLATION_REASONS,
  CLIENT_WITHDRAWAL_REASONS,
  DECLINE_REASONS,
  ERROR_REASONS,
  OUTCOMES,
  type ReasonTable,
} from './referral-reason.ts'

/** The lists of referrals; `finished` means nothing more is expected of either agency. */
export type ReferralLane = 'draft' | 'to_answer' | 'in_hand' | 'finished'

/** The recipient's lists; it never sees a draft. */
export type InboxLane = Exclude<ReferralLane, 'draft'>

interface State {
  lane: ReferralLane
  /** Whether the recipient still sees what was shared: only while it works with the referral, or once it is closed. */
  packageShown: boolean
}

/** `referral-status.ts` has the words for them. */
export const REFERRAL_STATES = {
  decided: { lane: 'draft', packageShown: false },
  sent: { lane: 'to_answer', packageShown: true },
  received: { lane: 'to_answer', packageShown: true },
  information_asked: { lane: 'to_answer', packageShown: true },
  expired: { lane: 'to_answer', packageShown: true },
  accepted: { lane: 'in_hand', packageShown: true },
  in_progress: { lane: 'in_hand', packageShown: true },
  outcome_recorded: { lane: 'in_hand', packageShown: true },
  closed: { lane: 'finished', packageShown: true },
  declined: { lane: 'finished', packageShown: false },
  rerouted: { lane: 'finished', packageShown: false },
  withdrawn_by_client: { lane: 'finished', packageShown: false },
  withdrawn_by_agency: { lane: 'finished', packageShown: false },
  stopped_consent_withdrawn: { lane: 'finished', packageShown: false },
  cancelled: { lane: 'finished', packageShown: false },
  entered_in_error: { lane: 'finished', packageShown: false },
} as const satisfies Record<string, State>

export type ReferralState = keyof typeof REFERRAL_STATES
export type ReferralSide = 'sender' | 'recipient' | 'system'

/** What a move needs. `reason` and `outcome` are ids of the move's own list, `newConsent` is a consent id. */
export type MoveNeed = 'reason' | 'outcome' | 'suggestion' | 'message' | 'newConsent'

interface Move {
  label: string
  /** After the agency's name, in the list of steps that both agencies read: "Beacon Victim Care accepted it". */
  told: string
  from: readonly ReferralState[]
  to: ReferralState
  sides: readonly ReferralSide[]
  needs: readonly MoveNeed[]
  choices?: ReasonTable
  event: CaseEventKind
  /** It has consequences that are hard to undo, so it has a page of its own that states them. */
  ownPage?: true
  /** The sender passes this news on to the client. */
  tellClient?: true
}

const UNANSWERED = ['sent', 'received', 'information_asked', 'expired'] as const
const SENT_AND_OPEN = [...UNANSWERED, 'accepted', 'in_progress'] as const

/** Every move of a referral. Buttons, server checks, the database trigger and the tests are made from this table. */
export const REFERRAL_MOVES = {
  send: {
    label: 'Send this referral',
    told: 'sent it',
    from: ['decided'],
    to: 'sent',
    sides: ['sender'],
    needs: [],
    event: 'referral-sent',
  },
  cancel: {
    label: 'Cancel before sending',
    told: 'cancelled it before it was sent',
    from: ['decided'],
    to: 'cancelled',
    sides: ['sender'],
    needs: ['reason'],
    choices: CANCELLATION_REASONS,
    event: 'referral-cancelled',
    ownPage: true,
  },
  receive: {
    label: 'Confirm that we have received it',
    told: 'confirmed that they have it',
    from: ['sent'],
    to: 'received',
    sides: ['recipient'],
    needs: [],
    event: 'referral-moved',
  },
  accept: {
    label: 'Accept this referral',
    told: 'accepted it',
    from: UNANSWERED,
    to: 'accepted',
    sides: ['recipient'],
    needs: [],
    event: 'referral-moved',
    tellClient: true,
  },
  decline: {
    label: 'Decline and suggest an alternative',
    told: 'declined it',
    from: UNANSWERED,
    to: 'declined',
    sides: ['recipient'],
    needs: ['reason', 'suggestion'],
    choices: DECLINE_REASONS,
    event: 'referral-moved',
    tellClient: true,
    ownPage: true,
  },
  ask_for_more: {
    label: 'Ask for more information',
    told: 'asked for more information',
    from: ['sent', 'received', 'expired'],
    to: 'information_asked',
    sides: ['recipient'],
    needs: ['message'],
    event: 'referral-moved',
  },
  give_more: {
    label: 'Answer the question',
    told: 'answered the question',
    from: ['information_asked'],
    to: 'received',
    sides: ['sender'],
    needs: ['message'],
    event: 'referral-moved',
  },
  record_contact_attempt: {
    label: 'Record that the client was not reached',
    told: 'tried to reach the client',
    from: ['accepted', 'in_progress'],
    to: 'in_progress',
    sides: ['recipient'],
    needs: ['reason'],
    choices: ATTEMPT_RESULTS,
    event: 'referral-moved',
  },
  engage: {
    label: 'Record that we are in contact',
    told: 'is in contact with the client',
    from: ['accepted', 'in_progress'],
    to: 'in_progress',
    sides: ['recipient'],
    needs: [],
    event: 'referral-moved',
  },
  record_outcome: {
    label: 'Record the outcome',
    told: 'recorded the outcome',
    from: ['accepted', 'in_progress'],
    to: 'outcome_recorded',
    sides: ['recipient'],
    needs: ['outcome'],
    choices: OUTCOMES,
    event: 'referral-moved',
    tellClient: true,
  },
  close: {
    label: 'Close this referral',
    told: 'closed it',
    from: ['outcome_recorded'],
    to: 'closed',
    sides: ['sender', 'recipient'],
    needs: [],
    event: 'referral-moved',
  },
  reroute: {
    label: 'Send to another agency instead',
    told: 'sent it to another agency instead',
    from: [...UNANSWERED, 'declined'],
    to: 'rerouted',
    sides: ['sender'],
    needs: ['newConsent'],
    event: 'referral-moved',
    ownPage: true,
  },
  expire: {
    label: 'Mark as unanswered',
    told: 'did not answer in time',
    from: ['sent', 'received'],
    to: 'expired',
    sides: ['system'],
    needs: [],
    event: 'referral-moved',
  },
  withdraw_for_client: {
    label: 'Withdraw at the client’s request',
    told: 'withdrew it at the client’s request',
    from: SENT_AND_OPEN,
    to: 'withdrawn_by_client',
    sides: ['sender'],
    needs: ['reason'],
    choices: CLIENT_WITHDRAWAL_REASONS,
    event: 'referral-moved',
    ownPage: true,
  },
  withdraw_for_agency: {
    label: 'Withdraw for a reason of our own',
    told: 'withdrew it',
    from: SENT_AND_OPEN,
    to: 'withdrawn_by_agency',
    sides: ['sender'],
    needs: ['reason'],
    choices: AGENCY_WITHDRAWAL_REASONS,
    event: 'referral-moved',
    ownPage: true,
  },
  stop: {
    label: 'Stop: the client withdrew consent',
    told: 'stopped it because the client withdrew consent',
    from: ['decided', ...SENT_AND_OPEN, 'outcome_recorded'],
    to: 'stopped_consent_withdrawn',
    sides: ['sender', 'system'],
    needs: [],
    event: 'referral-moved',
    tellClient: true,
    ownPage: true,
  },
  enter_in_error: {
    label: 'Mark as entered in error',
    told: 'marked it as entered in error',
    from: [...SENT_AND_OPEN, 'outcome_recorded', 'closed', 'declined'],
    to: 'entered_in_error',
    sides: ['sender'],
    needs: ['reason'],
    choices: ERROR_REASONS,
    event: 'referral-disputed-as-error',
    ownPage: true,
  },
} as const satisfies Record<string, Move>

export type MoveId = keyof typeof REFERRAL_MOVES

export const MOVE_IDS = Object.keys(REFERRAL_MOVES) as MoveId[]
export const STATE_IDS = Object.keys(REFERRAL_STATES) as ReferralState[]

export function statesInLane(lane: ReferralLane): ReferralState[] {
  return STATE_IDS.filter((state) => REFERRAL_STATES[state].lane === lane)
}

/** Whether one of the agencies still has something to do. */
export function isOpenState(state: ReferralState): boolean {
  return REFERRAL_STATES[state].lane !== 'finished'
}

/** A row of the table, typed so that one function can read every row. */
export function moveOf(moveId: MoveId): Move {
  return REFERRAL_MOVES[moveId]
}
