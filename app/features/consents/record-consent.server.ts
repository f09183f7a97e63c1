import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { lockCase } from '../../../db/lock-case.ts'
import { type AlreadyDone, writeOnce } from '../../../db/once.ts'
import { consent } from '../../../db/schema/consent.ts'
import { orNotFound } from '../../access/require.server.ts'
import type { Asking } from '../../domain/actor.ts'
import { londonDayOf } from '../../domain/calendar-day.ts'
import {
  CONSENT_CAPACITY,
  CONSENT_DECISIONS,
  CONSENT_GRANTORS,
  CONSENT_METHODS,
  reviewDayOf,
} from '../../domain/consent.ts'
import { CONSENT_PURPOSES } from '../../domain/consent-purpose.ts'
import { type ConsentRefusal, checkConsent, consentProblems } from '../../domain/consent-taking.ts'
import { consentWording, wordingAsText } from '../../domain/consent-wording.ts'
import { DATA_CATEGORIES } from '../../domain/data-category.ts'
import { done, type Result, refused } from '../../domain/result.ts'
import { recordEvent } from '../../timeline/record-event.server.ts'
import { typedDayField, typedInstantField } from '../../ui/date-fields.server.ts'
import { choiceOf, choicesOf, neededText, typedText } from '../../ui/form-fields.server.ts'
import { findAgencyName } from './find-agency-name.server.ts'

export const recordConsentInput = z.object({
  recipientAgencyId: z.uuid({ error: 'Choose the agency that the client was asked about' }),
  decision: choiceOf(CONSENT_DECISIONS, 'Choose what the client said'),
  purposes: choicesOf(CONSENT_PURPOSES),
  categories: choicesOf(DATA_CATEGORIES),
  /** The sentences as they stood on the page, so that what is stored is what was shown. */
  wordingShown: z.string().default(''),
  limits: typedText(1000),
  method: choiceOf(CONSENT_METHODS, 'Choose how the client answered'),
  language: neededText(60, 'Enter the language it was explained in'),
  interpreter: typedText(200),
  grantor: choiceOf(CONSENT_GRANTORS, 'Choose who answered'),
  capacity: choiceOf(CONSENT_CAPACITY, 'Choose what is known about whether the client can decide this'),
  capacityNote: typedText(500),
  givenAt: typedInstantField('recorded'),
  reviewOn: typedDayField('planned'),
})

export type RecordConsentInput = z.output<typeof recordConsentInput> & { caseId: string }

export interface RecordedConsent {
  consentId: string
  decision: RecordConsentInput['decision']
}

/** What is wrong with an answer beyond its schema, from the fields that are sound: said together with the rest. */
export function consentFormProblems(sound: Partial<z.output<typeof recordConsentInput>>, now: Date): ConsentRefusal[] {
  const { decision = 'refused', purposes = [], categories = [], grantor = 'client' } = sound
  const { capacity = 'presumed', capacityNote = '?', givenAt } = sound
  const taken = { decision, purposes, categories, grantor, capacity, capacityNote, givenAt: givenAt ?? now }
  return consentProblems(taken, now)
}

export type RecordConsentRefusal =
  | ConsentRefusal
  | AlreadyDone
  | { kind: 'recipient-is-own-agency' }
  | { kind: 'wording-changed' }
  | { kind: 'review-not-after-today' }
  | { kind: 'review-too-late' }

/**
 * What the client said about one agency, with the very sentences they were shown; a no is kept as carefully as a yes.
 * @throws Response 404 for a case or an agency that is not there
 */
export async function recordConsent(
  asking: Asking,
  input: RecordConsentInput,
): Promise<Result<RecordedConsent, RecordConsentRefusal>> {
  return writeOnce<RecordedConsent, RecordConsentRefusal>(asking, 'record-consent', input, async (tx) => {
    const { actor, now } = asking
    const { caseId, recipientAgencyId, decision, purposes, categories } = input
    // Whatever is being sent for this case waits, or is waited for: a no that is first counts.
    orNotFound(await lockCase(tx, actor, caseId))
    if (recipientAgencyId === actor.agencyId) return refused({ kind: 'recipient-is-own-agency' })
    const checked = checkConsent({ ...input, givenAt: input.givenAt ?? now }, now)
    if (!checked.ok) return checked
    const wording = consentWording({
      agencyName: orNotFound(await findAgencyName(tx, recipientAgencyId)),
      purposes,
      categories,
    })
    if (plainLines(input.wordingShown) !== wordingAsText(wording)) return refused({ kind: 'wording-changed' })
    const { givenAt } = checked.value
    const reviewOn = input.reviewOn ?? usualReviewDay(givenAt, purposes)
    if (decision === 'agreed' && reviewOn <= londonDayOf(now)) return refused({ kind: 'review-not-after-today' })
    // Sooner than usual is the client's choice; later would be nobody's but ours.
    if (decision === 'agreed' && reviewOn > usualReviewDay(now, purposes)) return refused({ kind: 'review-too-late' })
    const consentId = randomUUID()
    const { wordingShown: _shown, ...said } = input
    await tx.insert(consent).values({
      ...said,
      agencyId: actor.agencyId,
      consentId,
      wording: wordingAsText(wording),
      wordingVersion: wording.version,
      takenBy: actor.staffId,
      givenAt,
      reviewOn,
      recordedAt: now,
    })
    const about = { caseId, subjectId: consentId, happenedAt: givenAt }
    await recordEvent(
      tx,
      asking,
      decision === 'agreed'
        ? { ...about, kind: 'consent-given', data: { consentId, recipientAgencyId, purposes, categories } }
        : { ...about, kind: 'consent-refused', data: { consentId, recipientAgencyId } },
    )
    return done({ consentId, decision })
  })
}

/** A browser sends line ends of a form as CR LF. */
function plainLines(text: string): string {
  return text.replaceAll('\r\n', '\n').trim()
}

/** Nothing was agreed for a purpose: talk about it again as for support. */
function usualReviewDay(givenAt: Date, purposes: RecordConsentInput['purposes']) {
  return reviewDayOf(givenAt, purposes.length > 0 ? purposes : ['support'])
}
