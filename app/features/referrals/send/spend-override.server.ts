import { and, eq, isNull } from 'drizzle-orm'
import type { Tx } from '../../../../db/as-actor.ts'
import { consentOverride } from '../../../../db/schema/consent.ts'
import type { Asking } from '../../../domain/partnership/actor.ts'

/** Marks an override as used; it can be used once. Returns false if another referral has just used it. */
export async function spendOverride(
  tx: Tx,
  { actor, now }: Asking,
  { overrideId, referralId }: { overrideId: string; referralId: string },
): Promise<boolean> {
  const used = await tx
    .update(consentOverride)
    .set({ usedByReferralId: referralId, usedAt: now })
    .where(
      and(
        eq(consentOverride.agencyId, actor.agencyId),
        eq(consentOverride.overrideId, overrideId),
        eq(consentOverride.decision, 'authorised'),
        isNull(consentOverride.usedAt),
      ),
    )
    .returning({ overrideId: consentOverride.overrideId })
  return used.length === 1
}
