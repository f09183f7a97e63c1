import { and, eq, type SQL, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { caseFile } from '../../db/schema/case-file.ts'
import { consent } from '../../db/schema/consent.ts'
import { referral, referralOrigin } from '../../db/schema/referral.ts'

const laterOrigin = alias(referralOrigin, 'later_origin')
const later = alias(referral, 'later')

/**
 * Declined referrals whose client nobody helps yet: no open referral replaces them, none was sent for the same purpose
 * since, and the client has not refused to share since. For a query that joins the referral with its origin and its
 * case.
 */
export function declinedAndUnhelped(): SQL | undefined {
  const { agencyId, caseId } = referralOrigin
  const replaced = sql`exists (select 1 from referral_origin ${laterOrigin}
    join referral ${later} on ${later.referralId} = ${laterOrigin.referralId}
    where ${laterOrigin.agencyId} = ${agencyId} and ${laterOrigin.caseId} = ${caseId}
      and ((${later.reroutedFromId} = ${referral.referralId} and ${later.lane} <> 'finished')
        or (${later.purpose} = ${referral.purpose} and ${later.sentAt} > ${referral.answeredAt})))`
  const saidNo = sql`exists (select 1 from ${consent}
    where ${consent.agencyId} = ${agencyId} and ${consent.caseId} = ${caseId}
      and ${consent.decision} = 'refused' and ${consent.givenAt} >= ${referral.answeredAt})`
  return and(eq(referral.state, 'declined'), eq(caseFile.stage, 'open'), sql`not ${replaced}`, sql`not ${saidNo}`)
}
