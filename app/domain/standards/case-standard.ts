import type { CaseEventKind } from '../cases/case-event.ts'
import { CLAUSE_RULES, type ClauseRule, type ProvingEvent, type StandardFacts } from './clause-rule.ts'
import { type Clock, clockStatus } from './clock.ts'

export const CLAUSE_STATES = {
  overdue: { label: 'Overdue' },
  to_do: { label: 'To do' },
  kept: { label: 'Kept' },
  kept_late: { label: 'Kept late' },
  not_applicable: { label: 'Does not apply' },
  later: { label: 'Not in the portal yet' },
} as const satisfies Record<string, { label: string }>

export type ClauseState = keyof typeof CLAUSE_STATES

export type RuledClauseId = keyof typeof CLAUSE_RULES

export const RULED_CLAUSES = Object.keys(CLAUSE_RULES) as RuledClauseId[]

/** One clause in one case: its state, why, and the events that prove it. */
export interface ClauseInCase {
  clause: RuledClauseId
  state: ClauseState
  why: string
  proofs: ProvingEvent[]
}

export interface StandardRecord {
  facts: StandardFacts
  /** In the order of the log. */
  events: readonly ProvingEvent[]
  clocks: readonly (Clock & { lateReason: string })[]
}

/** The definition of done of a case: each of the 41 clauses, by what happened in it and nothing else. */
export function caseStandard(record: StandardRecord, now: Date): ClauseInCase[] {
  return RULED_CLAUSES.map((clause) => ({ clause, ...clauseInCase(CLAUSE_RULES[clause], record, now) }))
}

type Judged = Omit<ClauseInCase, 'clause'>

function clauseInCase(rule: ClauseRule, { facts, events, clocks }: StandardRecord, now: Date): Judged {
  const proofs = events.filter((event) => rule.kinds.includes(event.kind) && (rule.counts?.(event, facts) ?? true))
  const proven = rule.enough ? rule.enough(proofs) : proofs.length > 0
  const stops = events.filter(({ kind }) => rule.stoppedBy?.includes(kind))
  const shown = rule.stoppedBy || rule.enough ? [...proofs, ...stops] : proofs.slice(0, 1)
  const timed = worstOf(clocks.filter(({ clause }) => rule.clocks?.includes(clause)).map((clock) => judge(clock, now)))
  if (timed && (timed.state !== 'not_applicable' || rule.kinds.length === 0)) {
    const why = rule.later && timed.state !== 'not_applicable' ? `${timed.why} ${LATER}` : timed.why
    return { ...timed, why, proofs: shown }
  }
  if (proven && !rule.later) return { state: 'kept', why: '', proofs: shown }
  const whyNot = rule.doesNotApply?.(facts) ?? ''
  if (whyNot !== '') return { state: 'not_applicable', why: whyNot, proofs: proofs.slice(0, 1) }
  if (rule.later) return { state: 'later', why: LATER, proofs: shown }
  return { state: 'to_do', why: rule.toDo, proofs: shown }
}

const LATER = 'The next release of the portal records this part.'

type JudgedClock = Pick<Judged, 'state' | 'why'>

function judge(clock: StandardRecord['clocks'][number], now: Date): JudgedClock | null {
  const { status, line } = clockStatus(clock, now)
  const because = clock.lateReason === '' ? '' : ` Reason: ${clock.lateReason}`
  switch (status) {
    case 'cancelled':
      return null
    case 'kept':
      return { state: 'kept', why: `${line}.` }
    case 'kept-late':
      return { state: 'kept_late', why: `${line}.${because}` }
    case 'overdue':
      return { state: 'overdue', why: `${line}.${because}` }
    case 'exception':
    case 'not-applicable':
      return { state: 'not_applicable', why: `${line}.` }
    default:
      return { state: 'to_do', why: `${line}.` }
  }
}

const WORST_FIRST: readonly ClauseState[] = ['overdue', 'to_do', 'kept_late', 'kept', 'not_applicable']

/** A clause with several clocks, such as two referrals, is as good as the worst of them. */
function worstOf(judged: readonly (JudgedClock | null)[]): JudgedClock | null {
  const all = judged.filter((one) => one !== null)
  return WORST_FIRST.flatMap((state) => all.filter((one) => one.state === state))[0] ?? null
}

/** Every kind of event that proves a clause, or stopped its clock. */
export const PROVING_KINDS = [...new Set(RULED_CLAUSES.flatMap(kindsOf))]

function kindsOf(clause: RuledClauseId): readonly CaseEventKind[] {
  const { kinds, stoppedBy = [] }: ClauseRule = CLAUSE_RULES[clause]
  return [...kinds, ...stoppedBy]
}
