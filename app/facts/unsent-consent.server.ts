import { and, eq, gte, isNull, type SQL, sql } from 'drizzle-orm'
import { caseFile } from '../../db/schema/case-file.ts'
import { consent } from '../../db/schema/consent.ts'
import { referral, referralOrigin } from '../../db/schema/referral.ts'
import { londonDayOf } from '../domain/time/calendar-day.ts'

/**
 * Consents that no referral uses yet: the client agreed, has said nothing newer about this agency and purpose, and no
 * referral was decided or sent since. Use it to suggest the next step; the gate decides when something is sent. For a
 * query that joins the consent with its case.
 */
export function agreedAndUnsent(now: Date): SQL | undefined {
  const { agencyId, caseId, consentId, recipientAgencyId, purposes, givenAt, recordedAt } = consent
  const saidSince = sql`exists (select 1 from consent later
    where later.agency_id = ${agencyId} and later.case_id = ${caseId} and later.recipient_agency_id = ${recipientAgencyId}
      and later.consent_id <> ${consentId} and (cardinality(later.purposes) = 0 or later.purposes && ${purposes})
      and case when later.decision = 'agreed' and later.withdrawn_at is null
        then (later.given_at, later.recorded_at, later.consent_id) > (${givenAt}, ${recordedAt}, ${consentId})
        else coalesce(later.withdrawn_at, later.given_at) >= ${givenAt} end)`
  const referred = sql`exists (select 1 from ${referralOrigin}
    join ${referral} on ${referral.referralId} = ${referralOrigin.referralId}
    where ${referralOrigin.agencyId} = ${agencyId} and ${referralOrigin.caseId} = ${caseId}
      and ${referral.toAgencyId} = ${recipientAgencyId} and ${referral.purpose} = any(${purposes})
      and (${referral.state} = 'decided' or ${referral.decidedAt} >= ${givenAt} or ${referral.sentAt} >= ${givenAt}))`
  return and(
    eq(caseFile.stage, 'open'),
    eq(consent.decision, 'agreed'),
    isNull(consent.withdrawnAt),
    gte(consent.reviewOn, londonDayOf(now)),
    sql`not ${saidSince}`,
    sql`not ${referred}`,
  )
}
