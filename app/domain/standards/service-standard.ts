import type { CaseEventData, CaseEventKind, Contactability, DayOf, InstantOf } from '../cases/case-event.ts'
import { CLAUSES, type PublishedClauseId } from './clause.ts'

/** How long a standard gives. `unit` is also the word the command line prints. */
export type Within =
  | { unit: 'working days'; count: number }
  | { unit: 'hours'; count: number }
  | { unit: 'calendar days'; count: number; rollForward?: true; windowFromDay?: number }
  | { unit: 'months'; count: number; eligibility: true }

type SubjectOf<Kind extends CaseEventKind> =
  | 'caseId'
  | (keyof { [Field in keyof CaseEventData[Kind] as Field extends `${string}Id` ? Field : never]: true } & string)

/** An event with the field that holds its moment (an instant, or a day where only a day is known) and its subject. */
export type Moment = {
  [Kind in CaseEventKind]: { event: Kind; at: InstantOf<Kind> | DayOf<Kind>; subject: SubjectOf<Kind> }
}[CaseEventKind]

/** What decides whether a standard applies to a case at all. */
export interface CaseFacts {
  serious: boolean
  contactable: Contactability
  agencyInvestigates: boolean
}

/** A reminder of this portal. The standard sets none: wherever one is shown, it is called a local target. */
export interface LocalPrompt {
  step: string
  to: 'answerable' | 'manager'
  when: { daysBefore: number; at: string } | { hoursIn: number } | { onStart: true } | { onBreach: true }
  /** Only while nobody has the case. */
  whileUnallocated?: true
}

export interface ServiceStandard {
  clause: string
  /** Where the wording stands in the published standard. */
  published: PublishedClauseId
  /** In a few words, for a list: 'Contact the client'. */
  title: string
  startedBy: readonly Moment[]
  /** The words an explanation starts with, and those before its deadline. */
  says: { started: string; toDo: string }
  keptBy: readonly Moment[]
  cancelledBy: readonly Moment['event'][]
  within: Within
  answerable: Answerable
  localPrompts: readonly LocalPrompt[]
  applies: (facts: CaseFacts) => 'yes' | 'no' | 'contact-not-possible'
  /** Days before the due day from which the clock is shown as due soon; absent: the working day before. */
  soonDays?: number
  version: string
}

/** Who answers for a standard. */
export const ANSWERABLE = {
  case_worker: 'The case worker. Before one is allocated, the duty manager',
  case_agency: 'The agency that owns the case. It makes sure that the work is done',
  deciding_worker: 'The worker who decided to refer',
  nobody: 'No one: it is a condition for closing, not a deadline',
} as const

type Answerable = keyof typeof ANSWERABLE

const CONTACT = {
  says: { started: 'Received', toDo: 'contact' },
  keptBy: [{ event: 'client-contacted', at: 'contactedAt', subject: 'caseId' }],
  cancelledBy: [],
  answerable: 'case_worker',
} as const

const DUE_DAY_PROMPTS: readonly LocalPrompt[] = [
  { step: 'due-day', to: 'answerable', when: { daysBefore: 0, at: '08:30' } },
  { step: 'due-day-manager', to: 'manager', when: { daysBefore: 0, at: '15:00' } },
  { step: 'breach', to: 'manager', when: { onBreach: true } },
]

const DAY_AND_NIGHT = {
  cancelledBy: [],
  within: { unit: 'hours', count: 24 },
  answerable: 'case_agency',
  localPrompts: [
    { step: 'half-time', to: 'answerable', when: { hoursIn: 12 } },
    { step: 'last-hours', to: 'manager', when: { hoursIn: 20 } },
    { step: 'breach', to: 'manager', when: { onBreach: true } },
  ],
  applies: always,
  version: '1',
} as const

/**
 * The nine timed standards. A row is all there is to a standard: clocks, badges, the due list, the standards page and
 * the performance report read it. A changed standard gets a new version and holds for clocks started from that day on.
 */
