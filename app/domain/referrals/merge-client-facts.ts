import type { CommunicationNeedId } from '../cases/communication-need.ts'
import {
  PREFERRED_METHODS,
  SAFETY_QUESTION_IDS,
  SAFETY_QUESTIONS,
  type SafeContact,
  type SafetyQuestionId,
  type YesNo,
} from '../cases/safe-contact.ts'
import { nameKey, nameWords } from '../text/name-words.ts'
import { phoneKeys } from '../text/phone-key.ts'
import { type CalendarDay, dayInWords } from '../time/calendar-day.ts'
import { canBeSameDay, type PartialDay, partialDayInWords } from '../time/partial-day.ts'

/** Facts about a client, as the case has them or as one report gave them; empty if not known. */
export interface ClientFacts {
  name: string
  dateOfBirth: PartialDay | null
  safeContact: SafeContact
  language: string
  interpreterNeeded: boolean
  interpreterNote: string
  communicationNeeds: CommunicationNeedId[]
  communicationNote: string
  counted: boolean
}

/**
 * The case's facts after a further report. Missing facts are filled in; known facts stay, and a different one is
 * added to the notes with its day, for a worker to check. Of two answers on safety, the safer one counts.
 */
export function mergeClientFacts(known: ClientFacts, reported: ClientFacts, on: CalendarDay): ClientFacts {
  const { interpreterNote, communicationNote } = reported
  const interpreterNeeded = known.interpreterNeeded || reported.interpreterNeeded
  const interpreter = joinNotes(known.interpreterNote, interpreterNote, on)
  const safety = saferAnswers(known.safeContact, reported.safeContact)
  return {
    name: known.name || reported.name,
    dateOfBirth: fullerDate(known.dateOfBirth, reported.dateOfBirth),
    safeContact: {
      ...mergeWays(known.safeContact, reported.safeContact, on),
      ...safety,
      interpreter: interpreterNeeded ? interpreter : '',
    },
    language: known.language || reported.language,
    interpreterNeeded,
    interpreterNote: interpreter,
    communicationNeeds: [...new Set([...known.communicationNeeds, ...reported.communicationNeeds])],
    communicationNote: [
      ...listDifferentFacts(known, reported),
      ...listDifferentAnswers(known.safeContact, reported.safeContact, safety),
    ]
      .concat(communicationNote)
      .reduce((words, said) => joinNotes(words, said, on), known.communicationNote),
    // A client who did not want to be counted stays uncounted until someone changes it on the client's details page.
    counted: known.counted && reported.counted,
  }
}

/** A date that adds a month or day to the known one replaces it; a contradicting date does not. */
function fullerDate(known: PartialDay | null, reported: PartialDay | null): PartialDay | null {
  if (known === null || reported === null) return known ?? reported
  return reported.length > known.length && canBeSameDay(known, reported) ? reported : known
}

/** Adds new words after the known ones, with the day, unless they say the same. */
export function joinNotes(known: string, reported: string, on: CalendarDay, between = '; '): string {
  const earlierNotes = known.split(TOLD_ON).map(plain)
  if (!reported.trim() || earlierNotes.includes(plain(reported)) || plain(known) === plain(reported)) return known
  return known.trim() ? `${known}${between}Told on ${dayInWords(on)}: ${reported}` : reported
}

const TOLD_ON = /Told on [^:]+: /

function plain(words: string): string {
  return words
    .replace(/[;\s]+$/, '')
    .trim()
    .toLowerCase()
}

function mergeWays(known: SafeContact, reported: SafeContact, on: CalendarDay): SafeContact {
  return {
    ...known,
    preferredMethod: known.preferredMethod ?? reported.preferredMethod,
    phone: known.phone || reported.phone,
    email: known.email || reported.email,
    address: known.address || reported.address,
    safeTimes: joinNotes(known.safeTimes, reported.safeTimes, on),
    mustNotKnow: joinNotes(known.mustNotKnow, reported.mustNotKnow, on),
    codeWord: joinNotes(known.codeWord, reported.codeWord, on),
    trustedPerson: joinNotes(known.trustedPerson, reported.trustedPerson, on),
  }
}

/** Facts of which a case has only one, reported differently. Staff read the notes on needs before calling. */
function listDifferentFacts(known: ClientFacts, reported: ClientFacts): string[] {
  const [before, now] = [known.safeContact, reported.safeContact]
  const method = now.preferredMethod
  const otherMethod = method && before.preferredMethod && method !== before.preferredMethod
  const otherBirth = reported.dateOfBirth && known.dateOfBirth && !canBeSameDay(reported.dateOfBirth, known.dateOfBirth)
  return [
    ...(differs(known.name, reported.name, nameKey) ? [`other name: ${reported.name}`] : []),
    ...(otherBirth ? [`other date of birth: ${partialDayInWords(reported.dateOfBirth ?? '')}`] : []),
    ...(differs(known.language, reported.language, nameKey) ? [`other language: ${reported.language}`] : []),
    ...(otherMethod ? [`prefers another way: ${PREFERRED_METHODS[method].label}`] : []),
    ...(differs(before.phone, now.phone, KEYS.phone) ? [`other phone: ${now.phone}`] : []),
    ...(differs(before.email, now.email, KEYS.email) ? [`other e-mail: ${now.email}`] : []),
    ...(differs(before.address, now.address, KEYS.address) ? [`other address: ${now.address}`] : []),
  ]
}

const KEYS = {
  // A phone field without a number is compared as words.
  phone: (phone: string) => phoneKeys(phone).sort().join(' ') || nameWords(phone).join(' '),
  email: (email: string) => email.trim().toLowerCase(),
  address: (address: string) => nameWords(address).join(' '),
}

function differs(known: string, reported: string, keyOf: (text: string) => string): boolean {
  return known.trim() !== '' && reported.trim() !== '' && keyOf(known) !== keyOf(reported)
}

type SafetyAnswers = Record<SafetyQuestionId, YesNo | null>

function saferAnswers(known: SafeContact, reported: SafeContact): SafetyAnswers {
  const answers = SAFETY_QUESTION_IDS.map((id) => [id, saferAnswer(id, known, reported)] as const)
  return Object.fromEntries(answers) as SafetyAnswers
}

/** A "no" always counts. A "yes" is only about the number it was given for. */
function saferAnswer(id: SafetyQuestionId, known: SafeContact, reported: SafeContact): YesNo | null {
  const { about } = SAFETY_QUESTIONS[id]
  if (known[id] === 'no' || reported[id] === 'no') return 'no'
  if (!known[about].trim() && reported[about].trim()) return reported[id]
  return differs(known[about], reported[about], KEYS[about]) ? known[id] : (known[id] ?? reported[id])
}

/** Answers that were not used, or that contradict an earlier one: noted, so that staff ask again. */
function listDifferentAnswers(known: SafeContact, reported: SafeContact, holds: SafetyAnswers): string[] {
  return SAFETY_QUESTION_IDS.flatMap((id) => {
    const said = reported[id]
    if (said === null || (said === holds[id] && (known[id] === null || known[id] === said))) return []
    return [`“${SAFETY_QUESTIONS[id].question}” ${said}${known[id] === null ? '' : `, and before: ${known[id]}`}`]
  })
}
