import { z } from 'zod'
import { lockCase } from '../../../../db/lock-case.ts'
import { type AlreadyDone, writeOnce } from '../../../../db/once.ts'
import type { Asking } from '../../../domain/partnership/actor.ts'
import { WITHDRAWAL_REASONS } from '../../../domain/referrals/referral-reason.ts'
import { type Result, refused } from '../../../domain/result.ts'
import { choiceOf } from '../../../forms/form-fields.server.ts'
import { findOwnReferral } from '../find-own-referral.server.ts'
import { seenShape } from '../inbox/received-fields.server.ts'
import { type Moved, moveReferral, type ReferralRefusal } from '../move-referral.server.ts'

export const cancelReferralInput = z.object({
  ...seenShape,
  reason: choiceOf(WITHDRAWAL_REASONS, 'Choose why it will not be sent'),
})

export type CancelReferralInput = z.output<typeof cancelReferralInput> & { referralId: string }

/** Ends a decision that was never sent; its clock of I2 ends with it. */
export async function cancelReferral(
  asking: Asking,
  input: CancelReferralInput,
): Promise<Result<Moved, ReferralRefusal | AlreadyDone>> {
  return writeOnce<Moved, ReferralRefusal>(asking, 'cancel-referral', input, async (tx) => {
    const { referralId, seenVersion: expectedVersion, reason } = input
    const own = await findOwnReferral(tx, asking.actor, referralId)
    if (!own) return refused({ kind: 'not-found' })
    // The case before its clocks, as everywhere: two who lock in turn would lock each other out.
    await lockCase(tx, asking.actor, own.caseId)
    return moveReferral(tx, asking, { referralId, expectedVersion, move: 'cancel', side: 'sender', given: { reason } })
  })
}
