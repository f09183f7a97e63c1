import { asc } from 'drizzle-orm'
import { asActor } from '../../../../db/as-actor.ts'
import { agency } from '../../../../db/schema/agency.ts'
import { orNotFound } from '../../../access/require.server.ts'
import { categoriesAllowed } from '../../../domain/consents/consent.ts'
import type { ConsentPurpose } from '../../../domain/consents/consent-purpose.ts'
import type { Actor, Reading } from '../../../domain/partnership/actor.ts'
import { suggestRecipients } from '../../../domain/referrals/recipient-suggestion.ts'
import { withReceivers } from '../../../facts/joined-agencies.server.ts'
import { recordEvent } from '../../../timeline/record-event.server.ts'
import { readSendingDue } from '../send/read-sending-due.server.ts'
import { findRerouted } from '../sent/find-rerouted.server.ts'
import { missingSafety, NOTHING_MISSING, previewOf, sharingWith } from './preview-sharing.ts'
import { type CaseToRefer, findCaseToRefer } from './read-case-material.server.ts'
import { readSharingFacts, type SharingFacts } from './read-sharing-facts.server.ts'
import type { ReferChoice } from './refer-address.ts'

type Directory = (typeof agency.$inferSelect & { hasReceiver: boolean })[]

/** The data for deciding a referral: possible recipients, what they will see, and the deadline. */
export async function readReferPage({ actor, now }: Reading, choice: ReferChoice) {
  return asActor(actor, async (tx) => {
    const file = orNotFound(await findCaseToRefer(tx, actor, choice.caseId))
    const [facts, directory, due] = [
      await readSharingFacts(tx, actor, choice.caseId),
      await withReceivers(tx, await tx.select().from(agency).orderBy(asc(agency.name))),
      await readSendingDue(tx, now),
    ]
    const rerouted = choice.reroutedFromId
      ? orNotFound(await findRerouted(tx, actor, choice.caseId, choice.reroutedFromId))
      : null
    await recordEvent(tx, { actor, now }, { kind: 'record-consulted', caseId: file.caseId, data: { what: 'case' } })
    const { caseId, reference, clientName, wishes, stage } = file
    const toShow = { file, facts, purpose: choice.purpose, now }
    const recipient = recipientOf(directory, choice.recipientAgencyId ?? null, toShow)
    const { purpose } = choice
    return {
      case: { caseId, reference, clientName, wishes, closed: stage === 'closed' },
      purpose,
      suggestions: suggestionsOf(file, directory, facts, { actor, now, purpose }),
      noneChosen: choice.chosen === true && recipient === null,
      recipient,
      rerouted: rerouted && reroutedOf(rerouted, directory),
      due,
    }
  })
}

export type ReferPageData = Awaited<ReturnType<typeof readReferPage>>

/** The referral to replace. A declined one has ended already; any other ends when this one is sent. */
function reroutedOf({ referralId, reference, state, toAgencyId }: ReroutedRow, directory: Directory) {
  const name = directory.find(({ agencyId }) => agencyId === toAgencyId)?.name
  const ends = state === 'declined' ? `which ${name} declined` : 'which ends when this one is sent'
  return { referralId, reference, words: `In place of referral ${reference}, ${ends}.` }
}

type ReroutedRow = NonNullable<Awaited<ReturnType<typeof findRerouted>>>

interface Choosing {
  actor: Actor
  now: Date
  purpose: ConsentPurpose
}

/** Agencies that offer this purpose, the best fit first, with what they offer and their hours. */
function suggestionsOf(
  file: CaseToRefer,
  directory: Directory,
  facts: SharingFacts,
  { actor, now, purpose }: Choosing,
) {
  const { strands, wards } = file
  const hasAgreed = (recipientAgencyId: string) =>
    categoriesAllowed(facts.consents, { recipientAgencyId, purpose }, now).length > 0
  const wanted = { fromAgencyId: actor.agencyId, purpose, strands, wards, hasAgreed }
  const ready = directory.filter(({ hasReceiver }) => hasReceiver)
  return suggestRecipients(ready, wanted).map((suggestion) => {
    const { offers = '', hours = '' } = directory.find(({ agencyId }) => agencyId === suggestion.agencyId) ?? {}
    return { ...suggestion, offers, hours }
  })
}

interface ToShow {
  file: CaseToRefer
  facts: SharingFacts
  purpose: ConsentPurpose
  now: Date
}

function recipientOf(directory: Directory, recipientAgencyId: string | null, toShow: ToShow) {
  const chosen = directory.find(({ agencyId }) => agencyId === recipientAgencyId)
  if (!chosen) return null
  const { agencyId, name, offers, hours, takesReferrals, dutyPhone } = chosen
  const sharing = sharingWith(agencyId, name, toShow.facts, toShow)
  const { material } = toShow.file
  const words = { summary: material.incident.summary, othersAtRisk: '', workerSafety: '' }
  const preview = previewOf(material, sharing.categories, words)
  return {
    agencyId,
    name,
    offers,
    hours,
    takesReferrals,
    dutyPhone,
    sharing,
    preview,
    words,
    missing: sharing.basis === 'consent' ? missingSafety(material.reach.safeContact) : NOTHING_MISSING,
  }
}
