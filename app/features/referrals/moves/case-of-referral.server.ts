import { and, eq } from 'drizzle-orm'
import type { Tx } from '../../../../db/as-actor.ts'
import { type referral, referralOrigin } from '../../../../db/schema/referral.ts'
import type { Actor } from '../../../domain/partnership/actor.ts'

type Sent = Pick<typeof referral.$inferSelect, 'referralId' | 'fromAgencyId'>

/** The case of a referral, for the sender; null for the recipient, who has no case. */
export async function caseOfReferral(tx: Tx, { agencyId }: Actor, row: Sent): Promise<string | null> {
  if (row.fromAgencyId !== agencyId) return null
  const [origin] = await tx
    .select({ caseId: referralOrigin.caseId })
    .from(referralOrigin)
    .where(and(eq(referralOrigin.agencyId, agencyId), eq(referralOrigin.referralId, row.referralId)))
  return origin?.caseId ?? null
}
