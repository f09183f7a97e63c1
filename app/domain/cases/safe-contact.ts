export type YesNo = 'yes' | 'no'

export const PREFERRED_METHODS = {
  call: { label: 'Phone call' },
  text: { label: 'Text message' },
  email: { label: 'E-mail' },
  post: { label: 'Letter' },
  in_person: { label: 'In person' },
  trusted_person: { label: 'Through a trusted person' },
} as const satisfies Record<string, { label: string }>

export type PreferredMethod = keyof typeof PREFERRED_METHODS

/**
 * How to reach a client without harm. Empty text: nothing recorded. Null: not asked yet, which is treated as unsafe.
 */
export interface SafeContact {
  preferredMethod: PreferredMethod | null
  phone: string
  email: string
  address: string
  safeToCall: YesNo | null
  safeToVoicemail: YesNo | null
  safeToText: YesNo | null
  safeToEmail: YesNo | null
  safeToPost: YesNo | null
  safeTimes: string
  mustNotKnow: string
  codeWord: string
  trustedPerson: string
  interpreter: string
}

export const EMPTY_SAFE_CONTACT: Readonly<SafeContact> = {
  preferredMethod: null,
  phone: '',
  email: '',
  address: '',
  safeToCall: null,
  safeToVoicemail: null,
  safeToText: null,
  safeToEmail: null,
  safeToPost: null,
  safeTimes: '',
  mustNotKnow: '',
  codeWord: '',
  trustedPerson: '',
  interpreter: '',
}

interface SafetyQuestion {
  question: string
  /** The question needs an answer only if this contact detail is recorded. */
  about: 'phone' | 'email' | 'address'
  ifNo: string
  ifNotAsked: string
}

/** In order of danger: anyone who holds the phone hears a voicemail, anyone at home can open a letter. */
export const SAFETY_QUESTIONS = {
  safeToVoicemail: {
    question: 'Is it safe to leave a voicemail?',
    about: 'phone',
    ifNo: 'Do not leave voicemail.',
    ifNotAsked: 'Do not leave voicemail: the client has not been asked whether it is safe.',
  },
  safeToCall: {
    question: 'Is it safe to call?',
    about: 'phone',
    ifNo: 'Do not call.',
    ifNotAsked: 'Do not call: the client has not been asked whether it is safe.',
  },
  safeToPost: {
    question: 'Is it safe to send letters?',
    about: 'address',
    ifNo: 'Do not send letters.',
    ifNotAsked: 'Do not send letters: the client has not been asked whether it is safe.',
  },
  safeToText: {
    question: 'Is it safe to send text messages?',
    about: 'phone',
    ifNo: 'Do not send text messages.',
    ifNotAsked: 'Do not send text messages: the client has not been asked whether it is safe.',
  },
  safeToEmail: {
    question: 'Is it safe to send e-mail?',
    about: 'email',
    ifNo: 'Do not send e-mail.',
    ifNotAsked: 'Do not send e-mail: the client has not been asked whether it is safe.',
  },
} as const satisfies Partial<Record<keyof SafeContact, SafetyQuestion>>

export type SafetyQuestionId = keyof typeof SAFETY_QUESTIONS

export const SAFETY_QUESTION_IDS = Object.keys(SAFETY_QUESTIONS) as SafetyQuestionId[]

/** Safety questions not answered yet about a phone, e-mail or address that we hold. Any of them blocks sending. */
export function missingAnswers(safe: SafeContact): SafetyQuestionId[] {
  return SAFETY_QUESTION_IDS.filter((id) => safe[id] === null && safe[SAFETY_QUESTIONS[id].about].trim() !== '')
}

/** Sentences to read before the number is shown, the most dangerous first. */
export function warningsOf(safe: SafeContact): string[] {
  const warnings: string[] = []
  if (safe.mustNotKnow.trim()) warnings.push(`Must not know: ${closed(safe.mustNotKnow)}`)
  for (const id of SAFETY_QUESTION_IDS) {
    if (safe[id] === 'no') warnings.push(SAFETY_QUESTIONS[id].ifNo)
  }
  for (const id of missingAnswers(safe)) warnings.push(SAFETY_QUESTIONS[id].ifNotAsked)
  if (safe.safeTimes.trim()) warnings.push(`Safe times: ${closed(safe.safeTimes)}`)
  if (safe.codeWord.trim()) warnings.push(`Say: ${closed(safe.codeWord)}`)
  if (safe.trustedPerson.trim()) warnings.push(`Trusted person: ${closed(safe.trustedPerson)}`)
  if (safe.interpreter.trim()) warnings.push(`Interpreter: ${closed(safe.interpreter)}`)
  return warnings
}

/** Whether the client must not be contacted: a safety question is unanswered, or no safe way is known. */
export function mustNotBeContacted(safe: SafeContact): boolean {
  return missingAnswers(safe).length > 0 || !canBeReached(safe)
}

/** Warnings for another agency, which cannot ask the client: first, that we have not asked either, if so. */
export function warningsToRecipient(safe: SafeContact): string[] {
  if (!mustNotBeContacted(safe)) return warningsOf(safe)
  return [
    `${whyNotSafe(safe)} Do not contact them before you have spoken with the agency that refers.`,
    ...warningsOf(safe),
  ]
}

function whyNotSafe(safe: SafeContact): string {
  if (SAFETY_QUESTION_IDS.every((id) => safe[id] === null))
    return 'The client has not been asked how to reach them safely.'
  if (missingAnswers(safe).length > 0) return 'The client has not been asked about every way to reach them.'
  return 'No safe way to reach the client is known.'
}

/** Whether at least one way is known to be safe. A trusted person counts. */
export function canBeReached(safe: SafeContact): boolean {
  const byPhone = safe.phone.trim() !== '' && (safe.safeToCall === 'yes' || safe.safeToText === 'yes')
  const byEmail = safe.email.trim() !== '' && safe.safeToEmail === 'yes'
  const byPost = safe.address.trim() !== '' && safe.safeToPost === 'yes'
  return byPhone || byEmail || byPost || safe.trustedPerson.trim() !== ''
}

function closed(text: string): string {
  const trimmed = text.trim()
  return /[.!?]$/.test(trimmed) ? trimmed : `${trimmed}.`
}
