import { z } from 'zod'
import { type CalendarDay, isDay, readInstant } from '../domain/calendar-day.ts'

/** Text of one line or many, trimmed; '' when the field was left empty or not sent. */
export function typedText(max: number) {
  return z.string().trim().max(max, `Shorten this to ${max} characters or fewer`).default('')
}

/** Text that must be there. */
export function neededText(max: number, missing: string) {
  return z.string({ error: missing }).trim().min(1, missing).max(max, `Shorten this to ${max} characters or fewer`)
}

function idsOf<Id extends string>(vocabulary: Readonly<Record<Id, unknown>>): [Id, ...Id[]] {
  return Object.keys(vocabulary) as [Id, ...Id[]]
}

/** One id of a vocabulary that must be chosen. */
export function choiceOf<Id extends string>(vocabulary: Readonly<Record<Id, unknown>>, missing: string) {
  return z.enum(idsOf(vocabulary), { error: missing })
}

/** One id of a vocabulary, or null when nothing was chosen. */
export function optionalChoiceOf<Id extends string>(vocabulary: Readonly<Record<Id, unknown>>) {
  const known = new Set<string>(idsOf(vocabulary))
  return z
    .string()
    .default('')
    .transform((chosen, context): Id | null => {
      if (chosen === '') return null
      if (known.has(chosen)) return chosen as Id
      context.addIssue({ code: 'custom', message: 'Choose one of the answers offered' })
      return z.NEVER
    })
}

/** Any number of ids of a vocabulary. */
export function choicesOf<Id extends string>(vocabulary: Readonly<Record<Id, unknown>>) {
  return z.array(z.enum(idsOf(vocabulary), { error: 'Choose from the answers offered' })).default([])
}

/** A file that must be there; read by `readForm` when it is told its name. */
export function neededFile(missing: string) {
  return z.custom<File>((sent) => sent instanceof File && sent.size > 0, missing)
}

/** A box that is ticked or not. */
export function tickedBox() {
  return z
    .string()
    .default('')
    .transform((value) => value === 'yes')
}

// A year outside these is a slip of the finger, and the database has no day in the year 0.
const EARLIEST_YEAR = '1900'
const LATEST_YEAR = '2100'

function isThinkable(text: string): boolean {
  const year = text.slice(0, 4)
  return year >= EARLIEST_YEAR && year <= LATEST_YEAR
}

/** A day from a DateInput, 'YYYY-MM-DD', or null when it was left empty. */
export function typedDayField() {
  return z
    .string()
    .default('')
    .transform((text, context): CalendarDay | null => {
      if (text === '') return null
      if (isDay(text) && isThinkable(text)) return text
      context.addIssue({ code: 'custom', message: 'Enter a real date, such as 23 11 2026' })
      return z.NEVER
    })
}

const UNREADABLE = {
  unreadable: 'Enter a real date and time, such as 23 11 2026 and 16:45',
  'happens-twice': 'The clocks went back then, so this time came twice. Choose a time before or after that hour',
  'does-not-exist': 'The clocks went forward then, so this time did not exist. Choose a time before or after that hour',
} as const

/** A day and time from a DateInput, London wall time, as an instant; null when it was left empty. */
export function typedInstantField() {
  return z
    .string()
    .default('')
    .transform((text, context): Date | null => {
      if (text === '') return null
      const read = readInstant(text)
      if (read.ok && isThinkable(text)) return read.value
      context.addIssue({ code: 'custom', message: UNREADABLE[read.ok ? 'unreadable' : read.refusal.why] })
      return z.NEVER
    })
}
