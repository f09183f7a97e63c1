/** An instant: a Date, or its ISO 8601 text. */
export type InstantValue = Date | string

const ZONE = 'Europe/London'
const HOUR_MS = 3_600_000
const DAY_MS = 86_400_000
const REMEMBERED = 2000

const isoDay = new Intl.DateTimeFormat('en-CA', { timeZone: ZONE, year: 'numeric', month: '2-digit', day: '2-digit' })
const timeOfDay = new Intl.DateTimeFormat('en-GB', {
  timeZone: ZONE,
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
})

// Calendar days are formatted as midnight UTC in UTC, so that no time zone can shift them.
const parts = { timeZone: 'UTC', weekday: 'long', day: 'numeric', month: 'long' } as const
const dayAndMonth = new Intl.DateTimeFormat('en-GB', parts)
const dayMonthAndYear = new Intl.DateTimeFormat('en-GB', { ...parts, year: 'numeric' })

/** The calendar day in London on which an instant falls, 'YYYY-MM-DD'. */
export function londonDay(at: InstantValue): string {
  return dayOfHour(Math.floor(new Date(at).getTime() / HOUR_MS))
}

// Days are remembered by hour. That is safe because London is whole hours ahead of UTC, so both have the same hours.
const dayOfHour = remembered((hour: number) => isoDay.format(hour * HOUR_MS))

export function sayTimeOfDay(at: InstantValue): string {
  return timeOfDay.format(new Date(at))
}

/** 'today', 'tomorrow, Tuesday 24 November', 'Friday 27 November', with another year's number. `on`: YYYY-MM-DD. */
export function sayDay(on: string, now: InstantValue): string {
  const today = londonDay(now)
  const away = Math.round((midnight(on) - midnight(today)) / DAY_MS)
  if (away === 0) return 'today'
  if (away === -1) return 'yesterday'
  const full = on.slice(0, 4) === today.slice(0, 4) ? sayDayAndMonth(on) : sayFullDay(on)
  return away === 1 ? `tomorrow, ${full}` : full
}

/** An instant in words: 'today at 16:45', 'Friday 20 November at 09:05'. */
export function sayInstant(at: InstantValue, now: InstantValue): string {
  return `${sayDay(londonDay(at), now)} at ${sayTimeOfDay(at)}`
}

const monthAndYear = new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', month: 'long', year: 'numeric' })

/** A date in full, as far as it is known: 'Tuesday 12 May 1987', 'May 1987', '1987'. */
export function sayPartialDay(known: string): string {
  if (known.length > 7) return sayFullDay(known)
  return known.length > 4 ? format(monthAndYear, `${known}-01`) : known
}

/** A day in full, for paper and mail, which are read on other days: 'Tuesday 24 November 2026'. */
export const sayFullDay = remembered((on: string) => format(dayMonthAndYear, on))

const sayDayAndMonth = remembered((on: string) => format(dayAndMonth, on))

/** An instant in full, for paper and mail: 'Friday 20 November 2026 at 16:45'. */
export function sayFullInstant(at: InstantValue): string {
  return `${sayFullDay(londonDay(at))} at ${sayTimeOfDay(at)}`
}

function midnight(on: string): number {
  return Date.parse(`${on}T00:00:00Z`)
}

// Some versions of the locale data put a comma after the weekday.
function format(formatter: Intl.DateTimeFormat, on: string): string {
  return formatter.format(midnight(on)).replace(',', '')
}

/** Remembers results, because formatting is slow and a list shows the same few days again and again. */
function remembered<Key>(say: (key: Key) => string): (key: Key) => string {
  const said = new Map<Key, string>()
  return (key) => {
    const words = said.get(key) ?? say(key)
    if (said.size >= REMEMBERED) said.clear()
    said.set(key, words)
    return words
  }
}
