import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { type AlreadyDone, writeOnce } from '../../../../db/once.ts'
import { referral } from '../../../../db/schema/referral.ts'
import type { Asking } from '../../../domain/partnership/actor.ts'
import { done, type Result, refused } from '../../../domain/result.ts'
import { recordEvent } from '../../../timeline/record-event.server.ts'
import { findReceived } from './read-received.server.ts'

export const confirmStoppedInput = z.object({})

interface ConfirmedStop {
  /** Whether no one in the agency had confirmed it before. */
  isFirst: boolean
}

/** Confirms that the agency has stopped contact after a withdrawal. The client's name is then deleted. */
export async function confirmStopped(
  asking: Asking,
  input: { referralId: string },
): Promise<Result<ConfirmedStop, { kind: 'not-found' } | AlreadyDone>> {
  const { referralId } = input
  return writeOnce<ConfirmedStop, { kind: 'not-found' }>(asking, 'confirm-stopped', input, async (tx) => {
    const row = await findReceived(tx, asking.actor, referralId, 'to change')
    if (!row) return refused({ kind: 'not-found' })
    if (row.stopName === null) return done({ isFirst: false })
    await tx.update(referral).set({ stopName: null }).where(eq(referral.referralId, referralId))
    await recordEvent(tx, asking, { kind: 'referral-contact-stopped', subjectId: referralId, data: { referralId } })
    return done({ isFirst: true })
  })
}
