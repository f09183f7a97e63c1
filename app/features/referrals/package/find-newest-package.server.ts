import { and, desc, eq } from 'drizzle-orm'
import type { Tx } from '../../../../db/as-actor.ts'
import { referralPackage } from '../../../../db/schema/referral.ts'
import type { Actor } from '../../../domain/partnership/actor.ts'

/** The newest package of a referral of the actor's own agency; undefined if none was sent. */
export async function findNewestPackage(tx: Tx, { agencyId }: Actor, referralId: string) {
  const [row] = await tx
    .select({ categories: referralPackage.categories, content: referralPackage.content })
    .from(referralPackage)
    .where(and(eq(referralPackage.fromAgencyId, agencyId), eq(referralPackage.referralId, referralId)))
    .orderBy(desc(referralPackage.version))
    .limit(1)
  return row
}
