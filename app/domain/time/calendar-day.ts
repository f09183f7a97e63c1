import { Temporal } from 'temporal-polyfill'
import { done, type Result, refused } from '../result.ts'

/** The partnership's time zone, named only here: the machine's own zone must never decide a deadline. */
const LONDON = 'Europe/London'

declare const dayBrand: unique symbol

/** A calendar day as 'YYYY-MM-DD'. It sorts and compares as text, and has no time and no zone. */
export type CalendarDay = string & { readonly [dayBrand]: 'day' }

export function isDay(text: string): text is CalendarDay {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  try {
    return Temporal.PlainDate.from(text).toString() === text
  } catch {
    return false
  }
}

/** Checks a day written as 'YYYY-MM-DD'; throws RangeError for anything else, including the 30th of February. */
export function toDay(text: string): CalendarDay {
  if (!isDay(text)) throw new RangeError(`${JSON.stringify(text)} is not a day written as YYYY-MM-DD`)
  return text
}

function dayOf(date: Temporal.PlainDate): CalendarDay {
  return date.toString() as CalendarDay
}

function inLondon(instant: Date): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(LONDON)
}

/** The day in London at an instant: 23:30 UTC on a summer Thursday is already Friday. */
export function londonDayOf(instant: Date): CalendarDay {
  const hour = Math.floor(instant.getTime() / HOUR_MS)
  const day = dayOfHour.get(hour) ?? dayOf(inLondon(instant).toPlainDate())
  if (dayOfHour.size >= HOURS_REMEMBERED) dayOfHour.clear()
  dayOfHour.set(hour, day)
  return day
}

// London is whole hours ahead of UTC, so its offset can be cached by the hour; a page asks for the same few many times.
const HOUR_MS = 3_600_000
const HOURS_REMEMBERED = 5000
const dayOfHour = new Map<number, CalendarDay>()

/** London's wall time at an instant, as 'HH:mm'. */
export function londonTimeOf(instant: Date): string {
  return inLondon(instant).toPlainTime().toString({ smallestUnit: 'minute' })
}

/** Whether a time typed to the minute is before an instant. In the same minute it is not: seconds are unknown. */
export function isBeforeMinuteOf(typed: Date, instant: Date): boolean {
  return Math.floor(typed.getTime() / MINUTE_MS) < Math.floor(instant.getTime() / MINUTE_MS)
}

const MINUTE_MS = 60_000

/** ISO 8601 with London's offset, to the second, or to the millisecond when asked for. */
export function londonIsoOf(instant: Date, precision: 'second' | 'millisecond' = 'second'): string {
  return inLondon(instant).toString({ smallestUnit: precision, timeZoneName: 'never', offset: 'auto' })
}

/** Minutes by which London is ahead of UTC at an instant: 0 in winter, 60 in summer. */
export function londonOffsetAt(instant: Date): number {
  return inLondon(instant).offsetNanoseconds / 60e9
}

export function startOfLondonDay(day: CalendarDay): Date {
  return new Date(Temporal.PlainDate.from(day).toZonedDateTime(LONDON).epochMilliseconds)
}

/** The last millisecond of the day in London: "by the end of the day" is `instant <= endOfLondonDay(day)`. */
export function endOfLondonDay(day: CalendarDay): Date {
  return new Date(startOfLondonDay(addDays(day, 1)).getTime() - 1)
}

const MILLISECONDS_A_DAY = 86_400_000

// A day has no zone, so counting in UTC is exact, and many times faster than Temporal.
function numberOf(day: CalendarDay): number {
  return Date.parse(day) / MILLISECONDS_A_DAY
}

export function addDays(day: CalendarDay, days: number): CalendarDay {
  return new Date((numberOf(day) + days) * MILLISECONDS_A_DAY).toISOString().slice(0, 10) as CalendarDay
}

/** The same day of a later month, or that month's last day when it has no such day: 31 December + 2 is 28 February. */
export function addMonths(day: CalendarDay, months: number): CalendarDay {
  return dayOf(Temporal.PlainDate.from(day).add({ months }, { overflow: 'constrain' }))
}

/** Whole days from one day to another; negative when `to` is earlier. */
export function daysBetween(from: CalendarDay, to: CalendarDay): number {
  return numberOf(to) - numberOf(from)
}

export function yearOf(day: CalendarDay): number {
  return Number(day.slice(0, 4))
}

const WEEKDAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'] as const
export const MONTHS = [
  ...['January', 'February', 'March', 'April', 'May', 'June'],
  ...['July', 'August', 'September', 'October', 'November', 'December'],
]

export type Weekday = (typeof WEEKDAYS)[number]

export function weekdayOf(day: CalendarDay): Weekday {
  return WEEKDAYS[new Date(day).getUTCDay()] as Weekday
}

export function isWeekend(day: CalendarDay): boolean {
  return new Date(day).getUTCDay() % 6 === 0
}

/**
 * The day in words. With the day named just before it, the month or year it shares is left out: 'Friday 20 November
 * 2026' alone, 'Monday 23' after it, 'Friday 1 January 2027' after the 31st of December.
 */
export function dayInWords(day: CalendarDay, after?: CalendarDay): string {
  const words = `${weekdayOf(day)} ${Number(day.slice(8))}`
  return after?.slice(0, 7) === day.slice(0, 7) ? words : dayAndMonth(day, after)
}

/** The day and month, with the year only if it is not that of `reference`. */
export function dayAndMonth(day: CalendarDay, reference?: CalendarDay): string {
  const words = `${weekdayOf(day)} ${Number(day.slice(8))} ${MONTHS[Number(day.slice(5, 7)) - 1]}`
  return reference?.slice(0, 4) === day.slice(0, 4) ? words : `${words} ${day.slice(0, 4)}`
}

export type UnreadableInstant = { why: 'unreadable' } | { why: 'happens-twice' } | { why: 'does-not-exist' }

/**
 * Reads an instant: ISO 8601 with an offset or Z, or London time as 'YYYY-MM-DDTHH:mm[:ss]'. A London time that does
 * not exist, or exists twice, when the clocks change is refused.
 */
export function readInstant(text: string): Result<Date, UnreadableInstant> {
  const written = text.trim()
  try {
    if (/(z|[+-]\d{2}:?\d{2}(\[.*\])?)$/i.test(written) && written.includes(':')) {
      return done(new Date(Temporal.Instant.from(written).epochMilliseconds))
    }
    if (!/^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}/i.test(written)) return refused({ why: 'unreadable' })
    const wall = Temporal.PlainDateTime.from(written)
    const earlier = wall.toZonedDateTime(LONDON, { disambiguation: 'earlier' })
    const later = wall.toZonedDateTime(LONDON, { disambiguation: 'later' })
    if (earlier.equals(later)) return done(new Date(earlier.epochMilliseconds))
    return refused({ why: earlier.toPlainDateTime().equals(wall) ? 'happens-twice' : 'does-not-exist' })
  } catch {
    return refused({ why: 'unreadable' })
  }
}
