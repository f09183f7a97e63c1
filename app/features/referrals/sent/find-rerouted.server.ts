import { and, eq } from 'drizzle-orm'
import type { Tx } from '../../../../db/as-actor.ts'
import { referral, referralOrigin } from '../../../../db/schema/referral.ts'
import type { Actor } from '../../../domain/partnership/actor.ts'
import { movesFor } from '../../../domain/referrals/referral-move.ts'

/** The referral of this case that another one replaces, if it can still be sent elsewhere. */
export async function findRerouted(tx: Tx, { agencyId }: Actor, caseId: string, referralId: string) {
  const [row] = await tx
    .select({ referral })
    .from(referralOrigin)
    .innerJoin(referral, eq(referral.referralId, referralOrigin.referralId))
    .where(
      and(
        eq(referralOrigin.agencyId, agencyId),
        eq(referralOrigin.caseId, caseId),
        eq(referralOrigin.referralId, referralId),
      ),
    )
  return row && movesFor(row.referral.state, 'sender').includes('reroute') ? row.referral : undefined
}
