import { z } from 'zod'
import { type AlreadyDone, writeOnce } from '../../../../db/once.ts'
import { orNotFound } from '../../../access/require.server.ts'
import type { Asking } from '../../../domain/partnership/actor.ts'
import { type CheckRefusal, checkReferralToSend } from '../../../domain/referrals/referral-sending.ts'
import { done, type Result, refused } from '../../../domain/result.ts'
import { calculateDeadline } from '../../../domain/standards/clock.ts'
import { getStandard } from '../../../domain/standards/service-standard.ts'
import { recordEvent } from '../../../timeline/record-event.server.ts'
import { findRerouted } from '../sent/find-rerouted.server.ts'
import { type Inserted, insertReferral } from './insert-referral.server.ts'
import { readReferralFacts } from './read-referral-facts.server.ts'
import { decisionEntries } from './referral-entries.server.ts'

export const decideReferralInput = z.object(decisionEntries)

export type DecideReferralInput = z.output<typeof decideReferralInput> & { caseId: string }

export type DecideReferralRefusal = CheckRefusal | { kind: 'asked-by-missing' } | AlreadyDone

/**
 * Records a decision to refer that cannot be sent yet, because consent is missing. The I2 clock runs from the time of
 * the decision, even if it is recorded later. Nothing leaves the agency.
 * @throws Response 404 if the referral to replace is not of this case, or can no longer be replaced
 */
export async function decideReferral(
  asking: Asking,
  input: DecideReferralInput,
): Promise<Result<Inserted, DecideReferralRefusal>> {
  return writeOnce<Inserted, DecideReferralRefusal>(asking, 'decide-referral', input, async (tx) => {
    const { actor, now } = asking
    const { caseId, recipientAgencyId: toAgencyId, purpose, askedBy, reroutedFromId } = input
    // With an override, the manager's authorisation is the decision, so there is no consent to wait for here.
    if (askedBy === 'override') return refused({ kind: 'asked-by-missing' })
    const decidedAt = input.decidedAt ?? now
    const { file, clocks, ...facts } = await readReferralFacts(tx, actor, input)
    const checked = checkReferralToSend({ purpose, decidedAt }, { file, ...facts }, now)
    if (!checked.ok) return checked
    if (reroutedFromId) orNotFound(await findRerouted(tx, actor, caseId, reroutedFromId))
    const { dueAt } = calculateDeadline(getStandard('I2'), decidedAt, clocks.calendar)
    const { agencyId: fromAgencyId, staffId } = actor
    const parties = { fromAgencyId, toAgencyId, senderWorkerId: staffId, reroutedFromId: reroutedFromId || null }
    const inserted = await insertReferral(
      tx,
      actor,
      // Only its own agency sees it yet. Sending decides whether the recipient learns that it was violent.
      { ...parties, state: 'decided', purpose, decidedAt, dueAt, serious: file.serious },
      { caseId, askedBy, decidedBy: staffId },
    )
    const { referralId } = inserted
    const data = { referralId, decidedAt: decidedAt.toISOString(), askedBy }
    const decided = { kind: 'referral-decided', caseId, subjectId: referralId, happenedAt: decidedAt, data } as const
    await recordEvent(tx, asking, decided, clocks)
    return done(inserted)
  })
}
