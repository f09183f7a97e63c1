import { z } from 'zod'
import { type AlreadyDone, writeOnce } from '../../../../db/once.ts'
import { orNotFound } from '../../../access/require.server.ts'
import type { Asking } from '../../../domain/partnership/actor.ts'
import type { AskedBy } from '../../../domain/referrals/referral-decision.ts'
import { decideSending, type Sending, type SendingRefusal } from '../../../domain/referrals/referral-sending.ts'
import { done, type Result, refused } from '../../../domain/result.ts'
import { recordEvent } from '../../../timeline/record-event.server.ts'
import { addSafetyAnswers, writeSafetyAnswers } from '../decide/complete-safe-contact.server.ts'
import type { Inserted } from '../decide/insert-referral.server.ts'
import { type HeldFacts, readReferralFacts } from '../decide/read-referral-facts.server.ts'
import {
  categoriesEntries,
  decisionEntries,
  safetyEntries,
  type WithSafety,
  wordsEntries,
} from '../decide/referral-entries.server.ts'
import { findRerouted } from '../sent/find-rerouted.server.ts'
import { endReplaced, needsConsentToReplace, type ReplacedRefusal } from './end-replaced.server.ts'
import { sentHappening } from './sent-happening.ts'
import { writeSentReferral } from './write-sent-referral.server.ts'

export const sendReferralInput = z.object({
  ...decisionEntries,
  ...safetyEntries,
  ...wordsEntries,
  ...categoriesEntries,
})

export type SendReferralInput = WithSafety<typeof sendReferralInput> & { caseId: string }

type DecideRefusal = SendingRefusal | { kind: 'asked-by-missing' }

export type SendRefusal = DecideRefusal | { kind: 'override-used' } | ReplacedRefusal | AlreadyDone

/**
 * I2: decides and sends in one transaction. The case and its consents are locked, so nothing is disclosed after a
 * withdrawal has committed. If it cannot be sent, nothing is written.
 */
export async function sendReferral(asking: Asking, input: SendReferralInput): Promise<Result<Inserted, SendRefusal>> {
  return writeOnce<Inserted, SendRefusal>(asking, 'send-referral', input, async (tx) => {
    const { caseId, reroutedFromId } = input
    const held = await readReferralFacts(tx, asking.actor, input)
    const file = addSafetyAnswers(held.file, input)

    const decided = decide(input, { ...held, file }, asking.now)
    if (!decided.ok) return decided
    const sending = decided.value
    if (reroutedFromId) orNotFound(await findRerouted(tx, asking.actor, caseId, reroutedFromId))
    if (needsConsentToReplace(reroutedFromId, sending)) return refused({ kind: 'reroute-needs-consent' })

    await writeSafetyAnswers(tx, asking, file)
    const { calendar } = held.clocks
    const written = await writeSentReferral(tx, asking, { ...sending, caseId, reroutedFromId, calendar })
    if (!written.ok) return written

    const { referralId } = written.value
    await recordEvent(tx, asking, sentHappening({ caseId, referralId }, sending, asking.now), held.clocks)
    const ended = await endReplaced(tx, asking, reroutedFromId, sending)
    return ended.ok ? done(written.value) : ended
  })
}

function decide(
  input: SendReferralInput,
  held: HeldFacts,
  now: Date,
): Result<Sending & { askedBy: AskedBy }, DecideRefusal> {
  const { purpose, categories, summary, othersAtRisk, workerSafety } = input
  const words = { summary, othersAtRisk, workerSafety }
  const decided = decideSending({ purpose, categories, words, decidedAt: input.decidedAt ?? now }, held, now)
  if (!decided.ok) return decided
  const askedBy = decided.value.override ? 'override' : input.askedBy
  if (askedBy === 'override' && !decided.value.override) return refused({ kind: 'asked-by-missing' })
  return done({ ...decided.value, askedBy })
}
