import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { type AlreadyDone, writeOnce } from '../../../../db/once.ts'
import { referral } from '../../../../db/schema/referral.ts'
import type { Asking } from '../../../domain/partnership/actor.ts'
import { movesFor } from '../../../domain/referrals/referral-move.ts'
import { done, type Result, refused } from '../../../domain/result.ts'
import { recordEvent } from '../../../timeline/record-event.server.ts'
import { type AcceptRefusal, isWorkerHere } from '../inbox/accept-referral.server.ts'
import { findReceived } from '../inbox/read-received.server.ts'

export const handOverInput = z.object({ staffId: z.uuid({ error: 'Choose who will work with the client' }) })

export type HandOverInput = z.output<typeof handOverInput> & { referralId: string }

/** Gives an accepted referral to a colleague, who is notified. The sender sees no change. */
export async function handOverReferral(
  asking: Asking,
  input: HandOverInput,
): Promise<Result<{ staffId: string }, AcceptRefusal | AlreadyDone>> {
  const { referralId, staffId } = input
  return writeOnce<{ staffId: string }, AcceptRefusal>(asking, 'hand-over-referral', input, async (tx) => {
    const row = await findReceived(tx, asking.actor, referralId, 'to change')
    if (!row) return refused({ kind: 'not-found' })
    const { state, lane } = row
    if (lane !== 'in_hand') return refused({ kind: 'move-not-possible', state, possible: movesFor(state, 'recipient') })
    if (!(await isWorkerHere(tx, asking, staffId))) return refused({ kind: 'not-a-worker' })
    if (row.recipientWorkerId === staffId) return done({ staffId })
    await tx.update(referral).set({ recipientWorkerId: staffId }).where(eq(referral.referralId, referralId))
    const data = { referralId, staffId, reason: 'chosen' } as const
    await recordEvent(tx, asking, { kind: 'referral-handed-over', subjectId: referralId, data })
    return done({ staffId })
  })
}
