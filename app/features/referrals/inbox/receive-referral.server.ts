import { z } from 'zod'
import type { Asking } from '../../../domain/partnership/actor.ts'
import { makeMove } from '../moves/make-move.server.ts'
import { type Received, seenEntries } from './received-entries.server.ts'

export const receiveReferralInput = z.object(seenEntries)

/** Confirms receipt to the sender. Opening the page does not do it. */
export function receiveReferral(asking: Asking, input: Received) {
  return makeMove(asking, 'receive-referral', input, { move: 'receive', side: 'recipient' })
}
