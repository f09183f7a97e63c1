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

/** States in which one of the agencies still has something to do. A withdrawal of consent stops exactly these. */
export const OPEN_STATES: readonly ReferralState[] = STATE_IDS.filter(isOpenState)

/**
 * The recipient knows of a referral once it was sent. The state alone cannot say so: one stopped before sending must
 * stay unknown to an agency that the client then refused.
 */
export function seenByRecipient(referral: { sentAt: Date | null }): boolean {
  return referral.sentAt !== null
}

/** Whether the recipient still sees what was shared. It always keeps its own notes. */
export function packageSeenByRecipient(referral: {
  state: ReferralState
  sentAt: Date | null
  hiddenAt: Date | null
}): boolean {
  return seenByRecipient(referral) && referral.hiddenAt === null && REFERRAL_STATES[referral.state].packageShown
}

/** The client whom the recipient must confirm it no longer contacts; null if there is nothing to confirm. */
export function clientToStopContacting({ stopName, reference }: { stopName: string | null; reference: string }) {
  if (stopName === null) return null
  return stopName || `the client of referral ${reference}`
}

/** What this side may do now. The page shows these as buttons; a move that came too late is refused with them. */
export function movesFor(state: ReferralState, side: ReferralSide): MoveId[] {
  return MOVE_IDS.filter((moveId) => moveOf(moveId).from.includes(state) && moveOf(moveId).sides.includes(side))
}

/** The fields of the form. `reason` and `outcome` are ids of the move's own list, the others free text. */
export interface MoveAnswers extends Partial<Record<MoveNeed, string>> {
  /** The version of the referral that the page showed, if it sent one. */
  seenVersion?: number
}

export type MoveRefusal =
  | { kind: 'move-not-possible'; state: ReferralState; possible: MoveId[] }
  | { kind: 'changed-since'; state: ReferralState; possible: MoveId[] }
  | { kind: 'fields-missing'; fields: MoveNeed[] }
  | { kind: 'not-in-the-list'; field: 'reason' | 'outcome'; allowed: string[] }

/**
 * Whether a side may make a move now, and the state it leads to. The caller updates with a compare-and-set on state
 * and version: of two simultaneous moves, the second reads again and is refused here.
 */
export function decideMove(
  referral: { state: ReferralState; version: number },
  moveId: MoveId,
  side: ReferralSide,
  answers: MoveAnswers = {},
): Result<{ moveId: MoveId; from: ReferralState; to: ReferralState }, MoveRefusal> {
  const { state } = referral
  const possible = movesFor(state, side)
  if (!possible.includes(moveId)) return refused({ kind: 'move-not-possible', state, possible })
  if (answers.seenVersion !== undefined && answers.seenVersion !== referral.version) {
    return refused({ kind: 'changed-since', state, possible })
  }
  const move = moveOf(moveId)
  const fields = move.needs.filter((need) => !answers[need]?.trim())
  if (fields.length > 0) return refused({ kind: 'fields-missing', fields })
  for (const field of ['reason', 'outcome'] as const) {
    const chosen = answers[field]
    if (move.needs.includes(field) && move.choices && chosen && !Object.hasOwn(move.choices, chosen)) {
      return refused({ kind: 'not-in-the-list', field, allowed: Object.keys(move.choices) })
    }
  }
  return done({ moveId, from: state, to: move.to })
}

/**
 * What withdrawing a consent does to a referral that relied on it. An open referral stops; whatever was sent is
 * hidden from the recipient at once, even if the referral closed long ago.
 */
export function effectOfWithdrawal(referral: { state: ReferralState; sentAt: Date | null }) {
  return { stops: isOpenState(referral.state), hides: seenByRecipient(referral) }
}

export interface Transition {
  from: ReferralState
  to: ReferralState
  side: ReferralSide
}

/** Every (from, to, side) once, for the database trigger. */
export function allowedTransitions(): Transition[] {
  const byKey = new Map<string, Transition>()
  for (const { from, to, sides } of MOVE_IDS.map(moveOf)) {
    for (const state of from) {
      for (const side of sides) byKey.set(`${state} ${to} ${side}`, { from: state, to, side })
    }
  }
  return [...byKey.values()]
}
