import { and, eq } from 'drizzle-orm'
import type { Tx } from '../../../db/as-actor.ts'
import { referral, referralOrigin } from '../../../db/schema/referral.ts'
import { ifMay } from '../../access/ability.ts'
import type { Disclosure } from '../../domain/cases/case-event.ts'
import type { Actor } from '../../domain/partnership/actor.ts'
import { whyReferred } from '../../domain/referrals/referral-decision.ts'
import { attemptsSql } from '../../facts/referral-attempts.server.ts'

export type OwnReferral = typeof referral.$inferSelect &
  Pick<typeof referralOrigin.$inferSelect, 'caseId' | 'askedBy' | 'decidedBy' | 'consentId' | 'overrideId'> & {
    /** As `referralStatus` needs them. */
    attempts: number | null
  }

/** A referral from the actor's own agency, with its case; undefined if they may not read (or change) it. */
export async function findOwnReferral(
  tx: Tx,
  actor: Actor,
  referralId: string,
  to: 'select' | 'update' = 'select',
): Promise<OwnReferral | undefined> {
  const [row] = await tx
    .select({ referral, origin: referralOrigin, attempts: attemptsSql() })
    .from(referralOrigin)
    .innerJoin(referral, eq(referral.referralId, referralOrigin.referralId))
    .where(and(eq(referralOrigin.agencyId, actor.agencyId), eq(referralOrigin.referralId, referralId)))
  if (!row || !ifMay(actor, to, 'referral', row.referral)) return undefined
  const { caseId, decidedBy, consentId, overrideId } = row.origin
  const { attempts } = row
  return { ...row.referral, attempts, caseId, askedBy: whyReferred(row.origin), decidedBy, consentId, overrideId }
}

export async function lockOwnReferral(tx: Tx, actor: Actor, referralId: string): Promise<OwnReferral | undefined> {
  await tx
    .select({ referralId: referral.referralId })
    .from(referral)
    .where(and(eq(referral.referralId, referralId), eq(referral.fromAgencyId, actor.agencyId)))
    .for('update')
  return findOwnReferral(tx, actor, referralId, 'update')
}

/** The ground for sharing more with the same agency: the one the referral was sent on. */
export function furtherDisclosure(own: OwnReferral): Disclosure {
  const { toAgencyId: recipientAgencyId, overrideId, consentId, overrideGround, purpose } = own
  if (overrideId)
    return { recipientAgencyId, ground: overrideGround, justification: `Override ${overrideId} for ${purpose}` }
  return { recipientAgencyId, ground: 'consent', justification: `Consent ${consentId} for ${purpose}` }
}
