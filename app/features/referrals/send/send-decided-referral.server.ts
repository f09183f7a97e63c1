import { and, eq } from 'drizzle-orm'
import { z } from 'zod'
import type { Tx } from '../../../../db/as-actor.ts'
import { type AlreadyDone, writeOnce } from '../../../../db/once.ts'
import { referral, referralOrigin } from '../../../../db/schema/referral.ts'
import { orNotFound } from '../../../access/require.server.ts'
import type { Actor, Asking } from '../../../domain/partnership/actor.ts'
import { movesFor } from '../../../domain/referrals/referral-move.ts'
import { type Result, refused } from '../../../domain/result.ts'
import { checkReferral, type WeighRefusal } from '../decide/check-referral.server.ts'
import { completeSafeContact } from '../decide/complete-safe-contact.server.ts'
import { readSharingFacts } from '../decide/read-sharing-facts.server.ts'
import { categoriesShape, safetyShape, type WithSafety, wordsShape } from '../decide/referral-fields.server.ts'
import { findRerouted } from '../sent/find-rerouted.server.ts'
import { type ClearRefusal, clearReferral, type DispatchRefusal, dispatchReferral } from './dispatch-referral.server.ts'

export const sendDecidedReferralInput = z.object({ ...safetyShape, ...wordsShape, ...categoriesShape })

export type SendDecidedReferralInput = WithSafety<typeof sendDecidedReferralInput> & { referralId: string }

export type SendDecidedRefusal = WeighRefusal | ClearRefusal | DispatchRefusal | AlreadyDone

/** Sends what was decided earlier, once the client has agreed. The decision keeps its instant, so lateness shows. */
export async function sendDecidedReferral(
  asking: Asking,
  input: SendDecidedReferralInput,
): Promise<Result<{ referralId: string }, SendDecidedRefusal>> {
  return writeOnce<{ referralId: string }, SendDecidedRefusal>(asking, 'send-decided-referral', input, async (tx) => {
    const { referralId, categories, summary, othersAtRisk, workerSafety } = input
    const { caseId, ...row } = orNotFound(await findDecided(tx, asking.actor, referralId))
    const { toAgencyId: recipientAgencyId, purpose, decidedAt, state, reroutedFromId } = row
    if (state !== 'decided') return refused({ kind: 'move-not-possible', state, possible: movesFor(state, 'sender') })
    const checked = await checkReferral(tx, asking, { caseId, recipientAgencyId, purpose, decidedAt, referralId })
    if (!checked.ok) return checked
    const facts = await readSharingFacts(tx, asking.actor, caseId, { lock: true })
    const { recipientName } = checked.value
    const file = await completeSafeContact(tx, asking, checked.value.file, input)
    const words = { summary, othersAtRisk, workerSafety }
    const asked = { file, facts, recipientAgencyId, recipientName, purpose, categories, words }
    const cleared = clearReferral(asked, asking.now)
    if (!cleared.ok) return cleared
    if (reroutedFromId && !(await findRerouted(tx, asking.actor, caseId, reroutedFromId)))
      return refused({ kind: 'replaced-moved-on' })
    const going = { ...cleared.value, file, referralId, recipientAgencyId, purpose, decidedAt, reroutedFromId }
    return dispatchReferral(tx, asking, going)
  })
}

async function findDecided(tx: Tx, { agencyId }: Actor, referralId: string) {
  const [row] = await tx
    .select({ referral, caseId: referralOrigin.caseId })
    .from(referralOrigin)
    .innerJoin(referral, eq(referral.referralId, referralOrigin.referralId))
    .where(and(eq(referralOrigin.agencyId, agencyId), eq(referralOrigin.referralId, referralId)))
  return row && { ...row.referral, caseId: row.caseId }
}
