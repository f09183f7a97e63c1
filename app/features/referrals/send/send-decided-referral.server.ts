import { and, eq } from 'drizzle-orm'
import { z } from 'zod'
import type { Tx } from '../../../../db/as-actor.ts'
import { type AlreadyDone, writeOnce } from '../../../../db/once.ts'
import { referral, referralOrigin } from '../../../../db/schema/referral.ts'
import { orNotFound } from '../../../access/require.server.ts'
import type { Actor, Asking } from '../../../domain/partnership/actor.ts'
import { movesFor } from '../../../domain/referrals/referral-move.ts'
import { decideSending, type Sending, type SendingRefusal } from '../../../domain/referrals/referral-sending.ts'
import { done, type Result, refused } from '../../../domain/result.ts'
import { addSafetyAnswers, writeSafetyAnswers } from '../decide/complete-safe-contact.server.ts'
import { readReferralFacts } from '../decide/read-referral-facts.server.ts'
import { categoriesEntries, safetyEntries, type WithSafety, wordsEntries } from '../decide/referral-entries.server.ts'
import { moveReferral, type ReferralRefusal } from '../moves/move-referral.server.ts'
import { findRerouted } from '../sent/find-rerouted.server.ts'
import { endReplaced, needsConsentToReplace, type ReplacedRefusal } from './end-replaced.server.ts'
import { sentHappening } from './sent-happening.ts'
import { spendOverride } from './spend-override.server.ts'
import { insertFirstPackage, shownToRecipient } from './write-sent-referral.server.ts'

export const sendDecidedReferralInput = z.object({ ...safetyEntries, ...wordsEntries, ...categoriesEntries })

export type SendDecidedReferralInput = WithSafety<typeof sendDecidedReferralInput> & { referralId: string }

export type SendDecidedRefusal =
  | SendingRefusal
  | ReferralRefusal
  | { kind: 'override-used' }
  | ReplacedRefusal
  | AlreadyDone

/** Sends an earlier decision once the client has agreed. The decision keeps its time, so that lateness shows. */
export async function sendDecidedReferral(
  asking: Asking,
  input: SendDecidedReferralInput,
): Promise<Result<{ referralId: string }, SendDecidedRefusal>> {
  return writeOnce<{ referralId: string }, SendDecidedRefusal>(asking, 'send-decided-referral', input, async (tx) => {
    const { actor, now } = asking
    const { referralId, categories, summary, othersAtRisk, workerSafety } = input
    const { caseId, ...row } = orNotFound(await findDecided(tx, actor, referralId))
    const { toAgencyId: recipientAgencyId, purpose, decidedAt, state, reroutedFromId } = row
    if (state !== 'decided') return refused({ kind: 'move-not-possible', state, possible: movesFor(state, 'sender') })
    const held = await readReferralFacts(tx, actor, { caseId, recipientAgencyId, purpose, referralId })
    const file = addSafetyAnswers(held.file, input)

    const words = { summary, othersAtRisk, workerSafety }
    const decided = decideSending({ purpose, categories, words, decidedAt }, { ...held, file }, now)
    if (!decided.ok) return decided
    if (reroutedFromId && !(await findRerouted(tx, actor, caseId, reroutedFromId)))
      return refused({ kind: 'replaced-moved-on' })
    if (needsConsentToReplace(reroutedFromId, decided.value)) return refused({ kind: 'reroute-needs-consent' })

    await writeSafetyAnswers(tx, asking, file)
    // The decision keeps its recorded time, whatever ground allows the sending.
    return sendDecided(tx, asking, { ...decided.value, decidedAt, caseId, referralId, reroutedFromId })
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

interface DecidedToSend extends Sending {
  caseId: string
  referralId: string
  reroutedFromId: string | null
}

/** Checks the ground, makes the move and writes the package. The referral that it replaces ends at the same moment. */
async function sendDecided(
  tx: Tx,
  asking: Asking,
  sending: DecidedToSend,
): Promise<Result<{ referralId: string }, SendDecidedRefusal>> {
  const { ground, caseId, referralId, reroutedFromId, recipientAgencyId: toAgencyId, shared } = sending
  if (ground.basis === 'override' && !(await spendOverride(tx, asking, { overrideId: ground.overrideId, referralId })))
    return refused({ kind: 'override-used' })
  await writeBasis(tx, asking.actor, sending)
  const sent = await moveReferral(tx, asking, {
    referralId,
    move: 'send',
    side: 'sender',
    set: shownToRecipient(sending),
    happening: sentHappening({ caseId, referralId }, sending, asking.now),
  })
  if (!sent.ok) return sent
  const between = { referralId, fromAgencyId: asking.actor.agencyId, toAgencyId }
  await insertFirstPackage(tx, asking, between, shared)
  const ended = await endReplaced(tx, asking, reroutedFromId, sending)
  return ended.ok ? done({ referralId }) : ended
}

async function writeBasis(tx: Tx, { agencyId }: Actor, { ground, referralId }: DecidedToSend): Promise<void> {
  const basis = ground.basis === 'consent' ? { consentId: ground.consentId } : { overrideId: ground.overrideId }
  await tx
    .update(referralOrigin)
    .set(basis)
    .where(and(eq(referralOrigin.agencyId, agencyId), eq(referralOrigin.referralId, referralId)))
}
