import { and, eq, isNull, ne } from 'drizzle-orm'
import type { Tx } from '../../../../db/as-actor.ts'
import { referralPackage, referralStep } from '../../../../db/schema/referral.ts'
import type { Actor } from '../../../domain/partnership/actor.ts'

/**
 * Hides the packages, and what the sender wrote besides, from the recipient. The recipient keeps its own notes and
 * steps. If the recipient declines, the database hides the packages.
 */
export async function hideWhatWasShared(tx: Tx, { agencyId }: Actor, referralId: string, hiddenAt: Date) {
  await tx
    .update(referralPackage)
    .set({ hiddenAt })
    .where(and(eq(referralPackage.referralId, referralId), isNull(referralPackage.hiddenAt)))
  const ours = and(eq(referralStep.referralId, referralId), eq(referralStep.byAgencyId, agencyId))
  await tx
    .update(referralStep)
    .set({ shared: false })
    .where(and(ours, ne(referralStep.message, '')))
}
