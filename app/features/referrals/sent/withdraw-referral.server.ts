import { z } from 'zod'
import type { Asking } from '../../../domain/partnership/actor.ts'
import { CLIENT_WITHDRAWAL_REASONS, WITHDRAWAL_REASONS } from '../../../domain/referrals/referral-reason.ts'
import { choiceOf } from '../../../forms/form-fields.server.ts'
import { seenEntries } from '../inbox/received-entries.server.ts'
import { makeMove } from '../moves/make-move.server.ts'

export const withdrawReferralInput = z.object({
  ...seenEntries,
  reason: choiceOf(WITHDRAWAL_REASONS, 'Choose why it is withdrawn'),
})

export type WithdrawReferralInput = z.output<typeof withdrawReferralInput> & { referralId: string }

/** Withdraws a sent referral; the recipient no longer sees the package. The reason says whose wish it was. */
export function withdrawReferral(asking: Asking, input: WithdrawReferralInput) {
  const { reason } = input
  const move = Object.hasOwn(CLIENT_WITHDRAWAL_REASONS, reason) ? 'withdraw_for_client' : 'withdraw_for_agency'
  return makeMove(asking, 'withdraw-referral', input, { move, side: 'sender', details: { reason } })
}
