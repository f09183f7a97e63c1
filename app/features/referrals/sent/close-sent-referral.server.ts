import { z } from 'zod'
import type { Asking } from '../../../domain/partnership/actor.ts'
import { seenEntries } from '../inbox/received-entries.server.ts'
import { makeMove } from '../moves/make-move.server.ts'

export const closeSentReferralInput = z.object(seenEntries)

export type CloseSentReferralInput = z.output<typeof closeSentReferralInput> & { referralId: string }

export function closeSentReferral(asking: Asking, input: CloseSentReferralInput) {
  return makeMove(asking, 'close-sent-referral', input, { move: 'close', side: 'sender' })
}
