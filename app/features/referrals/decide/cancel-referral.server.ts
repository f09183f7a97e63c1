import { z } from 'zod'
import { lockCaseToChange } from '../../../access/lock-case.server.ts'
import type { Asking } from '../../../domain/partnership/actor.ts'
import { CANCELLATION_REASONS } from '../../../domain/referrals/referral-reason.ts'
import { choiceOf } from '../../../forms/form-fields.server.ts'
import { findOwnReferral } from '../find-own-referral.server.ts'
import { seenEntries } from '../inbox/received-entries.server.ts'
import { makeMove } from '../moves/make-move.server.ts'

export const cancelReferralInput = z.object({
  ...seenEntries,
  reason: choiceOf(CANCELLATION_REASONS, 'Choose why it will not be sent'),
})

export type CancelReferralInput = z.output<typeof cancelReferralInput> & { referralId: string }

/** Cancels a referral that was never sent; its I2 clock ends too. */
export function cancelReferral(asking: Asking, input: CancelReferralInput) {
  const { referralId, reason } = input
  return makeMove(asking, 'cancel-referral', input, async (tx) => {
    const own = await findOwnReferral(tx, asking.actor, referralId)
    // Lock the case before its clocks, as everywhere: another order could deadlock.
    if (own) await lockCaseToChange(tx, asking.actor, own.caseId)
    return { move: 'cancel', side: 'sender', details: { reason } }
  })
}
