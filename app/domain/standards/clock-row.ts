import type { Calendar } from '../time/bank-holidays.ts'
import { type Clock, calculateDeadline } from './clock.ts'
import { getStandard, type TimedStandard } from './service-standard.ts'

export interface ClocksBefore {
  caseId: string
  /** All clocks of the case, in every state. */
  clocks: readonly Clock[]
  agencyInvestigates: boolean
  calendar: Calendar
  now: Date
}

export type NewClock = Omit<Clock, 'clockId'>

/** Rows to insert, and columns to set on rows that exist. */
export interface ClockChanges {
  started: NewClock[]
  changed: { clockId: string; clause: Clock['clause']; set: Partial<NewClock> }[]
}

export function newClock(standard: TimedStandard, subjectId: string, startedAt: Date, calendar: Calendar): NewClock {
  const { dueAt } = calculateDeadline(standard, startedAt, calendar)
  return {
    clause: standard.clause,
    subjectId,
    standardVersion: standard.version,
    calendarVersion: calendar.version,
    startedAt,
    dueAt,
    originalDueAt: dueAt,
    state: 'running',
    keptAt: null,
    reason: '',
  }
}

/** There is one clock per subject and start, so a cancelled one is revived instead of duplicated. */
export function startOrRevive(changes: ClockChanges, existing: readonly Clock[], next: NewClock) {
  const earlier = existing.find(
    ({ clause, startedAt }) => clause === next.clause && startedAt.getTime() === next.startedAt.getTime(),
  )
  if (earlier === undefined) changes.started.push(next)
  else changes.changed.push({ clockId: earlier.clockId, clause: next.clause, set: next })
}

/** Applies a change to each clock of the case; a clock for which it sets nothing stays out of the result. */
export function changeClocks(clocks: readonly Clock[], change: (clock: Clock) => Partial<NewClock>) {
  return clocks.flatMap((clock): ClockChanges['changed'] => {
    const set = change(clock)
    return Object.keys(set).length > 0 ? [{ clockId: clock.clockId, clause: clock.clause, set }] : []
  })
}

export function keptAt({ dueAt }: Pick<Clock, 'dueAt'>, at: Date): Partial<NewClock> {
  return { state: at <= dueAt ? 'met' : 'met_late', keptAt: at }
}

/** Whether a clock is of R3 or R4; one of the two applies to each report. */
export function isContact({ clause }: Pick<Clock, 'clause'>): boolean {
  return getStandard(clause).contact !== undefined
}
