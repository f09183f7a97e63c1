/** Anything that answers a field's text by its name: FormData, or a form's values. */
type Fields = FormData | Record<string, string | string[]>

/**
 * The day typed into a `DateInput` called `name`, as 'YYYY-MM-DD'; '' when all three boxes are empty. Not checked:
 * '2026-02-31' and '2026--5' come back as typed, for the schema to refuse in words.
 */
export function typedDay(fields: Fields, name: string): string {
  const day = textOf(fields, `${name}-day`)
  const month = textOf(fields, `${name}-month`)
  const year = textOf(fields, `${name}-year`)
  if (!day && !month && !year) return ''
  return [year.padStart(year.length === 2 ? 4 : 0, '20'), month.padStart(2, '0'), day.padStart(2, '0')].join('-')
}

/** Day and time typed into a `DateTimeInput`, London wall time as 'YYYY-MM-DDTHH:MM'; '' when nothing was typed. */
export function typedDayAndTime(fields: Fields, name: string): string {
  const day = typedDay(fields, name)
  const time = textOf(fields, `${name}-time`)
  if (!day && !time) return ''
  return `${day}T${clockTime(time)}`
}

/** The values a `DateInput` shows for a stored day, 'YYYY-MM-DD'. */
export function dayFields(name: string, on: string): Record<string, string> {
  const [year = '', month = '', day = ''] = on.split('-')
  return { [`${name}-day`]: String(Number(day)), [`${name}-month`]: String(Number(month)), [`${name}-year`]: year }
}

// People type 9.30, 0930 and 9:30 and mean the same.
function clockTime(typed: string): string {
  const parts = /^(\d{1,2})[:.\s]?(\d{2})$/.exec(typed)
  return parts ? `${parts[1]?.padStart(2, '0')}:${parts[2]}` : typed
}

function textOf(fields: Fields, name: string): string {
  const value = fields instanceof FormData ? fields.get(name) : fields[name]
  return typeof value === 'string' ? value.trim() : ''
}
