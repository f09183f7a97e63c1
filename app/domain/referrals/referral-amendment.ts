import { done, type Result, refused } from '../result.ts'
import { type MoveId, moveOf } from './referral.ts'

/** The recipient's moves with words or results that can be wrong and need correction. */
export const AMENDABLE_MOVES = [
  'ask_for_more',
  'decline',
  'record_contact_attempt',
  'engage',
  'record_outcome',
] as const satisfies readonly MoveId[]

/** Only moves that do not change the state for good can be marked as never happened. */
export const MAY_NEVER_HAVE_HAPPENED = ['record_contact_attempt', 'engage'] as const satisfies readonly MoveId[]

export type AmendRefusal =
  | { kind: 'not-amendable' }
  | { kind: 'already-in-error' }
  | { kind: 'must-have-happened' }
  | { kind: 'amendment-missing'; field: 'reason' | 'suggestion' | 'message' }

interface Replacement {
  neverHappened: boolean
  reason: string
  suggestion: string
  message: string
}

export function canAmend(step: { move: string; errorAt: Date | null }): boolean {
  return step.errorAt === null && (AMENDABLE_MOVES as readonly string[]).includes(step.move)
}

/** Whether a step may be marked as entered in error, and whether its replacement has all that the move needs. */
export function decideAmendment(
  step: { move: MoveId; errorAt: Date | null },
  by: Replacement,
): Result<{ replaced: boolean }, AmendRefusal> {
  if (step.errorAt) return refused({ kind: 'already-in-error' })
  if (!canAmend(step)) return refused({ kind: 'not-amendable' })
  if (by.neverHappened) {
    const may = (MAY_NEVER_HAVE_HAPPENED as readonly MoveId[]).includes(step.move)
    return may ? done({ replaced: false }) : refused({ kind: 'must-have-happened' })
  }
  const { needs, choices } = moveOf(step.move)
  const chooses = needs.includes('reason') || needs.includes('outcome')
  if (chooses && !Object.hasOwn(choices ?? {}, by.reason))
    return refused({ kind: 'amendment-missing', field: 'reason' })
  for (const field of ['suggestion', 'message'] as const) {
    if (needs.includes(field) && !by[field].trim()) return refused({ kind: 'amendment-missing', field })
  }
  return done({ replaced: true })
}
