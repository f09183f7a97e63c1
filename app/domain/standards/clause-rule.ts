import type { CaseEventKind, Contactability } from '../cases/case-event.ts'
import type { PublishedClauseId } from './clause.ts'
import type { ClauseId } from './service-standard.ts'

/** An event as proof: who did what, and when. */
export interface ProvingEvent {
  kind: CaseEventKind
  seq: number
  at: Date
  by: string
  data: object
}

/** The facts of a case's rows that decide which clauses apply. */
export interface StandardFacts {
  contactability: Contactability
  serious: boolean
  agencyInvestigates: boolean
  /** A reporting centre takes the report and refers on. */
  agencyRefersOn: boolean
  wishesRecorded: boolean
  /** The client needs an interpreter, or a language other than English. */
  needsLanguage: boolean
  /** The client has another communication need, such as British Sign Language or Braille. */
  needsFormat: boolean
  /** Whether incidents of this client count, without a name, on the map. */
  counted: boolean
}

/** How one clause is kept in one case. Words only; the events and the clocks decide. */
export interface ClauseRule {
  /** The events that prove it. None for a clause that only clocks decide. */
  kinds: readonly CaseEventKind[]
  /** Which of these events count; all of them if absent. */
  counts?: (event: ProvingEvent, facts: StandardFacts) => boolean
  /** Whether the events that count are enough; one is enough if absent. */
  enough?: (proofs: readonly ProvingEvent[]) => boolean
  /** The clocks that decide it, or that must be kept as well. */
  clocks?: readonly ClauseId[]
  /** What stopped these clocks, where that is no proof without them. */
  stoppedBy?: readonly CaseEventKind[]
  /** Why the clause does not apply; empty when it does. */
  doesNotApply?: (facts: StandardFacts) => string
  toDo: string
  /** No page of this release can record it. */
  later?: true
}

const NO_CLIENT: Record<Exclude<Contactability, 'possible'>, string> = {
  anonymous: 'The report is anonymous, so there is no client to meet.',
  client_unaware: 'The client does not know about this report, and a contact could put them in danger.',
}

function withoutClient({ contactability }: StandardFacts): string {
  return contactability === 'possible' ? '' : NO_CLIENT[contactability]
}

function withoutInterview(facts: StandardFacts): string {
  const referOn = 'Your agency takes the report and refers on. The agency that accepts the referral does this.'
  return withoutClient(facts) || (facts.agencyRefersOn ? referOn : '')
}

function withoutInvestigation({ agencyInvestigates }: StandardFacts): string {
  return agencyInvestigates ? '' : 'Your agency does not investigate.'
}

const always = (words: string) => () => words

/** The data of an event may be older than its kind, so a field is read with care. */
function field(event: ProvingEvent, name: string): unknown {
  return (event.data as Record<string, unknown>)[name]
}

const OPTIONS = 5
const PACK_ITEMS = 5

