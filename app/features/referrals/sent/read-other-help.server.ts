import { and, eq } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { Tx } from '../../../../db/as-actor.ts'
import { agency } from '../../../../db/schema/agency.ts'
import { caseFile, client } from '../../../../db/schema/case-file.ts'
import { referral, referralOrigin } from '../../../../db/schema/referral.ts'
import type { Actor } from '../../../domain/partnership/actor.ts'
import { afterDecline } from '../../../domain/referrals/after-decline.ts'
import { declinedAndUnhelped } from '../../../facts/unhelped-client.server.ts'
import { href } from '../../../href.ts'

const suggested = alias(agency, 'suggested')

/** What can be done after a declined referral, and where; null if nothing is needed. */
export async function readOtherHelp(tx: Tx, { agencyId }: Actor, referralId: string) {
  const [row] = await tx
    .select({ clientName: client.name, suggestedName: suggested.name })
    .from(referralOrigin)
    .innerJoin(referral, eq(referral.referralId, referralOrigin.referralId))
    .innerJoin(caseFile, and(eq(caseFile.agencyId, agencyId), eq(caseFile.caseId, referralOrigin.caseId)))
    .innerJoin(client, and(eq(client.agencyId, agencyId), eq(client.clientId, caseFile.clientId)))
    .leftJoin(suggested, eq(suggested.agencyId, referral.suggestedAgencyId))
    .where(and(eq(referralOrigin.agencyId, agencyId), eq(referral.referralId, referralId), declinedAndUnhelped()))
  return row
    ? {
        words: afterDecline(row.clientName, row.suggestedName),
        href: href('/sent/:referralId/reroute', { referralId }),
      }
    : null
}
