import { and, asc, desc, eq, isNull, sql } from 'drizzle-orm'
import type { Tx } from '../../../../db/as-actor.ts'
import { agency } from '../../../../db/schema/agency.ts'
import { caseFile, contact } from '../../../../db/schema/case-file.ts'
import { consent, consentOverride } from '../../../../db/schema/consent.ts'
import { referral, referralOrigin } from '../../../../db/schema/referral.ts'
import type { Reading } from '../../../domain/partnership/actor.ts'
import { afterDecline } from '../../../domain/referrals/after-decline.ts'
import { owesNewsSql } from '../../../facts/client-news.server.ts'
import { keptDecision } from '../../../facts/kept-decision.server.ts'
import { liveOverride } from '../../../facts/live-override.server.ts'
import { declinedAndUnhelped } from '../../../facts/unhelped-client.server.ts'
import { sendingAddress } from '../../../forms/sending-address.ts'
import { isActionNeeded } from '../standards/open-clock.ts'
import type { CaseView } from './read-case-view.server.ts'

/** What decides the next step beside the work on the case: contacts, consents and referrals. */
export async function readStepFacts(tx: Tx, { actor, now }: Reading, view: CaseView) {
  const { agencyId } = actor
  const { caseId } = view
  const [[contacts], [consents], [referrals], [authorised], declined] = await Promise.all([
    tx
      .select({
        reached: sql<boolean>`coalesce(bool_or(${contact.succeeded}), false)`,
        unsafe: sql<boolean>`coalesce(max(${contact.contactedAt}) filter (where ${contact.unsafeReason} <> '')
          > coalesce(max(${contact.contactedAt}) filter (where ${contact.succeeded} and ${contact.unsafeReason} = ''),
            '-infinity'), false)`,
      })
      .from(contact)
      .where(and(eq(contact.agencyId, agencyId), eq(contact.caseId, caseId), isNull(contact.errorAt))),
    tx
      .select({
        all: sql<number>`count(*)::int`,
      })
      .from(consent)
      .where(and(eq(consent.agencyId, agencyId), eq(consent.caseId, caseId))),
    tx
      .select({
        all: sql<number>`count(*)::int`,
        draftId: sql<string | null>`min(${referral.referralId}::text) filter (where ${referral.state} = 'decided')`,
        newsId: sql<string | null>`min(${referral.referralId}::text) filter (where ${owesNewsSql()})`,
      })
      .from(referralOrigin)
      .innerJoin(referral, eq(referral.referralId, referralOrigin.referralId))
      .where(and(eq(referralOrigin.agencyId, agencyId), eq(referralOrigin.caseId, caseId))),
    selectAuthorised(tx, agencyId, caseId, now),
    findDeclined(tx, agencyId, view),
  ])
  return {
    contacted: contacts?.reached ?? false,
    unsafeContact: contacts?.unsafe ?? false,
    contactLine: view.clocks.find(isContactOwed)?.line ?? null,
    consents: consents?.all ?? 0,
    referrals: { draftId: null, newsId: null, all: 0, ...referrals, declined },
    authorised: authorised ? { agencyName: authorised.agencyName, href: sendingAddress(authorised) } : null,
  }
}

function isContactOwed({ clause, status }: CaseView['clocks'][number]): boolean {
  return (clause === 'R3' || clause === 'R4') && isActionNeeded(status)
}

/** The latest declined referral of a client who has no other help yet. */
async function findDeclined(tx: Tx, agencyId: string, { caseId, client }: CaseView) {
  const [row] = await tx
    .select({ referralId: referral.referralId, suggestedName: agency.name })
    .from(referralOrigin)
    .innerJoin(referral, eq(referral.referralId, referralOrigin.referralId))
    .innerJoin(caseFile, and(eq(caseFile.agencyId, agencyId), eq(caseFile.caseId, referralOrigin.caseId)))
    .leftJoin(agency, eq(agency.agencyId, referral.suggestedAgencyId))
    .where(and(eq(referralOrigin.agencyId, agencyId), eq(referralOrigin.caseId, caseId), declinedAndUnhelped()))
    .orderBy(desc(referral.answeredAt))
    .limit(1)
  return row ? { referralId: row.referralId, words: afterDecline(client.name, row.suggestedName) } : null
}

/** The authorisation that expires first. */
function selectAuthorised(tx: Tx, agencyId: string, caseId: string, now: Date) {
  const { recipientAgencyId, purpose, decidedAt } = consentOverride
  return tx
    .select({
      ...{ caseId: consentOverride.caseId, recipientAgencyId, purpose, agencyName: agency.name },
      keptId: keptDecision({ ...consentOverride, purposes: sql`array[${purpose}]` }),
    })
    .from(consentOverride)
    .innerJoin(agency, eq(agency.agencyId, recipientAgencyId))
    .where(and(eq(consentOverride.agencyId, agencyId), eq(consentOverride.caseId, caseId), liveOverride(now)))
    .orderBy(asc(decidedAt))
    .limit(1)
}
