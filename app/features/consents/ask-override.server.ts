import { randomUUID } from 'node:crypto'
import { and, eq } from 'drizzle-orm'
import { z } from 'zod'
import type { Tx } from '../../../db/as-actor.ts'
import { type AlreadyDone, writeOnce } from '../../../db/once.ts'
import { agency } from '../../../db/schema/agency.ts'
import { caseFile } from '../../../db/schema/case-file.ts'
import { consentOverride } from '../../../db/schema/consent.ts'
import { ifMay, mayInsert } from '../../access/ability.ts'
import { orNotFound } from '../../access/require.server.ts'
import { CONSENT_PURPOSES } from '../../domain/consents/consent-purpose.ts'
import { OFFERED_CATEGORY_IDS } from '../../domain/consents/data-category.ts'
import {
  type AskOverrideRefusal,
  checkOverrideRequest,
  OVERRIDE_GROUNDS,
  overrideProblems,
  WHY_NO_CONSENT,
} from '../../domain/consents/override.ts'
import type { Asking } from '../../domain/partnership/actor.ts'
import { checkReceiver, type ReceiverRefusal } from '../../domain/referrals/referral-decision.ts'
import { done, type Result, refused } from '../../domain/result.ts'
import { withReceivers } from '../../facts/joined-agencies.server.ts'
import { choiceOf, choicesAmong, neededText, tickedBox, typedText, YES_NO } from '../../forms/form-fields.server.ts'
import { recordEvent } from '../../timeline/record-event.server.ts'

export const askOverrideInput = z.object({
  recipientAgencyId: z.uuid({ error: 'Choose the agency that must know' }),
  purpose: choiceOf(CONSENT_PURPOSES, 'Choose what it would be shared for'),
  categories: choicesAmong(OFFERED_CATEGORY_IDS),
  withoutName: tickedBox(),
  ground: choiceOf(OVERRIDE_GROUNDS, 'Choose the ground'),
  whyNoConsent: choiceOf(WHY_NO_CONSENT, 'Choose why there is no consent'),
  necessity: neededText(2000, 'Write why it must be shared, and why now'),
  clientTold: choiceOf(YES_NO, 'Say whether you have told the client'),
  notToldReason: typedText(500),
})

export type AskOverrideInput = z.output<typeof askOverrideInput> & { caseId: string }

/** Errors that the schema cannot find, from the valid fields: shown together with the schema's errors. */
export function requestProblems({ clientTold, ...sound }: Partial<z.output<typeof askOverrideInput>>) {
  return overrideProblems({ ...sound, ...(clientTold && { clientTold: clientTold === 'yes' }) })
}

export type AskOverrideRefused =
  | AskOverrideRefusal
  | ReceiverRefusal
  | AlreadyDone
  | { kind: 'recipient-is-own-agency' }

/**
 * Asks a manager to authorise sharing without consent. The request itself shares nothing.
 * @throws Response 404 for a case or an agency that does not exist
 */
export async function askOverride(
  asking: Asking,
  input: AskOverrideInput,
): Promise<Result<{ overrideId: string }, AskOverrideRefused>> {
  return writeOnce<{ overrideId: string }, AskOverrideRefused>(asking, 'ask-override', input, async (tx) => {
    const { agencyId, staffId } = asking.actor
    const { caseId, recipientAgencyId, ground } = input
    const recipient = await findRecipient(tx, asking, input)
    if (recipientAgencyId === agencyId) return refused({ kind: 'recipient-is-own-agency' })
    const receives = checkReceiver(recipient, input.purpose)
    if (!receives.ok) return receives
    const request = checkOverrideRequest({ ...input, clientTold: input.clientTold === 'yes' })
    if (!request.ok) return request
    const overrideId = randomUUID()
    const about = { agencyId, caseId, overrideId, requestedBy: staffId, requestedAt: asking.now }
    const { purpose, whyNoConsent, necessity, clientTold, notToldReason } = request.value
    const categories = [...request.value.categories]
    const basis = { recipientAgencyId, purpose, ground, whyNoConsent, necessity, categories, clientTold, notToldReason }
    await tx.insert(consentOverride).values({ ...about, ...basis })
    const data = { overrideId, recipientAgencyId, ground }
    await recordEvent(tx, asking, { kind: 'override-asked', caseId, subjectId: overrideId, data })
    return done({ overrideId })
  })
}

async function findRecipient(tx: Tx, { actor }: Asking, { caseId, recipientAgencyId }: AskOverrideInput) {
  const [[file], known] = await Promise.all([
    tx
      .select({ agencyId: caseFile.agencyId, caseWorkerId: caseFile.caseWorkerId })
      .from(caseFile)
      .where(and(eq(caseFile.agencyId, actor.agencyId), eq(caseFile.caseId, caseId))),
    tx.select().from(agency).where(eq(agency.agencyId, recipientAgencyId)),
  ])
  const [recipient] = await withReceivers(tx, known)
  const row = {
    agencyId: actor.agencyId,
    requestedBy: actor.staffId,
    decision: 'asked',
    usedAt: null,
    decidedBy: null,
  }
  const mayAsk = ifMay(actor, 'update', 'caseFile', file) && mayInsert(actor, 'consentOverride', row)
  return orNotFound(mayAsk ? recipient : null)
}
