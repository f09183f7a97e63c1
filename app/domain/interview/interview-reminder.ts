import { addDays, endOfLondonDay, londonDayOf, londonTimeOf } from '../time/calendar-day.ts'

/** A local prompt: case workers are reminded from this time on the day before. */
const REMIND_AT = '08:30'

/** The latest start of the interviews to remind of at `now`. */
export function remindUntil(now: Date): Date {
  return endOfLondonDay(addDays(londonDayOf(now), londonTimeOf(now) < REMIND_AT ? 0 : 1))
}
