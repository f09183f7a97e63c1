import type { Contactability } from '../cases/case-event.ts'
import { CLAUSES, type PublishedClauseId } from './clause.ts'
import type { Cancellation, EventMoment, ReadFrom } from './event-moment.ts'

/** The time a standard gives. The command line prints `unit` as it is. */
export type Within =
  | { unit: 'working days'; count: number }
  | { unit: 'hours'; count: number }
  | { unit: 'calendar days'; count: number; rollForward?: true; windowFromDay?: number }
  | { unit: 'months'; count: number; eligibility: true }

/**
 * The facts that decide whether a standard applies to a case. Only 'report-received' says how serious the case is and
 * whether the client can be contacted: for any other event `serious` is false and `contactable` is 'possible'.
 */
export interface CaseFacts {
  serious: boolean
  contactable: Contactability
  agencyInvestigates: boolean
}

/** The portal's own reminder, always called a local target on pages: the standard sets none. */
export interface LocalPrompt {
  step: string
  to: 'answerable' | 'manager'
  /** `hoursIn` works for a standard of hours only. `onStart` is part of the notification of the event that starts the clock. */
  when: { daysBefore: number; at: string } | { hoursIn: number } | { onStart: true } | { onBreach: true }
  /** Only while the case has no case worker. */
  whileUnallocated?: true
}

export interface ServiceStandard {
  clause: string
  /** The clause with its published wording; a promise that is not printed there cannot have a row. */
  published: PublishedClauseId
  /** A few words for a list: 'Contact the client'. */
  title: string
  startedBy: ReadFrom<EventMoment>
  /** If the subject already has a clock: keep the first, move it to the latest start, or start another. */
  startedAgain: 'keep-first' | 'move-to-latest' | 'start-another'
  /** Set for R3 and R4: which of the two applies to a serious report. */
  contact?: { serious: boolean }
  /** The start of an explanation, and the words before its deadline. */
  says: { started: string; toDo: string }
  keptBy: ReadFrom<EventMoment>
  cancelledBy: ReadFrom<Cancellation | null>
  within: Within
  answerable: Answerable
  localPrompts: readonly LocalPrompt[]
  applies: (facts: CaseFacts) => 'yes' | 'no' | 'contact-not-possible'
  /** Exceptions have events of their own, recorded with the work, instead of 'standard-excepted'. */
  exceptedWithWork?: true
  /** Show the clock as due soon this many days before the due day; absent: from the working day before. */
  soonDays?: number
  version: string
}

export const ANSWERABLE = {
  case_worker: 'The case worker. Before one is allocated, the duty manager',
  case_agency: 'The agency that owns the case. It makes sure that the work is done',
  deciding_worker: 'The worker who decided to refer',
  nobody: 'No one: it is a condition for closing, not a deadline',
} as const

type Answerable = keyof typeof ANSWERABLE

const CONTACT = {
  says: { started: 'Received', toDo: 'contact' },
  startedAgain: 'keep-first',
  keptBy: { 'client-contacted': ({ contactedAt }) => ({ at: contactedAt }) },
  cancelledBy: {},
  answerable: 'case_worker',
} as const satisfies Partial<ServiceStandard>

const DUE_DAY_PROMPTS: readonly LocalPrompt[] = [
  { step: 'due-day', to: 'answerable', when: { daysBefore: 0, at: '08:30' } },
  { step: 'due-day-manager', to: 'manager', when: { daysBefore: 0, at: '15:00' } },
  { step: 'breach', to: 'manager', when: { onBreach: true } },
]

const DAY_AND_NIGHT = {
  startedAgain: 'keep-first',
  cancelledBy: {},
  within: { unit: 'hours', count: 24 },
  answerable: 'case_agency',
  localPrompts: [
    { step: 'half-time', to: 'answerable', when: { hoursIn: 12 } },
    { step: 'last-hours', to: 'manager', when: { hoursIn: 20 } },
    { step: 'breach', to: 'manager', when: { onBreach: true } },
  ],
  applies: always,
  exceptedWithWork: true,
  version: '1',
} as const

/**
 * The nine timed standards. Clocks, badges, the due list and the standards page all read these rows. Other effects on
 * clocks (a further report, raised seriousness, a later day the client asked for) are in the table of events. A changed
 * standard gets a new version, for clocks started from that day on.
 */
