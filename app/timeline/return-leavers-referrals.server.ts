import { and, asc, eq } from 'drizzle-orm'
import type { Tx } from '../../db/as-actor.ts'
import { referral } from '../../db/schema/referral.ts'
import type { Reading } from '../domain/partnership/actor.ts'
import { recordEvent } from './record-event.server.ts'

/** Locks the received referrals that a leaver works on, until the transaction ends. */
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
 * Takes a leaver's received referrals away and notifies the managers, so that no client of another agency waits for a
 * person who has gone. Call it in the transaction that marks the person as gone. It acts in the agency of
 * `asking.actor`, like `returnCasesOfLeaver`.
 * @returns the number of referrals
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
