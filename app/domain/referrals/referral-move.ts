import { done, type Result, refused } from '../result.ts'
import {
  isOpenState,
  MOVE_IDS,
  type MoveId,
  type MoveNeed,
  moveOf,
  REFERRAL_STATES,
  type ReferralSide,
  type ReferralState,
  STATE_IDS,
} from './referral.ts'

/** Something is still expected of somebody; a withdrawal of consent stops exactly these. */
export const OPEN_STATES: readonly ReferralState[] = STATE_IDS.filter(isOpenState)

/**
 * A referral exists for the other agency from its sending on, whatever happens next. The state alone does not tell:
 * one stopped before sending must stay unknown to an agency that the client then kept out.
 */
export function seenByRecipient(referral: { sentAt: Date | null }): boolean {
  return referral.sentAt !== null
}

/** Whether the recipient still sees what was shared; its own notes stay with it in any case. */
export function packageSeenByRecipient(referral: {
  state: ReferralState
  sentAt: Date | null
  hiddenAt: Date | null
}): boolean {
  return seenByRecipient(referral) && referral.hiddenAt === null && REFERRAL_STATES[referral.state].packageShown
}

/** Whom the recipient has yet to confirm that it stopped contacting; null where there is nothing to confirm. */
export function clientToStopContacting({ stopName, reference }: { stopName: string | null; reference: string }) {
  if (stopName === null) return null
  return stopName || `the client of referral ${reference}`
}

/** What this side may do now: the buttons of the page, and the answer to a move that came too late. */
export function movesFor(state: ReferralState, side: ReferralSide): MoveId[] {
  return MOVE_IDS.filter((moveId) => moveOf(moveId).from.includes(state) && moveOf(moveId).sides.includes(side))
}

/** What the form brought; ids of the move's own list for reason and outcome, free text for the others. */
export interface MoveGiven extends Partial<Record<MoveNeed, string>> {
  /** The version of the referral that the person looked at, when the page had one. */
  seenVersion?: number
}

export type MoveRefusal =
  | { kind: 'move-not-possible'; state: ReferralState; possible: MoveId[] }
  | { kind: 'changed-since'; state: ReferralState; possible: MoveId[] }
  | { kind: 'fields-missing'; fields: MoveNeed[] }
  | { kind: 'not-in-the-list'; field: 'reason' | 'outcome'; allowed: string[] }

/**
 * Whether a side may make a move now, and where it leads. The caller writes with a compare-and-set on state and
 * version, so that of two moves at once one is refused here when it looks again.
 */
export function decideMove(
  referral: { state: ReferralState; version: number },
  moveId: MoveId,
  side: ReferralSide,
  given: MoveGiven = {},
): Result<{ moveId: MoveId; from: ReferralState; to: ReferralState }, MoveRefusal> {
  const { state } = referral
  const possible = movesFor(state, side)
  if (!possible.includes(moveId)) return refused({ kind: 'move-not-possible', state, possible })
  if (given.seenVersion !== undefined && given.seenVersion !== referral.version) {
    return refused({ kind: 'changed-since', state, possible })
  }
  const move = moveOf(moveId)
  const fields = move.needs.filter((need) => !given[need]?.trim())
  if (fields.length > 0) return refused({ kind: 'fields-missing', fields })
  for (const field of ['reason', 'outcome'] as const) {
    const chosen = given[field]
    if (move.needs.includes(field) && move.choices && chosen && !Object.hasOwn(move.choices, chosen)) {
      return refused({ kind: 'not-in-the-list', field, allowed: Object.keys(move.choices) })
    }
  }
  return done({ moveId, from: state, to: move.to })
}

/**
 * What a withdrawn consent does to a referral that rested on it: one still open stops, and whatever was sent is hidden
 * from the recipient at once, even when the referral is long closed.
 */
export function effectOfWithdrawal(referral: { state: ReferralState; sentAt: Date | null }) {
  return { stops: isOpenState(referral.state), hides: seenByRecipient(referral) }
}

export interface Transition {
  from: ReferralState
  to: ReferralState
  side: ReferralSide
}

/** Every (from, to, side) that exists, once each, for the database's trigger. */
export function allowedTransitions(): Transition[] {
  const byKey = new Map<string, Transition>()
  for (const { from, to, sides } of MOVE_IDS.map(moveOf)) {
    for (const state of from) {
      for (const side of sides) byKey.set(`${state} ${to} ${side}`, { from: state, to, side })
    }
  }
  return [...byKey.values()]
}