export const SERVICE_STANDARDS = [
  {
    ...CONTACT,
    clause: 'R3',
    published: 'R3',
    title: 'Contact the client',
    startedBy: { 'report-received': ({ receivedAt }) => ({ at: receivedAt }) },
    contact: { serious: false },
    within: { unit: 'working days', count: 2 },
    localPrompts: [
      // R6: half of the time has passed without a case worker. A serious case sends its notification at the start.
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
    startedBy: { 'report-received': ({ receivedAt }) => ({ at: receivedAt }) },
    contact: { serious: true },
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
    startedBy: { 'repair-reported': ({ repairId, reportedAt }) => ({ subjectId: repairId, at: reportedAt }) },
    says: { started: 'Reported', toDo: 'repair completed' },
    keptBy: { 'repair-completed': ({ repairId, completedAt }) => ({ subjectId: repairId, at: completedAt }) },
  },
  {
    ...DAY_AND_NIGHT,
    clause: 'R8b',
    published: 'R8',
    title: 'Remove offensive graffiti',
    startedBy: { 'graffiti-reported': ({ graffitiId, reportedAt }) => ({ subjectId: graffitiId, at: reportedAt }) },
    says: { started: 'Reported', toDo: 'graffiti removed' },
    keptBy: { 'graffiti-removed': ({ graffitiId, removedAt }) => ({ subjectId: graffitiId, at: removedAt }) },
  },
  {
    clause: 'I2',
    published: 'I2',
    title: 'Send the referral',
    startedBy: {
      'referral-decided': ({ referralId, decidedAt }) => ({ subjectId: referralId, at: decidedAt }),
      'referral-sent': ({ referralId, decidedAt }) => ({ subjectId: referralId, at: decidedAt }),
    },
    startedAgain: 'keep-first',
    says: { started: 'Decided', toDo: 'referral sent' },
    keptBy: { 'referral-sent': ({ referralId, sentAt }) => ({ subjectId: referralId, at: sentAt }) },
    cancelledBy: { 'referral-cancelled': ({ referralId, reason }) => ({ subjectId: referralId, reason }) },
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
    startedBy: { 'plan-agreed': ({ planId, agreedAt }) => ({ subjectId: planId, at: agreedAt }) },
    startedAgain: 'keep-first',
    says: { started: 'Agreed', toDo: 'acknowledgement sent' },
    keptBy: { 'plan-acknowledged': ({ planId, sentAt }) => ({ subjectId: planId, at: sentAt }) },
    // The next version is acknowledged instead, within five days of its own agreement.
    cancelledBy: {
      'plan-agreed': ({ replaces }) =>
        replaces ? { subjectId: replaces, reason: 'A new version of the plan was agreed', onlyInTime: true } : null,
    },
    // "Five days" where other clauses say "working days", so we count calendar days: the literal and stricter reading.
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
    startedBy: { 'report-received': ({ receivedAt }) => ({ at: receivedAt }) },
    startedAgain: 'keep-first',
    says: { started: 'Received', toDo: 'initial investigation completed' },
    keptBy: { 'investigation-completed': ({ completedAt }) => ({ at: completedAt }) },
    cancelledBy: {},
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
    startedBy: { 'incident-recorded': ({ occurredOn }) => ({ at: occurredOn }) },
    startedAgain: 'move-to-latest',
    says: { started: 'Last incident', toDo: 'closing for this reason' },
    keptBy: {},
    cancelledBy: { 'case-closed': () => ({ reason: 'The case was closed' }) },
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
    startedBy: { 'case-closed': ({ closedAt }) => ({ at: closedAt }) },
    startedAgain: 'start-another',
    says: { started: 'Closed', toDo: 'after-care contact' },
    keptBy: { 'after-care-contacted': ({ contactedAt }) => ({ at: contactedAt }) },
    cancelledBy: {},
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

/** The clauses with a deadline that can be missed: all but C4, which only allows a case to be closed. */
export const DEADLINE_CLAUSES: readonly ClauseId[] = CLAUSE_IDS.filter(
  (clause) => getStandard(clause).within.unit !== 'months',
)

/** A row of the table, typed so that one function can read every row. */
export type TimedStandard = ServiceStandard & { clause: ClauseId }

export function getStandard(clause: ClauseId): TimedStandard {
  return findStandard((row) => row.clause === clause)
}

/** R4 for serious reports, otherwise R3. */
export function getContactStandard(serious: boolean): TimedStandard {
  return findStandard(({ contact }) => contact?.serious === serious)
}

function findStandard(isWanted: (row: TimedStandard) => boolean): TimedStandard {
  const standard = SERVICE_STANDARDS.find((row: TimedStandard) => isWanted(row))
  if (standard === undefined) throw new RangeError('There is no such timed clause')
  return standard
}

/** Finds a timed clause in upper or lower case ('r8A'); null if there is none. */
export function findTimedClause(text: string): ClauseId | null {
  return CLAUSE_IDS.find((clause) => clause.toLowerCase() === text.trim().toLowerCase()) ?? null
}

export function wordingOf(clause: ClauseId): string {
  return CLAUSES[getStandard(clause).published].wording
}

function always(): 'yes' {
  return 'yes'
}

function reachable(contactable: Contactability): 'yes' | 'contact-not-possible' {
  return contactable === 'possible' ? 'yes' : 'contact-not-possible'
}
