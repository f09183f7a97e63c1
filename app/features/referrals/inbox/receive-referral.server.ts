import { z } from 'zod'
import { type AlreadyDone, writeOnce } from '../../../../db/once.ts'
import type { Asking } from '../../../domain/partnership/actor.ts'
import type { Result } from '../../../domain/result.ts'
import { type Moved, moveReferral, type ReferralRefusal } from '../move-referral.server.ts'
import { type Received, seenShape } from './received-fields.server.ts'

export const receiveReferralInput = z.object(seenShape)

/** Tells the sender that somebody has it. Never done by merely opening the page. */
export async function receiveReferral(
  asking: Asking,
  input: Received,
): Promise<Result<Moved, ReferralRefusal | AlreadyDone>> {
  const { referralId, seenVersion } = input
  return writeOnce(asking, 'receive-referral', input, (tx) =>
    moveReferral(tx, asking, { referralId, expectedVersion: seenVersion, move: 'receive', side: 'recipient' }),
  )
}
