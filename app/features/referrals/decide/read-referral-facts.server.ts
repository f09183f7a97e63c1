import { and, eq, inArray, ne } from 'drizzle-orm'
import type { Tx } from '../../../../db/as-actor.ts'
import { readCalendar } from '../../../../db/read-calendar.ts'
import { referral, referralOrigin } from '../../../../db/schema/referral.ts'
import { orNotFound } from '../../../access/require.server.ts'
import type { ConsentPurpose } from '../../../domain/consents/consent-purpose.ts'
import type { Actor } from '../../../domain/partnership/actor.ts'
import { OPEN_STATES } from '../../../domain/referrals/referral-move.ts'
import { readReceivers } from '../../../facts/joined-agencies.server.ts'
import { lockClocks } from '../../../timeline/record-event.server.ts'
import { findCaseToRefer } from './read-case-material.server.ts'
import { readSharingFacts } from './read-sharing-facts.server.ts'

interface Chosen {
  caseId: string
  recipientAgencyId: string
  purpose: ConsentPurpose
  /** Set if this referral was decided before, so that it does not count as its own duplicate. */
  referralId?: string
}

/**
 * The facts for deciding a referral, in one round trip. Locks the case first: decisions about its referrals follow
 * one another, and the second of two tabs sees the first. Its consents are locked too: a withdrawal waits for this
 * transaction, and one committed before is seen here.
 * @throws Response 404 for a case that does not exist or belongs to another agency
 */
export async function readReferralFacts(tx: Tx, actor: Actor, chosen: Chosen) {
  const { caseId, recipientAgencyId } = chosen
  const { agencyId } = actor
  const [file, clocks, sharing, agencies, open, calendar] = await Promise.all([
    findCaseToRefer(tx, actor, caseId, { lock: true }),
    lockClocks(tx, actor, caseId),
    readSharingFacts(tx, actor, caseId, { lock: true }),
    readReceivers(tx, [agencyId, recipientAgencyId]),
    findOpen(tx, actor, chosen),
    readCalendar(tx),
  ])
  const agencyInvestigates = agencies.find((one) => one.agencyId === agencyId)?.investigates ?? false
  return {
    fromAgencyId: agencyId,
    file: orNotFound(file),
    sharing,
    recipient: agencies.find((one) => one.agencyId === recipientAgencyId),
    open,
    clocks: { clocks, agencyInvestigates, calendar },
  }
}

export type HeldFacts = Awaited<ReturnType<typeof readReferralFacts>>

async function findOpen(tx: Tx, { agencyId }: Actor, { caseId, recipientAgencyId, purpose, referralId }: Chosen) {
  const [open] = await tx
    .select({ referralId: referral.referralId, reference: referral.reference })
    .from(referralOrigin)
    .innerJoin(referral, eq(referral.referralId, referralOrigin.referralId))
    .where(
      and(
        eq(referralOrigin.agencyId, agencyId),
        eq(referralOrigin.caseId, caseId),
        eq(referral.toAgencyId, recipientAgencyId),
        eq(referral.purpose, purpose),
        inArray(referral.state, [...OPEN_STATES]),
        referralId ? ne(referral.referralId, referralId) : undefined,
      ),
    )
    .limit(1)
  return open
}
