import { z } from 'zod'
import type { Asking } from '../../../domain/partnership/actor.ts'
import { type Received, seenEntries } from '../inbox/received-entries.server.ts'
import { makeMove } from '../moves/make-move.server.ts'

export const closeReceivedInput = z.object(seenEntries)

/** Closes a received referral, once the outcome is recorded. */
export function closeReceived(asking: Asking, input: Received) {
  return makeMove(asking, 'close-received', input, { move: 'close', side: 'recipient' })
}
