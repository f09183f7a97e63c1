import { and, eq } from 'drizzle-orm'
import { z } from 'zod'
import type { Tx } from '../../../../db/as-actor.ts'
import { type AlreadyDone, writeOnce } from '../../../../db/once.ts'
import { staff } from '../../../../db/schema/staff.ts'
import type { Asking } from '../../../domain/partnership/actor.ts'
import { type Result, refused } from '../../../domain/result.ts'
import { isWorkerOf } from '../../../facts/list-workers.server.ts'
import { typedText } from '../../../forms/form-fields.server.ts'
import { type Moved, moveReferral, type ReferralRefusal } from '../moves/move-referral.server.ts'
import { MESSAGE_LENGTH, type Received, seenEntries } from './received-entries.server.ts'

export const acceptReferralInput = z.object({
  ...seenEntries,
  staffId: z.uuid({ error: 'Choose who will work with the client' }),
  message: typedText(MESSAGE_LENGTH),
})

export type AcceptReferralInput = z.output<typeof acceptReferralInput> & Received

export type AcceptRefusal = ReferralRefusal | { kind: 'not-a-worker' }

/** Accepts a referral and names the person who works with the client from now on. */
export async function acceptReferral(
  asking: Asking,
  input: AcceptReferralInput,
): Promise<Result<Moved, AcceptRefusal | AlreadyDone>> {
  const { referralId, seenVersion, staffId, message } = input
  return writeOnce<Moved, AcceptRefusal>(asking, 'accept-referral', input, async (tx) => {
    if (!(await isWorkerHere(tx, asking, staffId))) return refused({ kind: 'not-a-worker' })
    return moveReferral(tx, asking, {
      referralId,
      expectedVersion: seenVersion,
      move: 'accept',
      side: 'recipient',
      details: { message },
      set: { recipientWorkerId: staffId },
    })
  })
}

/** Whether this person can get a referral: active in this agency, in a role with cases. */
export async function isWorkerHere(tx: Tx, { actor }: Asking, staffId: string): Promise<boolean> {
  const found = await tx
    .select({ staffId: staff.staffId })
    .from(staff)
    .where(and(isWorkerOf(actor.agencyId), eq(staff.staffId, staffId)))
  return found.length === 1
}
