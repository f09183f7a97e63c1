import { done, type Result, refused } from '../result.ts'
import { lowerFirst } from '../text/first-letter.ts'
import type { UnsafeAct } from './case-event.ts'
import type { ContactChannel, ContactOutcome } from './contact.ts'
import { SAFETY_QUESTION_IDS, SAFETY_QUESTIONS, type SafeContact, type SafetyQuestionId } from './safe-contact.ts'

export interface ContactAct {
  channel: ContactChannel
  outcome: ContactOutcome
}

/** Why an act went against what the client said. Stored as ids, so that no log holds anything about the client. */
export const UNSAFE_CONTACT_REASONS = {
  client_contacted_us: { label: 'The client contacted us this way' },
  client_agreed: { label: 'The client said it was safe this time' },
  immediate_danger: { label: 'The client was in immediate danger' },
  by_mistake: { label: 'It was a mistake' },
} as const satisfies Record<string, { label: string }>

export type UnsafeContactReason = keyof typeof UNSAFE_CONTACT_REASONS

/** What a person adds when an act goes against the client’s answers. */
export interface UnsafeContactConfirmation {
  unsafeReason?: UnsafeContactReason | null
  unsafeConfirmed?: boolean
}

/** Stored with each act: the answers it went against (none for a safe act) and the reason. */
export interface ContactSafety {
  unsafeAnswers: SafetyQuestionId[]
  unsafeReason: UnsafeContactReason | ''
}

export interface UnsafeContactRefusal {
  kind: 'against-safe-contact'
  answers: SafetyQuestionId[]
  missing: ('unsafeConfirmed' | 'unsafeReason')[]
}

const IS_USED: Readonly<Record<SafetyQuestionId, (act: ContactAct) => boolean>> = {
  safeToVoicemail: (act) => isCall(act) && act.outcome === 'left_message',
  safeToCall: isCall,
  // A note through the door can be read by anyone at home, like a letter.
  safeToPost: ({ channel, outcome }) =>
    channel === 'letter' || (channel === 'home_visit' && (outcome === 'left_message' || outcome === 'sent_message')),
  safeToText: ({ channel, outcome }) => channel === 'text' || (channel === 'phone' && outcome === 'sent_message'),
  safeToEmail: ({ channel }) => channel === 'email',
}

function isCall({ channel, outcome }: ContactAct): boolean {
  return channel === 'video' || (channel === 'phone' && outcome !== 'sent_message')
}

/**
 * The client's safe-contact answers that an act goes against, the most dangerous first. An act that leaves a message
 * behind (voicemail, text, e-mail, letter) also goes against a question that was not asked yet.
 */
export function contradictedAnswers(safe: SafeContact, act: ContactAct): SafetyQuestionId[] {
  return SAFETY_QUESTION_IDS.filter((id) => IS_USED[id](act) && (safe[id] === 'no' || isUnasked(safe, id)))
}

function isUnasked(safe: SafeContact, id: SafetyQuestionId): boolean {
  return id !== 'safeToCall' && safe[id] === null && safe[SAFETY_QUESTIONS[id].about].trim() !== ''
}

/** Whether an act may be recorded: against the client’s answers only with a confirmation and a reason. */
export function checkContactSafety(
  safe: SafeContact,
  act: ContactAct,
  { unsafeConfirmed, unsafeReason }: UnsafeContactConfirmation,
): Result<ContactSafety, UnsafeContactRefusal> {
  const answers = contradictedAnswers(safe, act)
  if (answers.length === 0) return done({ unsafeAnswers: [], unsafeReason: '' })
  if (unsafeConfirmed && unsafeReason) return done({ unsafeAnswers: answers, unsafeReason })
  const missing = [
    ...(unsafeConfirmed ? [] : (['unsafeConfirmed'] as const)),
    ...(unsafeReason ? [] : (['unsafeReason'] as const)),
  ]
  return refused({ kind: 'against-safe-contact', answers, missing })
}

/** The data of an event for an unsafe act; nothing for a safe one. */
export function unsafeActOf({ unsafeAnswers, unsafeReason }: ContactSafety): UnsafeAct {
  return unsafeAnswers.length > 0 ? { unsafeAnswers, unsafeReason } : {}
}

/** 'Do not leave voicemail. Do not call.': what the client said, in the words of the warning. */
export function unsafeAnswersInWords(answers: readonly SafetyQuestionId[], safe?: SafeContact): string {
  return answers
    .map((id) => (safe?.[id] === null ? SAFETY_QUESTIONS[id].ifNotAsked : SAFETY_QUESTIONS[id].ifNo))
    .join(' ')
}

/** For a timeline: 'Against the client’s safe-contact answers: Do not leave voicemail. Reason: it was a mistake.' */
export function unsafeContactInWords(unsafeAnswers: readonly string[], unsafeReason: string): string {
  const known = SAFETY_QUESTION_IDS.filter((id) => unsafeAnswers.includes(id))
  if (known.length === 0) return ''
  const reason = UNSAFE_CONTACT_REASONS[unsafeReason as UnsafeContactReason]?.label ?? ''
  const why = reason ? ` Reason: ${lowerFirst(reason)}.` : ''
  return `Against the client’s safe-contact answers: ${unsafeAnswersInWords(known)}${why}`
}
