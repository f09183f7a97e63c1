/**
 * A second, independent calculation of the nine clocks, to compare with the first one. It shares no code, no table and
 * no method with app/domain: days are numbers counted from 1970, British Summer Time is worked out from its rule
 * (last Sundays of March and October, 01:00 UTC), Easter from Gauss's successors. No Temporal, no Intl, no local Date.
 */

const DAY = 86_400_000
const HOUR = 3_600_000

type Limit =
  | { workingDays: number }
  | { elapsed: number }
  | { days: number; thenNextWorkingDay: boolean }
  | { months: number }

/** Read off the printed standard by hand, so that a slip in the table of standards is a difference too. */
const LIMITS: Record<string, Limit> = {
  R3: { workingDays: 2 },
  R4: { workingDays: 1 },
  R8a: { elapsed: DAY },
  R8b: { elapsed: DAY },
  I2: { workingDays: 1 },
  I4b: { days: 5, thenNextWorkingDay: false },
  V6: { days: 14, thenNextWorkingDay: false },
  C4: { months: 2 },
  A1: { days: 28, thenNextWorkingDay: true },
}

/** The last instant (milliseconds since 1970) that keeps the clause, and the days skipped as 'YYYY-MM-DD'. */
export function calculateAgain(clause: string, startedAt: number): { due: number; skipped: string[] } {
  const limit = LIMITS[clause]
  if (limit === undefined) throw new Error(`no limit for ${clause}`)
  if ('elapsed' in limit) return { due: startedAt + limit.elapsed, skipped: [] }
  const received = londonDayNumber(startedAt)
  if ('months' in limit) return { due: lastMillisecondOf(monthsLater(received, limit.months)), skipped: [] }
  const skipped: number[] = []
  let day = received
  if ('workingDays' in limit) {
    for (let left = limit.workingDays; left > 0; ) {
      day += 1
      if (isFree(day)) skipped.push(day)
      else left -= 1
    }
  } else {
    day += limit.days
    while (limit.thenNextWorkingDay && isFree(day)) {
      skipped.push(day)
      day += 1
    }
  }
  return { due: lastMillisecondOf(day), skipped: skipped.map(written) }
}

function isFree(day: number): boolean {
  return weekday(day) === 0 || weekday(day) === 6 || holidaysOf(civil(day).year).has(day)
}

/** 0 is Sunday; the first of January 1970 was a Thursday. */
function weekday(day: number): number {
  return (((day + 4) % 7) + 7) % 7
}

/** Day number from a date: years run from March, so that the leap day comes last. */
function numbered(year: number, month: number, day: number): number {
  const fromMarch = month > 2 ? month - 3 : month + 9
  const marchYear = month > 2 ? year : year - 1
  const leaps = Math.floor(marchYear / 4) - Math.floor(marchYear / 100) + Math.floor(marchYear / 400)
  return marchYear * 365 + leaps + Math.floor((153 * fromMarch + 2) / 5) + day - 719_469
}

function civil(day: number): { year: number; month: number; date: number } {
  let year = 1970 + Math.floor(day / 365.2425)
  while (numbered(year + 1, 1, 1) <= day) year += 1
  while (numbered(year, 1, 1) > day) year -= 1
  let month = 12
  while (numbered(year, month, 1) > day) month -= 1
  return { year, month, date: day - numbered(year, month, 1) + 1 }
}

function written(day: number): string {
  const { year, month, date } = civil(day)
  return `${year}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`
}

function monthsLater(day: number, months: number): number {
  const { year, month, date } = civil(day)
  const target = year * 12 + month - 1 + months
  const first = numbered(Math.floor(target / 12), (target % 12) + 1, 1)
  const following = numbered(Math.floor((target + 1) / 12), ((target + 1) % 12) + 1, 1)
  return Math.min(first + date - 1, following - 1)
}

/** Whether London is an hour ahead of UTC. */
export function isSummerTime(instant: number): boolean {
  const { year } = civil(Math.floor(instant / DAY))
  return instant >= lastSunday(year, 3) * DAY + HOUR && instant < lastSunday(year, 10) * DAY + HOUR
}

function lastSunday(year: number, month: 3 | 10): number {
  const last = numbered(year, month, 31)
  return last - weekday(last)
}

function londonDayNumber(instant: number): number {
  return Math.floor((instant + (isSummerTime(instant) ? HOUR : 0)) / DAY)
}

function lastMillisecondOf(day: number): number {
  const ahead = (day + 1) * DAY - HOUR
  return (isSummerTime(ahead) ? ahead : ahead + HOUR) - 1
}

const known = new Map<number, Set<number>>()

function holidaysOf(year: number): Set<number> {
  const holidays = known.get(year) ?? new Set(listHolidays(year))
  known.set(year, holidays)
  return holidays
}

/** England and Wales by the Act of 1971 and the proclamations since, as 'YYYY-MM-DD'. */
export function listHolidaysAgain(year: number): string[] {
  return listHolidays(year)
    .sort((a, b) => a - b)
    .map(written)
}

function listHolidays(year: number): number[] {
  const easter = easterSunday(year)
  const mayDay = year === 2020 ? numbered(2020, 5, 8) : mondayFrom(numbered(year, 5, 1))
  const spring = year === 2022 ? numbered(2022, 6, 2) : mondayFrom(numbered(year, 5, 25))
  const fixed = [easter - 2, easter + 1, mayDay, spring, mondayFrom(numbered(year, 8, 25)), ...proclaimed(year)]
  return [...fixed, weekdayFrom(numbered(year, 1, 1)), ...christmas(year)]
}

function proclaimed(year: number): number[] {
  if (year === 2022) return [numbered(2022, 6, 3), numbered(2022, 9, 19)]
  return year === 2023 ? [numbered(2023, 5, 8)] : []
}

/** Whatever falls on the week-end moves to the first weekday that is not a holiday yet. */
function christmas(year: number): number[] {
  const given: number[] = []
  const onWeekdays = [25, 26].map((date) => numbered(year, 12, date)).filter((day) => weekday(day) % 6 !== 0)
  const moved = 2 - onWeekdays.length
  given.push(...onWeekdays)
  for (let day = numbered(year, 12, 27); given.length < onWeekdays.length + moved; day += 1) {
    if (weekday(day) % 6 !== 0) given.push(day)
  }
  return given
}

function mondayFrom(day: number): number {
  return day + ((8 - weekday(day)) % 7)
}

function weekdayFrom(day: number): number {
  return weekday(day) % 6 === 0 ? mondayFrom(day) : day
}

/** The anonymous Gregorian computus (Nature, 1876). */
function easterSunday(year: number): number {
  const a = year % 19
  const b = Math.floor(year / 100)
  const c = year % 100
  const d = (8 * b + 13) / 25
  const h = (19 * a + b - Math.floor(b / 4) - Math.floor(d) + 15) % 30
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7
  const m = Math.floor((a + 11 * h + 22 * l) / 451)
  const n = h + l - 7 * m + 114
  return numbered(year, Math.floor(n / 31), (n % 31) + 1)
}
