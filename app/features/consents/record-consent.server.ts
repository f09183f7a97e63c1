import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import type { Tx } from '../../../db/as-actor.ts'
import { type AlreadyDone, writeOnce } from '../../../db/once.ts'
import { consent } from '../../../db/schema/consent.ts'
import { mayInsert } from '../../access/ability.ts'
import { lockCaseToChange } from '../../access/lock-case.server.ts'
import { notFound, orNotFound } from '../../access/require.server.ts'
import { reviewDayOf } from '../../domain/consents/consent.ts'
import { type ConsentRefusal, checkConsent } from '../../domain/consents/consent-taking.ts'
import { consentWording, wordingAsText } from '../../domain/consents/consent-wording.ts'
import type { Asking } from '../../domain/partnership/actor.ts'
import { done, type Result, refused } from '../../domain/result.ts'
import { londonDayOf } from '../../domain/time/calendar-day.ts'
import { recordEvent } from '../../timeline/record-event.server.ts'
import { clientAnswerEntries, workersPartEntries } from './consent-entries.server.ts'
import { findAgencyName } from './find-agency-name.server.ts'

export const recordConsentInput = z.object({ ...clientAnswerEntries, ...workersPartEntries })

export type RecordConsentInput = z.output<typeof recordConsentInput> & { caseId: string }

export interface RecordedConsent {
  consentId: string
  decision: RecordConsentInput['decision']
}

export type RecordConsentRefusal =
  | ConsentRefusal
  | AlreadyDone
  | { kind: 'recipient-is-own-agency' }
  | { kind: 'wording-changed' }
  | { kind: 'review-not-after-today' }
  | { kind: 'review-too-late' }

/**
 * Records the client's answer about one agency, agreement or refusal, with the exact sentences they were shown.
 * @throws Response 404 for a case or an agency that does not exist
 */
export async function recordConsent(
  asking: Asking,
  input: RecordConsentInput,
): Promise<Result<RecordedConsent, RecordConsentRefusal>> {
  return writeOnce<RecordedConsent, RecordConsentRefusal>(asking, 'record-consent', input, async (tx) => {
    // Takes the same lock as sending: a refusal recorded first stops the referral.
    orNotFound(await lockCaseToChange(tx, asking.actor, input.caseId))
    return writeConsent(tx, asking, input)
  })
}

/** Writes one answer in the caller's transaction, which has locked the case. */
export async function writeConsent(
  tx: Tx,
  asking: Asking,
  input: RecordConsentInput,
): Promise<Result<RecordedConsent, RecordConsentRefusal>> {
  const { actor, now } = asking
  const { caseId, recipientAgencyId, decision, purposes, categories } = input
  if (!mayInsert(actor, 'consent', actor)) throw notFound()
  if (recipientAgencyId === actor.agencyId) return refused({ kind: 'recipient-is-own-agency' })
  const checked = checkConsent({ ...input, givenAt: input.givenAt ?? now }, now)
  if (!checked.ok) return checked
  const agencyName = orNotFound(await findAgencyName(tx, recipientAgencyId))
  const wording = consentWording({ agencyName, purposes, categories })
  if (plainLines(input.wordingShown) !== wordingAsText(wording)) return refused({ kind: 'wording-changed' })
  const { givenAt } = checked.value
  const reviewOn = input.reviewOn ?? usualReviewDay(givenAt, purposes)
  if (decision === 'agreed' && reviewOn <= londonDayOf(now)) return refused({ kind: 'review-not-after-today' })
  // The client may choose an earlier review day. A later one is refused: the client did not agree to it.
  if (decision === 'agreed' && reviewOn > usualReviewDay(now, purposes)) return refused({ kind: 'review-too-late' })
  const consentId = randomUUID()
  const { wordingShown: _shown, withoutName: _withoutName, ...said } = input
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
}

/** Browsers send line breaks in forms as CR LF. */
function plainLines(text: string): string {
  return text.replaceAll('\r\n', '\n').trim()
}

/** A refusal has no purpose; it is reviewed like a consent for support. */
function usualReviewDay(givenAt: Date, purposes: RecordConsentInput['purposes']) {
  return reviewDayOf(givenAt, purposes.length > 0 ? purposes : ['support'])
}
