import type { Calendar } from '../time/bank-holidays.ts'
import {
  addDays,
  addMonths,
  type CalendarDay,
  dayAndMonth,
  endOfLondonDay,
  isWeekend,
  londonDayOf,
  londonTimeOf,
} from '../time/calendar-day.ts'
import { addWorkingDays, rollForward, type SkippedDay } from '../time/working-day.ts'
import { type ClauseId, getStandard, type ServiceStandard, type Within } from './service-standard.ts'

type ClockState = 'running' | 'met' | 'met_late' | 'exception' | 'not_applicable' | 'cancelled'

/** One run of a standard for one subject (a case, a referral, a plan, a repair). "Overdue" is never stored. */
export interface Clock {
  clockId: string
  clause: ClauseId
  subjectId: string
  standardVersion: string
  calendarVersion: string
  startedAt: Date
  /** The last instant that keeps the standard. */
  dueAt: Date
  /** As first calculated. It stays when the client asks for a later day or a bank holiday is added. */
  originalDueAt: Date
  state: ClockState
  keptAt: Date | null
  reason: string
}

export interface Deadline {
  /** The day in London on which the clock starts. */
  day0: CalendarDay
  /** The days that counted; only for standards in working days. */
  counted: CalendarDay[]
  skipped: SkippedDay[]
  dueOn: CalendarDay
  /** The last instant that keeps the standard: the end of the due day, or the exact time for a limit in hours. */
  dueAt: Date
  /** The first day that counts, for a standard with a window (A1: day 21). */
  windowFromOn: CalendarDay | null
}

const HOUR = 3_600_000

/** Calculates a deadline. Throws MissingHolidayList for working days in a year whose holidays are not listed. */
export function calculateDeadline(standard: { within: Within }, startedAt: Date, calendar: Calendar): Deadline {
  const { within } = standard
  const day0 = londonDayOf(startedAt)
  const plain = { day0, counted: [], skipped: [], windowFromOn: null }
  if (within.unit === 'hours') {
    const dueAt = new Date(startedAt.getTime() + within.count * HOUR)
    return { ...plain, dueOn: londonDayOf(dueAt), dueAt }
  }
  if (within.unit === 'months') return { ...plain, ...byEndOf(addMonths(day0, within.count)) }
  if (within.unit === 'working days') {
    const { counted, skipped } = addWorkingDays(day0, within.count, calendar)
    return { ...plain, counted, skipped, ...byEndOf(counted.at(-1) ?? day0) }
  }
  const landed = addDays(day0, within.count)
  const windowFromOn = within.windowFromDay === undefined ? null : addDays(day0, within.windowFromDay)
  if (within.rollForward === undefined) return { ...plain, windowFromOn, ...byEndOf(landed) }
  const { day, skipped } = rollForward(landed, calendar)
  return { ...plain, skipped, windowFromOn, ...byEndOf(day) }
}

function byEndOf(dueOn: CalendarDay) {
  return { dueOn, dueAt: endOfLondonDay(dueOn) }
}

export type ClockStatus =
  | 'overdue'
  | 'due-today'
  | 'soon'
  | 'running'
  | 'kept'
  | 'kept-late'
  | 'exception'
  | 'not-applicable'
  | 'cancelled'

type ReadClock = Pick<Clock, 'clause' | 'dueAt' | 'state' | 'keptAt' | 'reason'>

/** The status of a clock at an instant, with a short line to show. Calculated at each read, never stored. */
export function clockStatus(clock: ReadClock, now: Date): { status: ClockStatus; line: string } {
  switch (clock.state) {
    case 'met':
      return { status: 'kept', line: `Kept${onAndAt(clock.keptAt, now)}` }
    case 'met_late':
      return { status: 'kept-late', line: `Kept late${onAndAt(clock.keptAt, now)}` }
    case 'exception':
      return { status: 'exception', line: clock.reason === '' ? 'Exception' : `Exception: ${clock.reason}` }
    case 'not_applicable':
      return { status: 'not-applicable', line: clock.reason === '' ? 'Does not apply' : clock.reason }
    case 'cancelled':
      return { status: 'cancelled', line: clock.reason === '' ? 'Cancelled' : `Cancelled: ${clock.reason}` }
    case 'running':
      return runningStatus(clock, getStandard(clock.clause), now)
  }
}

function runningStatus(
  { dueAt }: ReadClock,
  standard: ServiceStandard,
  now: Date,
): { status: ClockStatus; line: string } {
  const today = londonDayOf(now)
  const dueOn = londonDayOf(dueAt)
  const dueDay = dayAndMonth(dueOn, today)
  if (standard.within.unit === 'months') {
    const opens = dayAndMonth(addDays(dueOn, 1), today)
    return { status: 'running', line: now > dueAt ? `Possible since ${opens}` : `Possible from ${opens}` }
  }
  const hourly = standard.within.unit === 'hours'
  const until = hourly ? `${dueDay} at ${londonTimeOf(dueAt)}` : `the end of ${dueDay}`
  if (now > dueAt) return { status: 'overdue', line: `Overdue since ${until}` }
  if (dueOn === today)
    return { status: 'due-today', line: hourly ? `Due today at ${londonTimeOf(dueAt)}` : 'Due today' }
  const soonUntil = addDays(today, standard.soonDays ?? 1)
  const soon = dueOn <= soonUntil || dueOn <= nextWeekday(today)
  const tomorrow = hourly ? `Due tomorrow, ${until}` : `Due by the end of tomorrow, ${dueDay}`
  const due = dueOn === addDays(today, 1) ? tomorrow : `Due by ${until}`
  return { status: soon ? 'soon' : 'running', line: due }
}

/** On Friday, a deadline on Monday counts as due soon, because nobody works in between. */
function nextWeekday(day: CalendarDay): CalendarDay {
  let next = addDays(day, 1)
  while (isWeekend(next)) next = addDays(next, 1)
  return next
}

function onAndAt(keptAt: Date | null, now: Date): string {
  if (keptAt === null) return ''
  return ` on ${dayAndMonth(londonDayOf(keptAt), londonDayOf(now))} at ${londonTimeOf(keptAt)}`
}
