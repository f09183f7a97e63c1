import { eq } from 'drizzle-orm'
import { asActor, type Tx } from '../../../../db/as-actor.ts'
import { agency } from '../../../../db/schema/agency.ts'
import { orNotFound } from '../../../access/require.server.ts'
import type { Reading } from '../../../domain/partnership/actor.ts'
import { movesFor } from '../../../domain/referrals/referral-move.ts'
import { canBeAmended, type PackageContent, type PackageWords } from '../../../domain/referrals/referral-package.ts'
import { recordEvent } from '../../../timeline/record-event.server.ts'
import { missingSafety, NOTHING_MISSING, previewOf, sharingWith } from '../decide/preview-sharing.ts'
import { findCaseToRefer } from '../decide/read-case-material.server.ts'
import { readSharingFacts, type SharingFacts } from '../decide/read-sharing-facts.server.ts'
import { findOwnReferral, type OwnReferral } from '../find-own-referral.server.ts'
import { readSendingDue } from '../send/read-sending-due.server.ts'
import { findNewestPackage } from './find-newest-package.server.ts'

/** A referral with the package as it would be sent now: to send an earlier decision, or to amend what was sent. */
export async function readPackagePage({ actor, now }: Reading, referralId: string) {
  return asActor(actor, async (tx) => {
    const own = orNotFound(await findOwnReferral(tx, actor, referralId))
    const file = orNotFound(await findCaseToRefer(tx, actor, own.caseId))
    const facts = await readSharingFacts(tx, actor, own.caseId)
    const recipient = await readRecipient(tx, own.toAgencyId)
    const shared = await findNewestPackage(tx, actor, referralId)
    const sharing = sharingOf(own, recipient.name, facts, now)
    const words = shared ? wordsIn(shared.content) : wordsOfCase(file.material.incident.summary)
    const consulted = { what: 'referral', referralId } as const
    await recordEvent(
      tx,
      { actor, now },
      { kind: 'record-consulted', caseId: own.caseId, subjectId: referralId, data: consulted },
    )
    return {
      referralId,
      reference: own.reference,
      state: own.state,
      attempts: own.attempts,
      version: own.version,
      purpose: own.purpose,
      caseId: own.caseId,
      clientName: file.clientName,
      recipient,
      sendable: movesFor(own.state, 'sender').includes('send'),
      amendable: canBeAmended(own),
      byOverride: own.byOverride,
      sharing,
      words,
      missing: sharing.basis === 'consent' ? missingSafety(file.material.reach.safeContact) : NOTHING_MISSING,
      preview: previewOf(file.material, sharing.categories, words),
      due: await readSendingDue(tx, own.decidedAt),
    }
  })
}

export type PackagePageData = Awaited<ReturnType<typeof readPackagePage>>

async function readRecipient(tx: Tx, agencyId: string) {
  const [row] = await tx
    .select({ agencyId: agency.agencyId, name: agency.name })
    .from(agency)
    .where(eq(agency.agencyId, agencyId))
  if (!row) throw new Error('A referral to an agency that is not in the directory.')
  return row
}

/** An override used for this referral still allows it; otherwise the client's present consents decide. */
function sharingOf(own: OwnReferral, name: string, facts: SharingFacts, now: Date) {
  const used = facts.overrides.find((one) => one.overrideId === own.overrideId)
  if (used) return { basis: 'override' as const, categories: [...used.categories], missing: '', limits: '' }
  return sharingWith(own.toAgencyId, name, facts, { purpose: own.purpose, now })
}

function wordsIn({ parts }: PackageContent): PackageWords {
  return {
    summary: parts.incident_details?.summary ?? '',
    othersAtRisk: parts.risk?.othersAtRisk ?? '',
    workerSafety: parts.risk?.workerSafety ?? '',
  }
}

function wordsOfCase(summary: string): PackageWords {
  return { summary, othersAtRisk: '', workerSafety: '' }
}
