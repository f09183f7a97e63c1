import { type Calendar, findHoliday } from './bank-holidays.ts'
import { addDays, type CalendarDay, isWeekend, weekdayOf } from './calendar-day.ts'

/** A day that does not count, and why: 'Saturday', 'Christmas Day'. */
export interface SkippedDay {
  on: CalendarDay
  why: string
}

/** Why a day is not a working day; null if it is one. Throws MissingHolidayList for a weekday in an unlisted year. */
function whyNotWorkingDay(day: CalendarDay, calendar: Calendar): string | null {
  return isWeekend(day) ? weekdayOf(day) : findHoliday(day, calendar)
}

export function isWorkingDay(day: CalendarDay, calendar: Calendar): boolean {
  return whyNotWorkingDay(day, calendar) === null
}

/**
 * Counts working days after day 0, the day of the trigger at any hour (FOIA s10: "the nth working day following the
 * date of receipt"). Day 0 never counts and is never skipped, even if it is not a working day.
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

/** The day itself if it is a working day, otherwise the next one, with the days skipped. */
export function rollForward(day: CalendarDay, calendar: Calendar): { day: CalendarDay; skipped: SkippedDay[] } {
  const skipped: SkippedDay[] = []
  let rolled = day
  for (let why = whyNotWorkingDay(rolled, calendar); why !== null; why = whyNotWorkingDay(rolled, calendar)) {
    skipped.push({ on: rolled, why })
    rolled = addDays(rolled, 1)
  }
  return { day: rolled, skipped }
}

/** The last working day on or before a day, such as the day to post a letter that is due on a Sunday. */
export function lastWorkingDayBy(day: CalendarDay, calendar: Calendar): CalendarDay {
  let last = day
  while (!isWorkingDay(last, calendar)) last = addDays(last, -1)
  return last
}
