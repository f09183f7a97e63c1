import type { Tx } from '../../../../db/as-actor.ts'
import { type AlreadyDone, writeOnce } from '../../../../db/once.ts'
import type { Asking } from '../../../domain/partnership/actor.ts'
import type { Result } from '../../../domain/result.ts'
import { type Moved, type MoveToMake, moveReferral, type ReferralRefusal } from './move-referral.server.ts'

interface SeenReferral {
  referralId: string
  seenVersion?: number
}

type ChosenMove = Pick<MoveToMake, 'move' | 'side' | 'details'>

/**
 * Makes a use case of a single move: once for each form, and for the version that the person saw. A move that has to
 * lock or look up something first is passed as a function, which runs before the referral is locked.
 */
export function makeMove(
  asking: Asking,
  action: string,
  input: SeenReferral,
  chosen: ChosenMove | ((tx: Tx) => Promise<ChosenMove>),
): Promise<Result<Moved, ReferralRefusal | AlreadyDone>> {
  return writeOnce<Moved, ReferralRefusal>(asking, action, input, async (tx) => {
    const move = typeof chosen === 'function' ? await chosen(tx) : chosen
    return moveReferral(tx, asking, { ...move, referralId: input.referralId, expectedVersion: input.seenVersion })
  })
}
