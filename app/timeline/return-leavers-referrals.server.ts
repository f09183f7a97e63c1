import { and, asc, eq } from 'drizzle-orm'
import type { Tx } from '../../db/as-actor.ts'
import { referral } from '../../db/schema/referral.ts'
import type { Reading } from '../domain/partnership/actor.ts'
import { recordEvent } from './record-event.server.ts'

/** The received referrals that a person who leaves works with; held until the transaction ends. */
export function lockReferralsOfLeaver(tx: Tx, { actor }: Reading, staffId: string) {
  return tx
    .select({ referralId: referral.referralId })
    .from(referral)
    .where(
      and(
        eq(referral.toAgencyId, actor.agencyId),
        eq(referral.lane, 'in_hand'),
        eq(referral.recipientWorkerId, staffId),
      ),
    )
    .orderBy(asc(referral.referralId))
    .for('update')
}

/**
 * Takes the received referrals that somebody who leaves still works with out of their hands, inside the transaction that
 * marks them as gone, and tells the managers: a client of another agency must not wait for somebody who is not there.
 * Works on the agency of `asking.actor`, like `returnCasesOfLeaver`. Answers how many there were.
 */
export async function returnReferralsOfLeaver(tx: Tx, asking: Reading, staffId: string): Promise<{ inHand: number }> {
  const held = await lockReferralsOfLeaver(tx, asking, staffId)
  for (const { referralId } of held) {
    await tx.update(referral).set({ recipientWorkerId: null }).where(eq(referral.referralId, referralId))
    const data = { referralId, staffId: null, reason: 'leaver' } as const
    await recordEvent(tx, asking, { kind: 'referral-handed-over', subjectId: referralId, data })
  }
  return { inHand: held.length }
}
