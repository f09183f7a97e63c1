import { type Calendar, findHoliday } from './bank-holidays.ts'
import { addDays, type CalendarDay, isWeekend, weekdayOf } from './calendar-day.ts'

/** A day that does not count, and why: 'Saturday', 'Christmas Day'. */
export interface SkippedDay {
  on: CalendarDay
  why: string
}

/** Why a day is not a working day, or null when it is one; throws MissingHolidayList for a weekday of an unlisted year. */
function whyNotWorkingDay(day: CalendarDay, calendar: Calendar): string | null {
  return isWeekend(day) ? weekdayOf(day) : findHoliday(day, calendar)
}

export function isWorkingDay(day: CalendarDay, calendar: Calendar): boolean {
  return whyNotWorkingDay(day, calendar) === null
}

/**
 * Counts working days after day 0. Day 0 is the day of the trigger whatever its hour, and even when it is no working
 * day itself (FOIA s10: "the nth working day following the date of receipt"), so it never counts and is never skipped.
 */
export function addWorkingDays(day0: CalendarDay, count: number, calendar: Calendar) {
  const counted: CalendarDay[] = []
  const skipped: SkippedDay[] = []
  for (let day = addDays(day0, 1); counted.length < count; day = addDays(day, 1)) {
    const why = whyNotWorkingDay(day, calendar)
    if (why === null) counted.push(day)
    else skipped.push({ on: day, why })
  }
  return { counted, skipped }
}

/** The day itself when it is a working day, else the next one, with the days rolled over. */
export function rollForward(day: CalendarDay, calendar: Calendar): { day: CalendarDay; skipped: SkippedDay[] } {
  const skipped: SkippedDay[] = []
  let rolled = day
  for (let why = whyNotWorkingDay(rolled, calendar); why !== null; why = whyNotWorkingDay(rolled, calendar)) {
    skipped.push({ on: rolled, why })
    rolled = addDays(rolled, 1)
  }
  return { day: rolled, skipped }
}

/** The last working day on or before a day: when to post a letter that is due on a Sunday. */
export function lastWorkingDayBy(day: CalendarDay, calendar: Calendar): CalendarDay {
  let last = day
  while (!isWorkingDay(last, calendar)) last = addDays(last, -1)
  return last
}
