import { z } from 'zod'
import type { Tx } from '../../../../db/as-actor.ts'
import { type AlreadyDone, writeOnce } from '../../../../db/once.ts'
import { orNotFound } from '../../../access/require.server.ts'
import type { Asking } from '../../../domain/partnership/actor.ts'
import { done, type Result, refused } from '../../../domain/result.ts'
import { checkReferral, type Weighed, type WeighRefusal } from '../decide/check-referral.server.ts'
import { completeSafeContact } from '../decide/complete-safe-contact.server.ts'
import { type Inserted, insertDecided } from '../decide/insert-decided.server.ts'
import { readSharingFacts } from '../decide/read-sharing-facts.server.ts'
import {
  categoriesShape,
  decisionShape,
  safetyShape,
  type WithSafety,
  wordsShape,
} from '../decide/referral-fields.server.ts'
import { findRerouted } from '../sent/find-rerouted.server.ts'
import {
  type Cleared,
  type ClearRefusal,
  clearReferral,
  type DispatchRefusal,
  dispatchReferral,
} from './dispatch-referral.server.ts'

export const sendReferralInput = z.object({ ...decisionShape, ...safetyShape, ...wordsShape, ...categoriesShape })

export type SendReferralInput = WithSafety<typeof sendReferralInput> & { caseId: string }

export type SendRefusal = WeighRefusal | ClearRefusal | DispatchRefusal | { kind: 'asked-by-missing' } | AlreadyDone

/**
 * I2: decides and sends in one transaction. The case and its consents are held, so nothing is disclosed after a
 * withdrawal has committed; what cannot be sent writes nothing at all.
 */
export async function sendReferral(asking: Asking, input: SendReferralInput): Promise<Result<Inserted, SendRefusal>> {
  return writeOnce<Inserted, SendRefusal>(asking, 'send-referral', input, async (tx) => {
    const { caseId, recipientAgencyId, purpose, categories, reroutedFromId } = input
    const saidAt = input.decidedAt ?? asking.now
    const checked = await checkReferral(tx, asking, { caseId, recipientAgencyId, purpose, decidedAt: saidAt })
    if (!checked.ok) return checked
    const facts = await readSharingFacts(tx, asking.actor, caseId, { lock: true })
    const words = wordsOf(input)
    const { recipientName } = checked.value
    const file = await completeSafeContact(tx, asking, checked.value.file, input)
    const asked = { file, facts, recipientAgencyId, recipientName, purpose, categories, words }
    const cleared = clearReferral(asked, asking.now)
    if (!cleared.ok) return cleared
    const askedBy = cleared.value.override ? 'override' : input.askedBy
    if (askedBy === 'override' && !cleared.value.override) return refused({ kind: 'asked-by-missing' })
    if (reroutedFromId) orNotFound(await findRerouted(tx, asking.actor, caseId, reroutedFromId))
    const decidedAt = decidedAtOf(checked.value, cleared.value)
    const decided = { caseId, recipientAgencyId, purpose, askedBy, decidedAt, reroutedFromId }
    return insertAndDispatch(tx, asking, decided, { ...cleared.value, file })
  })
}

function wordsOf({ summary, othersAtRisk, workerSafety }: SendReferralInput) {
  return { summary, othersAtRisk, workerSafety }
}

/** Sharing without consent is decided by the manager who authorises it; the clock counts from then. */
function decidedAtOf({ decidedAt }: Weighed, { override }: Cleared): Date {
  return override?.decidedAt ?? decidedAt
}

async function insertAndDispatch(
  tx: Tx,
  asking: Asking,
  decided: Parameters<typeof insertDecided>[2],
  cleared: Cleared & Pick<Weighed, 'file'>,
): Promise<Result<Inserted, DispatchRefusal>> {
  const inserted = await insertDecided(tx, asking, decided)
  const { recipientAgencyId, purpose, decidedAt } = decided
  const reroutedFromId = decided.reroutedFromId || null
  const { referralId } = inserted
  const going = { ...cleared, referralId, recipientAgencyId, purpose, decidedAt, reroutedFromId }
  const sent = await dispatchReferral(tx, asking, going)
  return sent.ok ? done(inserted) : sent
}
