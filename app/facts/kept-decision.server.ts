import { type SQL, type SQLWrapper, sql } from 'drizzle-orm'
import { referral, referralOrigin } from '../../db/schema/referral.ts'

interface Sharing {
  agencyId: SQLWrapper
  caseId: SQLWrapper
  recipientAgencyId: SQLWrapper
  /** An array column or parameter. */
  purposes: SQLWrapper
}

/** The case's referral decided for this agency and one of these purposes but not sent, or null. */
export function keptDecision({ agencyId, caseId, recipientAgencyId, purposes }: Sharing): SQL<string | null> {
  return sql`(select min(${referral.referralId}::text) from ${referralOrigin}
    join ${referral} on ${referral.referralId} = ${referralOrigin.referralId}
    where ${referralOrigin.agencyId} = ${agencyId} and ${referralOrigin.caseId} = ${caseId}
      and ${referral.state} = 'decided' and ${referral.toAgencyId} = ${recipientAgencyId}
      and ${referral.purpose} = any(${purposes}))`
}
