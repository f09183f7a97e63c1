import { asActor } from '../../../../db/as-actor.ts'
import { orNotFound } from '../../../access/require.server.ts'
import type { Reading } from '../../../domain/partnership/actor.ts'
import { refusalMessage } from '../../../forms/refusal-table.server.ts'
import { type MayNotShare, mayShareAgain } from '../decide/may-share-again.ts'
import { limitsOf } from '../decide/preview-sharing.ts'
import { readSharingFacts } from '../decide/read-sharing-facts.server.ts'
import { findOwnReferral } from '../find-own-referral.server.ts'
import { findNewestPackage } from '../package/find-newest-package.server.ts'
import { SENDER_REFUSALS } from '../refusal-words.server.ts'
import { readSentBrief } from './read-sent-brief.server.ts'

/** The data for answering a question: the question, the client's limits, or why nothing may be shared now. */
export async function readAnswerToGive({ actor, now }: Reading, referralId: string) {
  const sent = await readSentBrief({ actor }, referralId)
  return asActor(actor, async (tx) => {
    const own = orNotFound(await findOwnReferral(tx, actor, referralId))
    const facts = await readSharingFacts(tx, actor, own.caseId)
    const categories = (await findNewestPackage(tx, actor, referralId))?.categories ?? []
    const { toAgencyId: recipientAgencyId, purpose, overrideId } = own
    const allowed = mayShareAgain(own, facts, categories, now)
    return {
      sent,
      recipientAgencyId,
      byOverride: overrideId !== null,
      limits: overrideId === null ? limitsOf(facts.consents, { recipientAgencyId, purpose, categories }, now) : '',
      missing: allowed.ok ? '' : missingWords(allowed.refusal, sent.recipientName),
    }
  })
}

export type AnswerToGive = Awaited<ReturnType<typeof readAnswerToGive>>

function missingWords(refusal: MayNotShare, agencyName: string): string {
  return refusalMessage(SENDER_REFUSALS, refusal.kind === 'consent-missing' ? { ...refusal, agencyName } : refusal)
}
