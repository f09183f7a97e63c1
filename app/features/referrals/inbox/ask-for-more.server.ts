import { z } from 'zod'
import type { AlreadyDone } from '../../../../db/once.ts'
import type { Asking } from '../../../domain/partnership/actor.ts'
import type { Result } from '../../../domain/result.ts'
import { neededText } from '../../../forms/form-fields.server.ts'
import { makeMove } from '../moves/make-move.server.ts'
import type { Moved, ReferralRefusal } from '../moves/move-referral.server.ts'
import { MESSAGE_LENGTH, type Received, seenEntries } from './received-entries.server.ts'

export const askForMoreInput = z.object({
  ...seenEntries,
  message: neededText(MESSAGE_LENGTH, 'Write what you need to know'),
})

export type AskForMoreInput = z.output<typeof askForMoreInput> & Received

/** Asks the sender a question. The time to answer the referral restarts when they reply. */
export async function askForMore(
  asking: Asking,
  input: AskForMoreInput,
): Promise<Result<Moved, ReferralRefusal | AlreadyDone>> {
  const { message } = input
  return makeMove(asking, 'ask-for-more', input, { move: 'ask_for_more', side: 'recipient', details: { message } })
}
