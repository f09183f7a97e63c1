import { and, eq, isNull, or, type SQL } from 'drizzle-orm'
import { alias, type SelectedFields } from 'drizzle-orm/pg-core'
import type { Tx } from '../../../db/as-actor.ts'
import { agency } from '../../../db/schema/agency.ts'
import { caseFile, client } from '../../../db/schema/case-file.ts'
import { referral, referralOrigin } from '../../../db/schema/referral.ts'
import type { Actor } from '../../domain/partnership/actor.ts'
import { violenceOfCase } from '../../facts/violence-of-case.server.ts'

const suggested = alias(agency, 'suggested')

/** The client's case worker answers for a referral, even if a colleague sent it; without one, its sender does. */
export function isAnsweredForBy({ agencyId, staffId }: Actor): SQL | undefined {
  return and(
    eq(referral.fromAgencyId, agencyId),
    or(eq(caseFile.caseWorkerId, staffId), and(isNull(caseFile.caseWorkerId), eq(referral.senderWorkerId, staffId))),
  )
}

/** This agency's referrals, with client, recipient, and the agency that the recipient suggested instead. */
export function joinSent<Columns extends SelectedFields>(tx: Tx, columns: Columns) {
  const names = {
    clientName: client.name,
    agencyName: agency.name,
    suggestedName: suggested.name,
    violence: violenceOfCase(),
  }
  return tx
    .select({ ...names, ...columns })
    .from(referral)
    .innerJoin(
      referralOrigin,
      and(eq(referralOrigin.agencyId, referral.fromAgencyId), eq(referralOrigin.referralId, referral.referralId)),
    )
    .innerJoin(
      caseFile,
      and(eq(caseFile.agencyId, referralOrigin.agencyId), eq(caseFile.caseId, referralOrigin.caseId)),
    )
    .innerJoin(client, and(eq(client.agencyId, caseFile.agencyId), eq(client.clientId, caseFile.clientId)))
    .innerJoin(agency, eq(agency.agencyId, referral.toAgencyId))
    .leftJoin(suggested, eq(suggested.agencyId, referral.suggestedAgencyId))
}
