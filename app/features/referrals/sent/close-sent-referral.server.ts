import { z } from 'zod'
import { type AlreadyDone, writeOnce } from '../../../../db/once.ts'
import type { Asking } from '../../../domain/partnership/actor.ts'
import type { Result } from '../../../domain/result.ts'
import { seenShape } from '../inbox/received-fields.server.ts'
import { type Moved, moveReferral, type ReferralRefusal } from '../move-referral.server.ts'

export const closeSentReferralInput = z.object(seenShape)

export type CloseSentReferralInput = z.output<typeof closeSentReferralInput> & { referralId: string }

/** The sender has read the outcome and expects nothing more. */
export async function closeSentReferral(
  asking: Asking,
  input: CloseSentReferralInput,
): Promise<Result<Moved, ReferralRefusal | AlreadyDone>> {
  return writeOnce(asking, 'close-sent-referral', input, (tx) => {
    const { referralId, seenVersion: expectedVersion } = input
    return moveReferral(tx, asking, { referralId, expectedVersion, move: 'close', side: 'sender' })
  })
}
