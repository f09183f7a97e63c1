import { type Clock, clockStatus } from '../../../domain/standards/clock.ts'
import { explainDeadline } from '../../../domain/standards/clock-explanation.ts'
import { getStandard, wordingOf } from '../../../domain/standards/service-standard.ts'
import type { Calendar } from '../../../domain/time/bank-holidays.ts'
import { dayInWords, londonDayOf } from '../../../domain/time/calendar-day.ts'
import { isActionNeeded } from './open-clock.ts'

/** A clock as a case shows it: its status, and the reason for its date. */
export interface ShownClock {
  clockId: string
  clause: Clock['clause']
  title: string
  status: ReturnType<typeof clockStatus>['status']
  line: string
  why: string
  wording: string
  lateReason: string
  dueAt: Date
}

/** The clocks of a case, running ones first and the soonest on top, without cancelled ones. */
export function shownClocks(
  clocks: readonly (Clock & { lateReason: string })[],
  calendar: Calendar,
  now: Date,
): ShownClock[] {
  const shown = clocks.filter(({ state }) => state !== 'cancelled').map((clock) => shownClock(clock, calendar, now))
  // C4 is not a deadline, so it comes after all clocks that are.
  const rank = ({ clause, status }: ShownClock) => (isActionNeeded(status) ? (clause === 'C4' ? 1 : 0) : 2)
  return shown.toSorted((one, other) => rank(one) - rank(other) || one.dueAt.getTime() - other.dueAt.getTime())
}

function shownClock(clock: Clock & { lateReason: string }, calendar: Calendar, now: Date): ShownClock {
  const { clockId, clause, dueAt, lateReason } = clock
  const standard = getStandard(clause)
  return {
    clockId,
    clause,
    title: standard.title,
    ...clockStatus(clock, now),
    why: whyOf(clock, calendar),
    wording: wordingOf(clause),
    lateReason,
    dueAt,
  }
}

function whyOf({ clause, startedAt, dueAt, originalDueAt, state }: Clock, calendar: Calendar): string {
  if (state === 'not_applicable') return ''
  const calculated = explainDeadline(getStandard(clause), startedAt, calendar)
  if (dueAt.getTime() === originalDueAt.getTime()) return calculated
  const first = dayInWords(londonDayOf(originalDueAt))
  return `${calculated} It was first due by the end of ${first}. It was moved later: the timeline says why.`
}
