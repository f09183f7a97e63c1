import { addDays, addMonths, type CalendarDay, dayInWords, isDay, MONTHS, toDay } from './calendar-day.ts'

declare const partialBrand: unique symbol

/** A date as far as it is known: 'YYYY', 'YYYY-MM' or 'YYYY-MM-DD'. Unknown parts are left out, never invented. */
export type PartialDay = CalendarDay | (string & { readonly [partialBrand]: 'partial day' })

export function isPartialDay(text: string): text is PartialDay {
  return isDay(text) || /^\d{4}(-(0[1-9]|1[0-2]))?$/.test(text)
}

/** The last day that a partly known date can be; null if the text is not a date. */
export function lastDayOf(known: string): CalendarDay | null {
  if (!isPartialDay(known)) return null
  if (isDay(known)) return known
  const first = toDay(`${known}-01${known.length === 4 ? '-01' : ''}`)
  return addDays(addMonths(first, known.length === 4 ? 12 : 1), -1)
}

/** 'Tuesday 12 May 1987', 'May 1987' or '1987'. */
export function partialDayInWords(known: string): string {
  if (isDay(known)) return dayInWords(known)
  const [year = '', month] = known.split('-')
  return month === undefined ? year : `${MONTHS[Number(month) - 1]} ${year}`
}

/** Whether even the earliest day of a partly known date is after `day`. */
export function isAfterDay(known: PartialDay, day: CalendarDay): boolean {
  return known > day.slice(0, known.length)
}

/** Whether even the last day of a partly known date is before `day`. */
export function isBeforeDay(known: PartialDay, day: CalendarDay): boolean {
  return known < day.slice(0, known.length)
}

/** Whether two dates can be the same day: 1987 and May 1987. */
export function canBeSameDay(one: string, other: string): boolean {
  return one.startsWith(other) || other.startsWith(one)
}
