import { and, asc, eq } from 'drizzle-orm'
import type { Tx } from '../../db/as-actor.ts'
import { referral } from '../../db/schema/referral.ts'
import type { Asking } from '../domain/actor.ts'
import { recordEvent } from './record-event.server.ts'

/**
 * Takes the received referrals that somebody who leaves still works with out of their hands, inside the transaction that
 * marks them as gone, and tells the managers: a client of another agency must not wait for somebody who is not there.
 * Works on the agency of `asking.actor`, like `returnCasesOfLeaver`. Answers how many there were.
 */
export async function returnReferralsOfLeaver(
  tx: Tx,
  asking: Omit<Asking, 'key'>,
  staffId: string,
): Promise<{ inHand: number }> {
  const theirs = and(
    eq(referral.toAgencyId, asking.actor.agencyId),
    eq(referral.lane, 'in_hand'),
    eq(referral.recipientWorkerId, staffId),
  )
  const held = await tx
    .select({ referralId: referral.referralId })
    .from(referral)
    .where(theirs)
    .orderBy(asc(referral.referralId))
    .for('update')
  for (const { referralId } of held) {
    await tx.update(referral).set({ recipientWorkerId: null }).where(eq(referral.referralId, referralId))
    const data = { referralId, staffId: null, reason: 'leaver' } as const
    await recordEvent(tx, asking, { kind: 'referral-handed-over', subjectId: referralId, data })
  }
  return { inHand: held.length }
}
