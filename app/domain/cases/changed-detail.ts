import { lowerFirst } from '../text/first-letter.ts'
import { COMMUNICATION_NEEDS } from './communication-need.ts'
import { INCIDENT_TYPES, LOCATION_TYPES, POLICE_STATUS } from './incident-type.ts'
import { PREFERRED_METHODS } from './safe-contact.ts'
import { PERCEIVED_BY, STRANDS } from './strand.ts'

interface ChangedField {
  label: string
  /** The label of each answer. Absent for free text, which no log may hold. */
  answers?: Readonly<Record<string, string>>
}

const SAFE = { yes: 'safe', no: 'not safe', none: 'not asked' }
const YES_NO = { yes: 'yes', no: 'no' }

function labels(vocabulary: Readonly<Record<string, { label: string }>>): Record<string, string> {
  return Object.fromEntries(Object.entries(vocabulary).map(([id, { label }]) => [id, lowerFirst(label)]))
}

/** Every field of a case that a correction can change, by its name in the database. */
export const CHANGED_FIELDS: Readonly<Record<string, ChangedField>> = {
  name: { label: 'Name' },
  dateOfBirth: { label: 'Date of birth' },
  preferredMethod: { label: 'Prefers', answers: { ...labels(PREFERRED_METHODS), none: 'not asked' } },
  phone: { label: 'Phone' },
  email: { label: 'E-mail address' },
  address: { label: 'Address' },
  safeToCall: { label: 'Calls', answers: SAFE },
  safeToVoicemail: { label: 'Voicemail', answers: SAFE },
  safeToText: { label: 'Texts', answers: SAFE },
  safeToEmail: { label: 'E-mail', answers: SAFE },
  safeToPost: { label: 'Letters', answers: SAFE },
  safeTimes: { label: 'Safe times' },
  mustNotKnow: { label: 'Who must not know' },
  codeWord: { label: 'What to say first' },
  trustedPerson: { label: 'Trusted person' },
  interpreter: { label: 'Interpreter named to other agencies' },
  language: { label: 'Language' },
  interpreterNeeded: { label: 'Interpreter needed', answers: YES_NO },
  interpreterNote: { label: 'About the interpreter' },
  communicationNeeds: { label: 'Communication needs', answers: { ...labels(COMMUNICATION_NEEDS), none: 'none' } },
  communicationNote: { label: 'About communication' },
  counted: { label: 'Counted on the anonymous map', answers: YES_NO },
  wishes: { label: 'Wishes' },
  summary: { label: 'Summary' },
  contactability: {
    label: 'Contact',
    answers: {
      possible: 'possible',
      anonymous: 'not possible, anonymous',
      client_unaware: 'not possible, client unaware',
    },
  },
  account: { label: 'What happened' },
  strands: { label: 'Strands', answers: { ...labels(STRANDS), none: 'none' } },
  primaryStrand: { label: 'Main strand', answers: labels(STRANDS) },
  perceivedBy: { label: 'Felt to be hate by', answers: { ...labels(PERCEIVED_BY), none: 'not recorded' } },
  types: { label: 'What kind', answers: { ...labels(INCIDENT_TYPES), none: 'not recorded' } },
  violence: { label: 'Violence or threat', answers: YES_NO },
  occurredOn: { label: 'Date of the incident' },
  occurredWhen: { label: 'Time of the incident' },
  ongoing: { label: 'Still going on', answers: YES_NO },
  locationType: { label: 'Kind of place', answers: labels(LOCATION_TYPES) },
  place: { label: 'Place' },
  ward: { label: 'Ward' },
  placeOnTheMap: { label: 'Place on the map' },
  injuries: { label: 'Injuries' },
  policeStatus: { label: 'Police', answers: labels(POLICE_STATUS) },
  crimeReference: { label: 'Crime reference' },
  alternativeContact: { label: 'Alternative contact' },
}

/** The new answers among the changed fields, as vocabulary ids: all that the log may hold about a correction. */
export function changedAnswers(changed: readonly string[], after: Readonly<Record<string, unknown>>) {
  return Object.fromEntries(
    changed.filter((name) => CHANGED_FIELDS[name]?.answers).map((name) => [name, answerIds(after[name])]),
  )
}

function answerIds(value: unknown): string[] {
  if (typeof value === 'boolean') return [value ? 'yes' : 'no']
  const ids = (Array.isArray(value) ? value : [value]).filter((id): id is string => typeof id === 'string' && id !== '')
  return ids.length > 0 ? ids : ['none']
}

/** "Texts: not safe; voicemail: not asked. Also changed: phone, wishes." A field without a new answer is only named. */
export function changedInWords(
  changed: readonly string[],
  answers: Readonly<Record<string, readonly string[]>>,
): string {
  const answered = changed.filter((name) => answers[name])
  const named = changed.filter((name) => !answers[name]).map((name) => CHANGED_FIELDS[name]?.label ?? name)
  const first = answered.map((name) => `${CHANGED_FIELDS[name]?.label ?? name}: ${inWords(name, answers[name] ?? [])}`)
  return [sentence(first, '; '), sentence(named, ', ', first.length > 0 ? 'Also changed: ' : '')]
    .filter(Boolean)
    .join(' ')
}

function inWords(name: string, ids: readonly string[]): string {
  return ids.map((id) => CHANGED_FIELDS[name]?.answers?.[id] ?? id).join(', ')
}

function sentence(parts: readonly string[], between: string, opening = ''): string {
  if (parts.length === 0) return ''
  return `${opening}${parts.map((part, position) => (position === 0 && !opening ? part : lowerFirst(part))).join(between)}.`
}
