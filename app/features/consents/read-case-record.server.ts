import { and, asc, desc, eq, isNull } from 'drizzle-orm'
import { asActor, type Tx } from '../../../db/as-actor.ts'
import { agency } from '../../../db/schema/agency.ts'
import { contact, incident } from '../../../db/schema/case-file.ts'
import { consent } from '../../../db/schema/consent.ts'
import { staff } from '../../../db/schema/staff.ts'
import { CONTACT_CHANNELS, CONTACT_OUTCOMES } from '../../domain/cases/contact.ts'
import { unsafeContactInWords } from '../../domain/cases/unsafe-contact.ts'
import { CONSENT_DECISIONS } from '../../domain/consents/consent.ts'
import { WHY_NO_CONSENT, type WhyNoConsent } from '../../domain/consents/override.ts'
import { type Contradiction, contradictionsOf } from '../../domain/consents/override-contradiction.ts'
import type { Actor } from '../../domain/partnership/actor.ts'
import { sayInstant } from '../../ui/time/say-time.ts'

/** The case's record of the client: incidents, contacts, and answers about sharing. */
export async function readCaseRecord(tx: Tx, { agencyId }: Actor, caseId: string) {
  const [incidents, contacts, consents] = await Promise.all([
    tx
      .select({ account: incident.account })
      .from(incident)
      .where(and(eq(incident.agencyId, agencyId), eq(incident.caseId, caseId)))
      .orderBy(asc(incident.recordedAt)),
    tx
      .select({ contact, byName: staff.name })
      .from(contact)
      .innerJoin(staff, and(eq(staff.agencyId, contact.agencyId), eq(staff.staffId, contact.staffId)))
      .where(and(eq(contact.agencyId, agencyId), eq(contact.caseId, caseId), isNull(contact.errorAt)))
      .orderBy(desc(contact.contactedAt)),
    tx
      .select({ consent, recipientName: agency.name })
      .from(consent)
      .innerJoin(agency, eq(agency.agencyId, consent.recipientAgencyId))
      .where(and(eq(consent.agencyId, agencyId), eq(consent.caseId, caseId)))
      .orderBy(desc(consent.givenAt)),
  ])
  return { incidents, contacts, consents }
}

export type CaseRecord = Awaited<ReturnType<typeof readCaseRecord>>

/** The record in sentences, for the page where a manager decides. */
export function recordInWords({ incidents, contacts, consents }: CaseRecord, now: Date) {
  return {
    accounts: incidents.map(({ account }) => account),
    contacts: contacts.map(({ contact: { contactId, channel, result, contactedAt, note, ...safety }, byName }) => ({
      id: contactId,
      words: [
        `${sayInstant(contactedAt, now)}, by ${byName}. ${CONTACT_CHANNELS[channel].label}: ${CONTACT_OUTCOMES[result].label}.`,
        note && `Note: ${note}`,
        unsafeContactInWords(safety.unsafeAnswers, safety.unsafeReason),
      ]
        .filter(Boolean)
        .join(' '),
    })),
    answers: consents.map(({ consent: { consentId, decision, givenAt, withdrawnAt, limits }, recipientName }) => ({
      id: consentId,
      words: [
        `${sayInstant(givenAt, now)}, about ${recipientName}: ${CONSENT_DECISIONS[decision].label}.`,
        withdrawnAt ? `Withdrawn ${sayInstant(withdrawnAt, now)}.` : '',
        limits,
      ]
        .filter(Boolean)
        .join(' '),
    })),
  }
}

/** Each contradiction between a request and the record, as a sentence. */
export function contradictionsInWords(
  request: Parameters<typeof contradictionsOf>[0],
  { contacts, consents }: CaseRecord,
  now: Date,
): string[] {
  const record = { contacts: contacts.map((one) => one.contact), consents: consents.map((one) => one.consent) }
  return contradictionsOf(request, record).map((one) => sentence(one, now))
}

function sentence(contradiction: Contradiction, now: Date): string {
  switch (contradiction.kind) {
    case 'reached':
      return `The case says that your agency reached the client ${sayInstant(contradiction.at, now)}.`
    case 'answered':
      return `The case says that the client answered about sharing (${sayInstant(contradiction.at, now)}).`
    case 'agreed':
      return `The case says that the client agreed to share with this agency ${sayInstant(contradiction.at, now)}.`
    case 'no-refusal-recorded':
      return 'The case does not record that the client refused to share with this agency.'
    case 'never-reached':
      return 'The case says that no one has reached the client yet.'
  }
}

/** Where the case contradicts each reason for not having consent, as a sentence each; '' if it does not. */
export function readContradictionHints(
  { actor, now }: { actor: Actor; now: Date },
  caseId: string,
  recipientAgencyId: string | null,
): Promise<Record<WhyNoConsent, string>> {
  return asActor(actor, async (tx) => {
    const record = await readCaseRecord(tx, actor, caseId)
    const request = { recipientAgencyId: recipientAgencyId ?? '', clientTold: false, requestedAt: now }
    const hint = (whyNoConsent: WhyNoConsent) =>
      // The record of answers is per agency, so without an agency it cannot contradict a refusal.
      whyNoConsent === 'refused' && !recipientAgencyId
        ? ''
        : contradictionsInWords({ ...request, whyNoConsent }, record, now).join(' ')
    const reasons = Object.keys(WHY_NO_CONSENT) as WhyNoConsent[]
    return Object.fromEntries(reasons.map((why) => [why, hint(why)])) as Record<WhyNoConsent, string>
  })
}
