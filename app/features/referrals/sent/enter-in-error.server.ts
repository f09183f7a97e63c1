import { z } from 'zod'
import { type AlreadyDone, writeOnce } from '../../../../db/once.ts'
import type { Asking } from '../../../domain/partnership/actor.ts'
import { ERROR_REASONS } from '../../../domain/referrals/referral-reason.ts'
import type { Result } from '../../../domain/result.ts'
import { choiceOf } from '../../../forms/form-fields.server.ts'
import { seenShape } from '../inbox/received-fields.server.ts'
import { type Moved, moveReferral, type ReferralRefusal } from '../move-referral.server.ts'

export const enterInErrorInput = z.object({
  ...seenShape,
  reason: choiceOf(ERROR_REASONS, 'Choose what was wrong'),
})

export type EnterInErrorInput = z.output<typeof enterInErrorInput> & { referralId: string }

/** Marks a referral that should never have been made: kept for the record, hidden from the recipient, never deleted. */
export async function enterInError(
  asking: Asking,
  input: EnterInErrorInput,
): Promise<Result<Moved, ReferralRefusal | AlreadyDone>> {
  return writeOnce(asking, 'enter-in-error', input, (tx) => {
    const { referralId, seenVersion: expectedVersion, reason } = input
    const given = { reason }
    return moveReferral(tx, asking, { referralId, expectedVersion, move: 'enter_in_error', side: 'sender', given })
  })
}
