import { z } from 'zod'
import { type CalendarDay, isDay, londonDayOf, readInstant } from '../domain/time/calendar-day.ts'
import { type DateLimitName, outsideLimit } from '../domain/time/date-limit.ts'
import { isPartialDay, type PartialDay } from '../domain/time/partial-day.ts'
import { readTimeOfDay } from '../domain/time/time-of-day.ts'
import { typedText } from './form-fields.server.ts'

interface DateField {
  reads: 'day' | 'instant'
  limit: DateLimitName
}

/** All date fields with their limits, so that `readForm` can find the limit of a field. */
const dateFields = z.registry<DateField>()

export function dateFieldOf(field: z.ZodType): DateField | undefined {
  return dateFields.get(field)
}

/** The limits of what is planned, which may be later than now. */
const AHEAD: readonly DateLimitName[] = ['planned', 'correctedPlan']

/** Why a valid date is outside the limit of its field. Null when it is inside, or nothing was typed. */
export function limitBroken({ limit }: DateField, value: unknown, now: Date): string | null {
  if (value instanceof Date && value > now && !AHEAD.includes(limit))
    return 'The date and time must not be in the future'
  const known = value instanceof Date ? londonDayOf(value) : value
  return typeof known === 'string' && known !== '' ? outsideLimit(limit, known as PartialDay, londonDayOf(now)) : null
}

// The database has no year 0. Closer limits are checked for each field.
const hasPossibleYear = (text: string) => /^[12]\d{3}/.test(text)
const isShortYear = (text: string) => /^\d{1,3}(-|$)/.test(text)
const FULL_YEAR = 'Enter the year with four digits, like 1987'

function unreadableDay(text: string): string {
  return isShortYear(text) ? FULL_YEAR : 'Enter a real date, like 23 11 2026'
}

/** A day from a DateInput, 'YYYY-MM-DD', or null when it is empty. */
export function typedDayField(limit: DateLimitName) {
  const field = z
    .string()
    .default('')
    .transform((text, context): CalendarDay | null => {
      if (text === '' || (isDay(text) && hasPossibleYear(text))) return text || null
      context.addIssue({ code: 'custom', message: unreadableDay(text) })
      return z.NEVER
    })
  return field.register(dateFields, { reads: 'day', limit })
}

/** A day from a DateInput that must not be empty; `missing` is the message. */
export function neededDayField(limit: DateLimitName, missing: string) {
  const field = z
    .string()
    .default('')
    .transform((text, context): CalendarDay => {
      if (isDay(text) && hasPossibleYear(text)) return text
      context.addIssue({ code: 'custom', message: text === '' ? missing : unreadableDay(text) })
      return z.NEVER
    })
  return field.register(dateFields, { reads: 'day', limit })
}

/** A day from a DateInput as far as it is known: 'YYYY', 'YYYY-MM' or 'YYYY-MM-DD'. Null when it is empty. */
export function partialDayField(limit: DateLimitName) {
  const field = z
    .string()
    .default('')
    .transform((text, context): PartialDay | null => {
      if (text === '' || (isPartialDay(text) && hasPossibleYear(text))) return text || null
      const message = isShortYear(text) ? FULL_YEAR : 'Enter a real date, like 23 11 2026, or the year alone'
      context.addIssue({ code: 'custom', message })
      return z.NEVER
    })
  return field.register(dateFields, { reads: 'day', limit })
}

const UNREADABLE = {
  unreadable: 'Enter a real date and time, like 23 11 2026 and 16:45',
  'happens-twice': 'The clocks went back then, so this time came twice. Choose a time before or after that hour',
  'does-not-exist': 'The clocks went forward then, so this time did not exist. Choose a time before or after that hour',
} as const

/** The message for a wrong time such as '2027-03-28T01:30'. Undefined for a time that exists once in London. */
export function faultOfInstant(text: string): string | undefined {
  const read = readInstant(text)
  return read.ok ? undefined : UNREADABLE[read.refusal.why]
}

/** A day and time in London from a DateInput, as an instant. Null when it is empty. */
export function typedInstantField(limit: DateLimitName) {
  const field = z
    .string()
    .default('')
    .transform((text, context): Date | null => {
      if (text === '') return null
      const read = readInstant(text)
      if (read.ok && hasPossibleYear(text)) return read.value
      const message = isShortYear(text) ? FULL_YEAR : UNREADABLE[read.ok ? 'unreadable' : read.refusal.why]
      context.addIssue({ code: 'custom', message })
      return z.NEVER
    })
  return field.register(dateFields, { reads: 'instant', limit })
}

/** A time of day as 'HH:MM', or '' when it is empty. */
export function typedTimeField() {
  return typedText(20).transform((typed, context): string => {
    const time = typed === '' ? '' : readTimeOfDay(typed)
    if (time !== null) return time
    context.addIssue({ code: 'custom', message: 'Enter a time, like 14:30 or 2.30pm' })
    return z.NEVER
  })
}