export const SERVICE_STANDARDS = [
  {
    ...CONTACT,
    clause: 'R3',
    published: 'R3',
    title: 'Contact the client',
    startedBy: [
      { event: 'report-received', at: 'receivedAt', subject: 'caseId' },
      { event: 'further-report-received', at: 'receivedAt', subject: 'caseId' },
    ],
    within: { unit: 'working days', count: 2 },
    localPrompts: [
      // R6: half of the time is over and the case has no case worker. A serious case is notified at its start.
      { step: 'unallocated-halfway', to: 'manager', when: { daysBefore: 1, at: '15:00' }, whileUnallocated: true },
      ...DUE_DAY_PROMPTS,
    ],
    applies: ({ serious, contactable }) => (serious ? 'no' : reachable(contactable)),
    version: '1',
  },
  {
    ...CONTACT,
    clause: 'R4',
    published: 'R4',
    title: 'Contact the client: serious incident',
    startedBy: [
      { event: 'report-received', at: 'receivedAt', subject: 'caseId' },
      { event: 'serious-raised', at: 'receivedAt', subject: 'caseId' },
    ],
    within: { unit: 'working days', count: 1 },
    localPrompts: [{ step: 'start', to: 'manager', when: { onStart: true } }, ...DUE_DAY_PROMPTS],
    applies: ({ serious, contactable }) => (serious ? reachable(contactable) : 'no'),
    version: '1',
  },
  {
    ...DAY_AND_NIGHT,
    clause: 'R8a',
    published: 'R8',
    title: 'Emergency repair',
    startedBy: [{ event: 'repair-reported', at: 'reportedAt', subject: 'repairId' }],
    says: { started: 'Reported', toDo: 'repair completed' },
    keptBy: [{ event: 'repair-completed', at: 'completedAt', subject: 'repairId' }],
  },
  {
    ...DAY_AND_NIGHT,
    clause: 'R8b',
    published: 'R8',
    title: 'Remove offensive graffiti',
    startedBy: [{ event: 'graffiti-reported', at: 'reportedAt', subject: 'graffitiId' }],
    says: { started: 'Reported', toDo: 'graffiti removed' },
    keptBy: [{ event: 'graffiti-removed', at: 'removedAt', subject: 'graffitiId' }],
  },
  {
    clause: 'I2',
    published: 'I2',
    title: 'Send the referral',
    startedBy: [
      { event: 'referral-decided', at: 'decidedAt', subject: 'referralId' },
      { event: 'referral-sent', at: 'decidedAt', subject: 'referralId' },
    ],
    says: { started: 'Decided', toDo: 'referral sent' },
    keptBy: [{ event: 'referral-sent', at: 'sentAt', subject: 'referralId' }],
    cancelledBy: ['referral-cancelled'],
    within: { unit: 'working days', count: 1 },
    answerable: 'deciding_worker',
    localPrompts: [
      { step: 'due-day-manager', to: 'manager', when: { daysBefore: 0, at: '15:00' } },
      { step: 'breach', to: 'manager', when: { onBreach: true } },
    ],
    applies: always,
    version: '1',
  },
  {
    clause: 'I4b',
    published: 'I4',
    title: 'Send acknowledgement of the action plan',
    startedBy: [{ event: 'plan-agreed', at: 'agreedAt', subject: 'planId' }],
    says: { started: 'Agreed', toDo: 'acknowledgement sent' },
    keptBy: [{ event: 'plan-acknowledged', at: 'sentAt', subject: 'planId' }],
    cancelledBy: [],
    // "Five days" where other clauses say "working days": read as calendar days, the literal and stricter reading.
    within: { unit: 'calendar days', count: 5 },
    answerable: 'case_worker',
    localPrompts: [
      { step: 'two-days-before', to: 'answerable', when: { daysBefore: 2, at: '08:30' } },
      { step: 'day-before', to: 'manager', when: { daysBefore: 1, at: '08:30' } },
      { step: 'breach', to: 'manager', when: { onBreach: true } },
    ],
    applies: always,
    soonDays: 2,
    version: '1',
  },
  {
    clause: 'V6',
    published: 'V6',
    title: 'Complete the initial investigation',
    startedBy: [{ event: 'report-received', at: 'receivedAt', subject: 'caseId' }],
    says: { started: 'Received', toDo: 'initial investigation completed' },
    keptBy: [{ event: 'investigation-completed', at: 'completedAt', subject: 'caseId' }],
    cancelledBy: [],
    within: { unit: 'calendar days', count: 14 },
    answerable: 'case_worker',
    localPrompts: [
      { step: 'four-days-before', to: 'answerable', when: { daysBefore: 4, at: '08:30' } },
      { step: 'day-before', to: 'manager', when: { daysBefore: 1, at: '08:30' } },
      { step: 'breach', to: 'manager', when: { onBreach: true } },
    ],
    applies: ({ agencyInvestigates }) => (agencyInvestigates ? 'yes' : 'no'),
    soonDays: 4,
    version: '1',
  },
  {
    clause: 'C4',
    published: 'C4',
    title: 'Two months since the last incident',
    startedBy: [{ event: 'incident-recorded', at: 'occurredOn', subject: 'caseId' }],
    says: { started: 'Last incident', toDo: 'closing for this reason' },
    keptBy: [],
    cancelledBy: ['case-closed'],
    within: { unit: 'months', count: 2, eligibility: true },
    answerable: 'nobody',
    localPrompts: [],
    applies: always,
    version: '1',
  },
  {
    clause: 'A1',
    published: 'A1',
    title: 'After-care contact',
    startedBy: [{ event: 'case-closed', at: 'closedAt', subject: 'caseId' }],
    says: { started: 'Closed', toDo: 'after-care contact' },
    keptBy: [{ event: 'after-care-contacted', at: 'contactedAt', subject: 'caseId' }],
    cancelledBy: [],
    within: { unit: 'calendar days', count: 28, rollForward: true, windowFromDay: 21 },
    answerable: 'case_worker',
    localPrompts: [
      { step: 'two-days-before', to: 'answerable', when: { daysBefore: 2, at: '08:30' } },
      { step: 'due-day-manager', to: 'manager', when: { daysBefore: 0, at: '08:30' } },
      { step: 'breach', to: 'manager', when: { onBreach: true } },
    ],
    applies: always,
    soonDays: 2,
    version: '1',
  },
] as const satisfies readonly ServiceStandard[]

