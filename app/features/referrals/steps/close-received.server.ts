import { z } from 'zod'
import { type AlreadyDone, writeOnce } from '../../../../db/once.ts'
import type { Asking } from '../../../domain/partnership/actor.ts'
import type { Result } from '../../../domain/result.ts'
import { type Received, seenShape } from '../inbox/received-fields.server.ts'
import { type Moved, moveReferral, type ReferralRefusal } from '../move-referral.server.ts'

export const closeReceivedInput = z.object(seenShape)

/** Nothing more will be done on it; only possible once the outcome is recorded. */
export async function closeReceived(
  asking: Asking,
  input: Received,
): Promise<Result<Moved, ReferralRefusal | AlreadyDone>> {
  const { referralId, seenVersion } = input
  return writeOnce(asking, 'close-received', input, (tx) =>
    moveReferral(tx, asking, { referralId, expectedVersion: seenVersion, move: 'close', side: 'recipient' }),
  )
}
