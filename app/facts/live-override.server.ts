import { and, eq, gt, isNull, type SQL, sql } from 'drizzle-orm'
import { consent, consentOverride } from '../../db/schema/consent.ts'
import { OVERRIDE_LASTS_DAYS } from '../domain/consents/override.ts'

/**
 * Overrides that can still be used: authorised, not used, not expired, and not overtaken by a newer answer of the
 * client. Use it to decide what to show; the gate decides again when something is sent.
 */
export function liveOverride(now: Date): SQL | undefined {
  const { agencyId, caseId, decision, decidedAt, usedAt, recipientAgencyId, purpose, whyNoConsent } = consentOverride
  const lapsed = new Date(now.getTime() - OVERRIDE_LASTS_DAYS * 86_400_000)
  const heardSince = sql`exists (select 1 from ${consent}
    where ${consent.agencyId} = ${agencyId} and ${consent.caseId} = ${caseId}
      and ${consent.recipientAgencyId} = ${recipientAgencyId} and (cardinality(${consent.purposes}) = 0 or ${purpose} = any(${consent.purposes}))
      and (cardinality(${consent.categories}) = 0 or ${consent.categories} && ${consentOverride.categories})
      and greatest(${consent.recordedAt}, ${consent.withdrawnAt}) > ${decidedAt}
      and (${whyNoConsent} <> 'refused' or ${consent.decision} = 'agreed'))`
  return and(eq(decision, 'authorised'), isNull(usedAt), gt(decidedAt, lapsed), sql`not ${heardSince}`)
}