/** The clauses that carry a clock: R3, R4, R8a, R8b, I2, I4b, V6, C4, A1. */
export type ClauseId = (typeof SERVICE_STANDARDS)[number]['clause']

export const CLAUSE_IDS: readonly ClauseId[] = SERVICE_STANDARDS.map(({ clause }) => clause)

/** The clauses with a deadline one can miss: all but C4, which opens a reason for closing. */
export const DEADLINE_CLAUSES: readonly ClauseId[] = CLAUSE_IDS.filter(
  (clause) => getStandard(clause).within.unit !== 'months',
)

export function getStandard(clause: ClauseId): ServiceStandard & { clause: ClauseId } {
  const standard = SERVICE_STANDARDS.find((row) => row.clause === clause)
  if (standard === undefined) throw new RangeError(`${clause} is not a timed clause`)
  return standard
}

/** The timed clause written in any case of letters ('r8A'), or null. */
export function findTimedClause(text: string): ClauseId | null {
  return CLAUSE_IDS.find((clause) => clause.toLowerCase() === text.trim().toLowerCase()) ?? null
}

/** The standard's own words for a timed clause. */
export function wordingOf(clause: ClauseId): string {
  return CLAUSES[getStandard(clause).published].wording
}

function always(): 'yes' {
  return 'yes'
}

function reachable(contactable: Contactability): 'yes' | 'contact-not-possible' {
  return contactable === 'possible' ? 'yes' : 'contact-not-possible'
}
