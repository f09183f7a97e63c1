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
export function knownAfter(held: ClientFacts, told: ClientFacts, on: CalendarDay): ClientFacts {
  const { interpreterNote, communicationNote } = told
  const interpreterNeeded = held.interpreterNeeded || told.interpreterNeeded
  const interpreter = joinNotes(held.interpreterNote, interpreterNote, on)
  const safety = saferAnswers(held.safeContact, told.safeContact)
  return {
    name: held.name || told.name,
    dateOfBirth: fullerDate(held.dateOfBirth, told.dateOfBirth),
    safeContact: {
      ...waysAfter(held.safeContact, told.safeContact, on),
      ...safety,
      interpreter: interpreterNeeded ? interpreter : '',
    },
    language: held.language || told.language,
    interpreterNeeded,
    interpreterNote: interpreter,
    communicationNeeds: [...new Set([...held.communicationNeeds, ...told.communicationNeeds])],
    communicationNote: [...toldOtherwise(held, told), ...answeredOtherwise(held.safeContact, told.safeContact, safety)]
      .concat(communicationNote)
      .reduce((words, said) => joinNotes(words, said, on), held.communicationNote),
    // A client who did not want to be counted stays uncounted until someone changes it on the client's details page.
    counted: held.counted && told.counted,
  }
}

/** A date that adds a month or day to the known one replaces it; a contradicting date does not. */
function fullerDate(held: PartialDay | null, told: PartialDay | null): PartialDay | null {
  if (held === null || told === null) return held ?? told
  return told.length > held.length && canBeSameDay(held, told) ? told : held
}

/** Adds new words after the known ones, with the day, unless they say the same. */
export function joinNotes(held: string, told: string, on: CalendarDay, between = '; '): string {
  const known = held.split(TOLD_ON).map(plain)
  if (!told.trim() || known.includes(plain(told)) || plain(held) === plain(told)) return held
  return held.trim() ? `${held}${between}Told on ${dayInWords(on)}: ${told}` : told
}

const TOLD_ON = /Told on [^:]+: /

function plain(words: string): string {
  return words
    .replace(/[;\s]+$/, '')
    .trim()
    .toLowerCase()
}

function waysAfter(held: SafeContact, told: SafeContact, on: CalendarDay): SafeContact {
  return {
    ...held,
    preferredMethod: held.preferredMethod ?? told.preferredMethod,
    phone: held.phone || told.phone,
    email: held.email || told.email,
    address: held.address || told.address,
    safeTimes: joinNotes(held.safeTimes, told.safeTimes, on),
    mustNotKnow: joinNotes(held.mustNotKnow, told.mustNotKnow, on),
    codeWord: joinNotes(held.codeWord, told.codeWord, on),
    trustedPerson: joinNotes(held.trustedPerson, told.trustedPerson, on),
  }
}

/**
 * Facts of which a case has only one, reported differently. They go into the notes on needs, which staff read before
 * calling.
 */
function toldOtherwise(held: ClientFacts, told: ClientFacts): string[] {
  const [before, now] = [held.safeContact, told.safeContact]
  const method = now.preferredMethod
  const otherMethod = method && before.preferredMethod && method !== before.preferredMethod
  const otherBirth = told.dateOfBirth && held.dateOfBirth && !canBeSameDay(told.dateOfBirth, held.dateOfBirth)
  return [
    ...(differs(held.name, told.name, nameKey) ? [`other name: ${told.name}`] : []),
    ...(otherBirth ? [`other date of birth: ${partialDayInWords(told.dateOfBirth ?? '')}`] : []),
    ...(differs(held.language, told.language, nameKey) ? [`other language: ${told.language}`] : []),
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

function differs(held: string, told: string, keyOf: (text: string) => string): boolean {
  return held.trim() !== '' && told.trim() !== '' && keyOf(held) !== keyOf(told)
}

type SafetyAnswers = Record<SafetyQuestionId, YesNo | null>

function saferAnswers(held: SafeContact, told: SafeContact): SafetyAnswers {
  const answers = SAFETY_QUESTION_IDS.map((id) => [id, saferAnswer(id, held, told)] as const)
  return Object.fromEntries(answers) as SafetyAnswers
}

/** A "no" always counts. A "yes" is only about the number it was given for. */
function saferAnswer(id: SafetyQuestionId, held: SafeContact, told: SafeContact): YesNo | null {
  const { about } = SAFETY_QUESTIONS[id]
  if (held[id] === 'no' || told[id] === 'no') return 'no'
  if (!held[about].trim() && told[about].trim()) return told[id]
  return differs(held[about], told[about], KEYS[about]) ? held[id] : (held[id] ?? told[id])
}

/** Answers that were not used, or that contradict an earlier one: noted, so that staff ask again. */
function answeredOtherwise(held: SafeContact, told: SafeContact, holds: SafetyAnswers): string[] {
  return SAFETY_QUESTION_IDS.flatMap((id) => {
    const said = told[id]
    if (said === null || (said === holds[id] && (held[id] === null || held[id] === said))) return []
    return [`“${SAFETY_QUESTIONS[id].question}” ${said}${held[id] === null ? '' : `, and before: ${held[id]}`}`]
  })
}