/** One row for each of the 41 ticked clauses. A clause is never ticked by hand. */
export const CLAUSE_RULES = {
  G1: { kinds: ['report-received'], toDo: 'Record which strand the incident belongs to.' },
  G2: { kinds: ['report-received'], toDo: 'Accept the report as the client tells it.' },
  G3: {
    kinds: ['report-received', 'interview-arranged', 'option-answered'],
    counts: ({ kind }, { wishesRecorded }) => kind !== 'report-received' || wishesRecorded,
    doesNotApply: withoutClient,
    toDo: 'Record what the client would like to happen.',
  },
  G4: { kinds: ['risk-checked'], doesNotApply: withoutInterview, toDo: 'Check the risk with the client.' },
  G5: {
    kinds: ['need-booking-changed', 'paper-given'],
    counts: (event) =>
      event.kind === 'paper-given' ? field(event, 'language') !== 'en' : isMet(event) && isInterpreter(event),
    doesNotApply: (facts) =>
      withoutClient(facts) || (facts.needsLanguage ? '' : 'No need for an interpreter or a translation is recorded.'),
    toDo: 'Book an interpreter for the interview.',
  },
  G6: {
    kinds: ['need-booking-changed', 'paper-given'],
    counts: (event) =>
      event.kind === 'paper-given' ? field(event, 'format') !== 'standard' : isMet(event) && !isInterpreter(event),
    doesNotApply: (facts) =>
      withoutClient(facts) || (facts.needsFormat ? '' : 'No other communication need is recorded.'),
    toDo: 'Arrange what the client needs to communicate.',
  },
  G7: {
    kinds: ['option-answered'],
    enough: (proofs) => new Set(proofs.map((event) => field(event, 'option'))).size >= OPTIONS,
    doesNotApply: withoutInterview,
    toDo: 'Talk about each of the five options, and record the client’s answer.',
  },
  G8: {
    kinds: ['consent-given', 'consent-refused', 'option-answered'],
    doesNotApply: withoutClient,
    toDo: 'Ask what the client wishes before you act for them.',
  },
  G9: {
    kinds: ['encouragement-given'],
    doesNotApply: withoutInterview,
    toDo: 'Explain how support agencies can help, and record it.',
  },
  G10: { kinds: ['plan-agreed'], doesNotApply: withoutInterview, toDo: 'Agree an action plan with the client.' },
  G11: { kinds: [], later: true, toDo: '' },
  G12: {
    kinds: ['referral-sent', 'incident-recorded'],
    counts: ({ kind }, { counted }) => kind !== 'incident-recorded' || counted,
    doesNotApply: ({ counted }) => (counted ? '' : 'The client did not want to be counted, and no referral was sent.'),
    toDo: 'Record the incident.',
  },
  G13: { kinds: [], doesNotApply: always('The partnership keeps this together, not case by case.'), toDo: '' },
  G14: { kinds: [], doesNotApply: always('The partnership keeps this together, not case by case.'), toDo: '' },
  R1: { kinds: ['report-received'], toDo: 'Record the report.' },
  R2: { kinds: ['report-received'], toDo: 'Record who reported.' },
  R3: {
    kinds: [],
    clocks: ['R3'],
    stoppedBy: ['client-contacted'],
    doesNotApply: (facts) =>
      withoutClient(facts) || (facts.serious ? 'The incident is serious, so the shorter time of R4 applies.' : ''),
    toDo: 'Contact the client.',
  },
  R4: {
    kinds: [],
    clocks: ['R4'],
    stoppedBy: ['client-contacted'],
    doesNotApply: (facts) =>
      withoutClient(facts) || (facts.serious ? '' : 'No violence or threat of violence is reported.'),
    toDo: 'Contact the client.',
  },
  R5: {
    kinds: ['interview-arranged'],
    doesNotApply: withoutInterview,
    toDo: 'Ask the client where they would like to meet.',
  },
  R6: { kinds: ['case-allocated'], toDo: 'Give the case one case worker.' },
  R7: {
    kinds: ['process-explained'],
    doesNotApply: withoutInterview,
    toDo: 'Explain what happens next, and give the leaflet.',
  },
  R8: {
    kinds: [],
    clocks: ['R8a', 'R8b'],
    stoppedBy: ['repair-completed', 'graffiti-removed'],
    doesNotApply: always('No emergency repair or offensive graffiti is reported.'),
    toDo: '',
  },
  I1: {
    kinds: ['interview-held'],
    doesNotApply: withoutInterview,
    toDo: 'Talk about help and support at the interview.',
  },
  I2: {
    kinds: [],
    clocks: ['I2'],
    stoppedBy: ['referral-sent'],
    doesNotApply: always('No referral is decided.'),
    toDo: '',
  },
  I3: { kinds: ['plan-agreed'], doesNotApply: withoutInterview, toDo: 'Prepare the action plan with the client.' },
  I4: {
    kinds: ['plan-signed', 'plan-agreed', 'plan-acknowledged'],
    enough: (proofs) => proofs.some(({ kind }) => kind === 'plan-agreed'),
    clocks: ['I4b'],
    doesNotApply: withoutInterview,
    toDo: 'Sign the action plan with the client.',
  },
  I5: { kinds: ['contact-agreed'], doesNotApply: withoutInterview, toDo: 'Agree how often you contact the client.' },
  I6: {
    kinds: ['alternative-contact-named'],
    doesNotApply: withoutClient,
    toDo: 'Give the client the name of an alternative contact.',
  },
  I7: {
    kinds: ['interview-held'],
    doesNotApply: withoutInterview,
    toDo: 'Hold the interview, and record what happened.',
  },
  V1: { kinds: [], doesNotApply: withoutInvestigation, later: true, toDo: '' },
  V2: { kinds: [], doesNotApply: withoutInvestigation, later: true, toDo: '' },
  V3: { kinds: [], doesNotApply: withoutInvestigation, later: true, toDo: '' },
  V4: { kinds: [], doesNotApply: withoutInvestigation, later: true, toDo: '' },
  V5: {
    kinds: ['support-pack-given', 'support-pack-declined'],
    counts: (event) => field(event, 'recipient') === 'client',
    enough: (proofs) => new Set(proofs.flatMap(packAnswers)).size >= PACK_ITEMS,
    doesNotApply: withoutInterview,
    toDo: 'Offer the client a support pack.',
  },
  V6: { kinds: [], clocks: ['V6'], doesNotApply: withoutInvestigation, later: true, toDo: '' },
  V7: { kinds: [], doesNotApply: withoutInvestigation, later: true, toDo: '' },
  F1: { kinds: [], doesNotApply: withoutInvestigation, later: true, toDo: '' },
  F2: { kinds: [], doesNotApply: withoutInterview, later: true, toDo: '' },
  C1: { kinds: [], later: true, toDo: '' },
  A1: { kinds: [], doesNotApply: withoutClient, later: true, toDo: '' },
  A2: { kinds: [], doesNotApply: withoutClient, later: true, toDo: '' },
} as const satisfies Partial<Record<PublishedClauseId, ClauseRule>>

function isMet(event: ProvingEvent): boolean {
  return field(event, 'state') === 'delivered'
}

function isInterpreter(event: ProvingEvent): boolean {
  return field(event, 'need') === 'interpreter'
}

function packAnswers(event: ProvingEvent): string[] {
  return [field(event, 'given'), field(event, 'declined')].flatMap((items) => (Array.isArray(items) ? items : []))
}
