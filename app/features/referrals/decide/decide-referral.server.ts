import { z } from 'zod'
import { type AlreadyDone, writeOnce } from '../../../../db/once.ts'
import { orNotFound } from '../../../access/require.server.ts'
import type { Asking } from '../../../domain/partnership/actor.ts'
import { done, type Result, refused } from '../../../domain/result.ts'
import { recordEvent } from '../../../timeline/record-event.server.ts'
import { findRerouted } from '../sent/find-rerouted.server.ts'
import { checkReferral, type WeighRefusal } from './check-referral.server.ts'
import { type Inserted, insertDecided } from './insert-decided.server.ts'
import { decisionShape } from './referral-fields.server.ts'

export const decideReferralInput = z.object(decisionShape)

export type DecideReferralInput = z.output<typeof decideReferralInput> & { caseId: string }

export type DecideReferralRefusal = WeighRefusal | { kind: 'asked-by-missing' } | AlreadyDone

/**
 * Records a decision to refer that cannot be sent yet, because consent is still missing. The clock of I2 runs from the
 * instant of the decision, also when that is typed in later. Nothing leaves the agency.
 * @throws Response 404 for a referral to take the place of that is not of this case, or cannot be replaced any more
 */
export async function decideReferral(
  asking: Asking,
  input: DecideReferralInput,
): Promise<Result<Inserted, DecideReferralRefusal>> {
  return writeOnce<Inserted, DecideReferralRefusal>(asking, 'decide-referral', input, async (tx) => {
    const { caseId, recipientAgencyId, purpose, askedBy, reroutedFromId } = input
    // Sharing without consent is decided when a manager authorises it, so it has nothing to wait for here.
    if (askedBy === 'override') return refused({ kind: 'asked-by-missing' })
    const decidedAt = input.decidedAt ?? asking.now
    const checked = await checkReferral(tx, asking, { caseId, recipientAgencyId, purpose, decidedAt })
    if (!checked.ok) return checked
    if (reroutedFromId) orNotFound(await findRerouted(tx, asking.actor, caseId, reroutedFromId))
    const given = { caseId, recipientAgencyId, purpose, askedBy, decidedAt, reroutedFromId }
    const inserted = await insertDecided(tx, asking, given)
    await recordEvent(tx, asking, {
      kind: 'referral-decided',
      caseId,
      subjectId: inserted.referralId,
      happenedAt: decidedAt,
      data: { referralId: inserted.referralId, decidedAt: decidedAt.toISOString(), askedBy },
    })
    return done(inserted)
  })
}
