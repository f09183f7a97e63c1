import { z } from 'zod'
import type { Asking } from '../../../domain/partnership/actor.ts'
import { ERROR_REASONS } from '../../../domain/referrals/referral-reason.ts'
import { choiceOf } from '../../../forms/form-fields.server.ts'
import { seenEntries } from '../inbox/received-entries.server.ts'
import { makeMove } from '../moves/make-move.server.ts'

export const enterInErrorInput = z.object({
  ...seenEntries,
  reason: choiceOf(ERROR_REASONS, 'Choose what was wrong'),
})

export type EnterInErrorInput = z.output<typeof enterInErrorInput> & { referralId: string }

/** Marks a referral that should never have been made. It is kept, hidden from the recipient, never deleted. */
export function enterInError(asking: Asking, input: EnterInErrorInput) {
  const { reason } = input
  return makeMove(asking, 'enter-in-error', input, { move: 'enter_in_error', side: 'sender', details: { reason } })
}
