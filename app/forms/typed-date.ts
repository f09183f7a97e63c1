import { visibleText } from '../domain/text/visible-text.ts'
import { MONTHS } from '../domain/time/calendar-day.ts'
import { readTimeOfDay } from '../domain/time/time-of-day.ts'

/** FormData, or the values of a form. */
type Fields = FormData | Record<string, string | string[]>

/**
 * The date typed into the `DateInput` of this name: 'YYYY-MM-DD', 'YYYY-MM' or 'YYYY', or '' when all boxes are empty.
 * It is not checked: '2026-02-31', '87-05-12' and '2026--05' are returned as typed, and the schema refuses them with a
 * message.
 */
export function typedDay(fields: Fields, name: string): string {
  const day = textOf(fields, `${name}-day`)
  const month = monthNumber(textOf(fields, `${name}-month`))
  const year = textOf(fields, `${name}-year`)
  if (day) return [year, twoDigits(month), twoDigits(day)].join('-')
  return month ? `${year}-${twoDigits(month)}` : year
}

/** Day and time typed into a `DateInput` with a time, as 'YYYY-MM-DDTHH:MM' in London. '' when nothing was typed. */
export function typedDayAndTime(fields: Fields, name: string): string {
  const day = typedDay(fields, name)
  const time = textOf(fields, `${name}-time`)
  if (!day && !time) return ''
  return `${day}T${readTimeOfDay(time) ?? time}`
}

/** The number of a month written as a word (May, nov, Sept.). Other text is returned unchanged. */
function monthNumber(typed: string): string {
  const word = typed.toLowerCase().replace(/\.$/, '')
  const at = word.length < 3 ? -1 : MONTHS.findIndex((month) => month.toLowerCase().startsWith(word))
  return at < 0 ? typed : String(at + 1)
}

function twoDigits(typed: string): string {
  return typed === '' ? '' : typed.padStart(2, '0')
}

function textOf(fields: Fields, name: string): string {
  const value = fields instanceof FormData ? fields.get(name) : fields[name]
  return typeof value === 'string' ? visibleText(value.normalize('NFKC')) : ''
}
