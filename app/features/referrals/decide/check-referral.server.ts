import { and, eq, inArray, ne } from 'drizzle-orm'
import type { Tx } from '../../../../db/as-actor.ts'
import { agency } from '../../../../db/schema/agency.ts'
import { referral, referralOrigin } from '../../../../db/schema/referral.ts'
import { orNotFound } from '../../../access/require.server.ts'
import type { ConsentPurpose } from '../../../domain/consents/consent-purpose.ts'
import type { Actor, Asking } from '../../../domain/partnership/actor.ts'
import {
  couldBeSent,
  type DecisionRefusal,
  checkReferralDecision as mayBeDecided,
} from '../../../domain/referrals/referral-decision.ts'
import { OPEN_STATES } from '../../../domain/referrals/referral-move.ts'
import { done, type Result, refused } from '../../../domain/result.ts'
import { withReceivers } from '../../../facts/joined-agencies.server.ts'
import { type CaseToRefer, findCaseToRefer } from './read-case-material.server.ts'

export interface Weighed {
  file: CaseToRefer
  recipientName: string
  decidedAt: Date
}

export type WeighRefusal =
  | DecisionRefusal
  | { kind: 'case-closed' }
  | { kind: 'recipient-takes-none'; agencyName: string }
  | { kind: 'already-open'; referralId: string; reference: string }

interface ToWeigh {
  caseId: string
  recipientAgencyId: string
  purpose: ConsentPurpose
  decidedAt: Date
  /** The referral itself when it was decided before and is checked again. */
  referralId?: string
}

/**
 * Locks the case and says whether such a referral may exist at all; consent is asked for separately. The lock makes
 * one after the other of all that concerns this case's referrals, so of two tabs the second finds the first.
 * @throws Response 404 for a case of nobody or of another agency, and for an unknown recipient
 */
export async function checkReferral(tx: Tx, asking: Asking, asked: ToWeigh): Promise<Result<Weighed, WeighRefusal>> {
  const { actor, now } = asking
  const file = orNotFound(await findCaseToRefer(tx, actor, asked.caseId, { lock: true }))
  const known = await tx.select().from(agency).where(eq(agency.agencyId, asked.recipientAgencyId))
  const [recipient] = await withReceivers(tx, known)
  if (!recipient) return refused({ kind: 'recipient-cannot-receive' })
  if (file.stage === 'closed') return refused({ kind: 'case-closed' })
  const { purpose, decidedAt } = asked
  const decision = { fromAgencyId: actor.agencyId, decidedAt, purpose, recipient, receivedAt: file.receivedAt }
  const decided = mayBeDecided(decision, now)
  if (!decided.ok) return decided
  const receives = couldBeSent(recipient, purpose)
  if (!receives.ok) return refused({ ...receives.refusal, agencyName: recipient.name })
  const open = await findOpen(tx, actor, asked)
  if (open) return refused({ kind: 'already-open', ...open })
  return done({ file, recipientName: recipient.name, decidedAt })
}

async function findOpen(tx: Tx, { agencyId }: Actor, asked: ToWeigh) {
  const [open] = await tx
    .select({ referralId: referral.referralId, reference: referral.reference })
    .from(referralOrigin)
    .innerJoin(referral, eq(referral.referralId, referralOrigin.referralId))
    .where(
      and(
        eq(referralOrigin.agencyId, agencyId),
        eq(referralOrigin.caseId, asked.caseId),
        eq(referral.toAgencyId, asked.recipientAgencyId),
        eq(referral.purpose, asked.purpose),
        inArray(referral.state, [...OPEN_STATES]),
        asked.referralId ? ne(referral.referralId, asked.referralId) : undefined,
      ),
    )
    .limit(1)
  return open
}
