import { and, eq, isNull, ne } from 'drizzle-orm'
import type { Tx } from '../../../../db/as-actor.ts'
import { referralPackage, referralStep } from '../../../../db/schema/referral.ts'
import type { Actor } from '../../../domain/partnership/actor.ts'

/**
 * What the recipient was shown is gone for it from now on: the packages, and what the sender wrote besides. The
 * recipient's own notes and its steps stay. When it is the recipient who declines, the database hides the packages.
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
