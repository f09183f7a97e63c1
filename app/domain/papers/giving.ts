import type { SafeContact, SafetyQuestionId } from '../cases/safe-contact.ts'
import type { ContactSafety, UnsafeContactConfirmation, UnsafeContactRefusal } from '../cases/unsafe-contact.ts'
import { done, type Result, refused } from '../result.ts'
import { isBeforeMinuteOf } from '../time/calendar-day.ts'
import { type DocumentKind, isForWitnesses } from './document-kind.ts'
import {
  formatsNeeded,
  needsTranslation,
  type PaperFormat,
  type PaperLanguage,
  type TranslatedBy,
} from './paper-format.ts'
import { type PaperRecipient, type PaperWay, unsafeAnswersOfWay, waysFor } from './paper-way.ts'

/** What decides about a paper for the client: how to reach them safely, and how they read. */
export interface ReaderOfPaper {
  safeContact: SafeContact
  communicationNeeds: readonly string[]
  /** Empty means not asked. */
  language: string
}

export interface PaperToGive extends UnsafeContactConfirmation {
  recipient: PaperRecipient
  recipientName: string
  way: PaperWay
  format: PaperFormat
  language: PaperLanguage
  translatedBy: TranslatedBy | null
  /** The client asked for this format although they need another. */
  askedForFormat: boolean
  /** The client asked not to receive papers at home. */
  notAtHome: boolean
}

export type GivingRefusal =
  | UnsafeContactRefusal
  | { kind: 'witness-name-missing' }
  | { kind: 'not-for-witnesses' }
  | { kind: 'way-not-possible' }
  | { kind: 'held-without-asking' }
  | { kind: 'asked-not-at-home' }
  | { kind: 'other-format-needed'; formats: PaperFormat[] }
  | { kind: 'say-how-translated'; language: string }

/** What is stored of a paper that may be given like this. */
export interface AllowedGiving extends ContactSafety {
  recipientName: string
  translatedBy: TranslatedBy | ''
  askedForFormat: boolean
}

/**
 * Whether a paper may be recorded as given like this. To the client: in a way that they called safe, or with another
 * reason than haste; in a format that they can read (G6); and understood where they read another language (G5). We know
 * no safe way to reach a witness and not how they read, so a witness gets a paper in person.
 */
export function decideGiving(
  paper: DocumentKind,
  giving: PaperToGive,
  reader: ReaderOfPaper,
): Result<AllowedGiving, GivingRefusal> {
  const { recipient, way, format, language, askedForFormat, translatedBy, notAtHome } = giving
  const recipientName = recipient === 'witness' ? giving.recipientName.trim() : ''
  if (recipient === 'witness' && !isForWitnesses(paper)) return refused({ kind: 'not-for-witnesses' })
  if (recipient === 'witness' && recipientName === '') return refused({ kind: 'witness-name-missing' })
  if (!waysFor(paper, recipient).includes(way)) return refused({ kind: 'way-not-possible' })
  if (way === 'held' && !notAtHome) return refused({ kind: 'held-without-asking' })
  if (way === 'posted' && notAtHome) return refused({ kind: 'asked-not-at-home' })
  if (recipient === 'witness')
    return done({ recipientName, translatedBy: '', askedForFormat: false, unsafeAnswers: [], unsafeReason: '' })
  const formats = formatsNeeded(reader.communicationNeeds)
  const needsOther = formats.length > 0 && !formats.includes(format)
  if (needsOther && !askedForFormat) return refused({ kind: 'other-format-needed', formats })
  const foreign = needsTranslation(reader.language, language)
  if (foreign && !translatedBy) return refused({ kind: 'say-how-translated', language: reader.language })
  const safety = checkWay(unsafeAnswersOfWay(reader.safeContact, way), giving)
  if (!safety.ok) return safety
  return done({
    ...safety.value,
    recipientName,
    translatedBy: foreign && translatedBy ? translatedBy : '',
    askedForFormat: needsOther,
  })
}

function checkWay(
  answers: SafetyQuestionId[],
  { unsafeConfirmed, unsafeReason }: UnsafeContactConfirmation,
): Result<ContactSafety, UnsafeContactRefusal> {
  if (answers.length === 0) return done({ unsafeAnswers: [], unsafeReason: '' })
  if (unsafeConfirmed && unsafeReason) return done({ unsafeAnswers: answers, unsafeReason })
  const missing = [
    ...(unsafeConfirmed ? [] : (['unsafeConfirmed'] as const)),
    ...(unsafeReason ? [] : (['unsafeReason'] as const)),
  ]
  return refused({ kind: 'against-safe-contact', answers, missing })
}

export type GivenAtRefusal =
  | { kind: 'given-in-the-future' }
  | { kind: 'given-before-made' }
  | { kind: 'given-before-agreed' }

/** A paper is given after it was made and, where it is about a plan, after that was agreed; times are to the minute. */
export function checkGivenAt(
  givenAt: Date,
  { madeAt, agreedAt, now }: { madeAt: Date | null; agreedAt: Date | null; now: Date },
): Result<Date, GivenAtRefusal> {
  if (givenAt > now) return refused({ kind: 'given-in-the-future' })
  if (agreedAt && isBeforeMinuteOf(givenAt, agreedAt)) return refused({ kind: 'given-before-agreed' })
  if (madeAt && isBeforeMinuteOf(givenAt, madeAt)) return refused({ kind: 'given-before-made' })
  return done(givenAt)
}
