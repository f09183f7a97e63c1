import { z } from 'zod'
import type { AlreadyDone } from '../../../../db/once.ts'
import type { Asking } from '../../../domain/partnership/actor.ts'
import { OUTCOMES } from '../../../domain/referrals/referral-reason.ts'
import type { Result } from '../../../domain/result.ts'
import { choiceOf, typedText } from '../../../forms/form-fields.server.ts'
import { MESSAGE_LENGTH, type Received, seenEntries } from '../inbox/received-entries.server.ts'
import { makeMove } from '../moves/make-move.server.ts'
import type { Moved, ReferralRefusal } from '../moves/move-referral.server.ts'

export const recordOutcomeInput = z.object({
  ...seenEntries,
  outcome: choiceOf(OUTCOMES, 'Choose the result'),
  message: typedText(MESSAGE_LENGTH),
})

export type RecordOutcomeInput = z.output<typeof recordOutcomeInput> & Received

/** Records the result for the client, which the sender is then asked to pass on. */
export async function recordOutcome(
  asking: Asking,
  input: RecordOutcomeInput,
): Promise<Result<Moved, ReferralRefusal | AlreadyDone>> {
  const { outcome, message } = input
  const given = { outcome, message }
  return makeMove(asking, 'record-outcome', input, { move: 'record_outcome', side: 'recipient', details: given })
}
