import { z } from 'zod'
import { type AlreadyDone, writeOnce } from '../../../db/once.ts'
import type { Asking } from '../../domain/actor.ts'
import { WITHDRAWAL_REASONS } from '../../domain/referral-reason.ts'
import type { Result } from '../../domain/result.ts'
import { choiceOf } from '../../ui/form-fields.server.ts'
import { type Moved, moveReferral, type ReferralRefusal } from './move-referral.server.ts'
import { seenShape } from './received-fields.server.ts'

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
  return writeOnce(asking, 'cancel-referral', input, (tx) => {
    const { referralId, seenVersion: expectedVersion, reason } = input
    return moveReferral(tx, asking, { referralId, expectedVersion, move: 'cancel', side: 'sender', given: { reason } })
  })
}
