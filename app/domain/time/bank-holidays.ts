import { addMonths, type CalendarDay, endOfLondonDay, londonDayOf, toDay, yearOf } from './calendar-day.ts'

/** The bank holidays for working days. Every deadline stores the `version` it was calculated with. */
export interface Calendar {
  version: string
  holidays: ReadonlyMap<CalendarDay, string>
  coveredYears: ReadonlySet<number>
}

/** A day an administrator adds: a holiday proclaimed after this release, or in a year it does not list. */
export interface AddedHoliday {
  on: CalendarDay
  name: string
}

const CHRISTMAS = { '12-25': 'Christmas Day', '12-26': 'Boxing Day' }
const CHRISTMAS_AND_MONDAY = { '12-25': 'Christmas Day', '12-28': 'Boxing Day (substitute day)' }
const CHRISTMAS_MOVED = { '12-27': 'Christmas Day (substitute day)', '12-28': 'Boxing Day (substitute day)' }
const NEW_YEAR = { '01-01': "New Year's Day" }

/** England and Wales as GOV.UK publishes them: year, then 'MM-DD', then the name. */
const ENGLAND_AND_WALES: Record<number, Record<string, string>> = {
  2020: { ...NEW_YEAR, ...spring('04-10', '04-13', '05-08', '05-25', '08-31'), ...CHRISTMAS_AND_MONDAY },
  2021: { ...NEW_YEAR, ...spring('04-02', '04-05', '05-03', '05-31', '08-30'), ...CHRISTMAS_MOVED },
  2022: {
    '01-03': "New Year's Day (substitute day)",
    ...spring('04-15', '04-18', '05-02', '06-02', '08-29'),
    '06-03': 'Platinum Jubilee bank holiday',
    '09-19': 'Bank Holiday for the State Funeral of Queen Elizabeth II',
    '12-26': 'Boxing Day',
    '12-27': 'Christmas Day (substitute day)',
  },
  2023: {
    '01-02': "New Year's Day (substitute day)",
    ...spring('04-07', '04-10', '05-01', '05-29', '08-28'),
    '05-08': 'Bank holiday for the coronation of King Charles III',
    ...CHRISTMAS,
  },
  2024: { ...NEW_YEAR, ...spring('03-29', '04-01', '05-06', '05-27', '08-26'), ...CHRISTMAS },
  2025: { ...NEW_YEAR, ...spring('04-18', '04-21', '05-05', '05-26', '08-25'), ...CHRISTMAS },
  2026: { ...NEW_YEAR, ...spring('04-03', '04-06', '05-04', '05-25', '08-31'), ...CHRISTMAS_AND_MONDAY },
  2027: { ...NEW_YEAR, ...spring('03-26', '03-29', '05-03', '05-31', '08-30'), ...CHRISTMAS_MOVED },
  2028: {
    '01-03': "New Year's Day (substitute day)",
    ...spring('04-14', '04-17', '05-01', '05-29', '08-28'),
    ...CHRISTMAS,
  },
}

function spring(goodFriday: string, easterMonday: string, earlyMay: string, lateMay: string, summer: string) {
  return {
    [goodFriday]: 'Good Friday',
    [easterMonday]: 'Easter Monday',
    [earlyMay]: earlyMay === '05-08' ? 'Early May bank holiday (VE day)' : 'Early May bank holiday',
    [lateMay]: 'Spring bank holiday',
    [summer]: 'Summer bank holiday',
  }
}

/** The list in this release, 2020 to 2028. */
export const BANK_HOLIDAYS: Calendar = {
  version: 'england-and-wales-2028',
  holidays: new Map(
    Object.entries(ENGLAND_AND_WALES).flatMap(([year, days]) =>
      Object.entries(days).map(([day, name]): [CalendarDay, string] => [toDay(`${year}-${day}`), name]),
    ),
  ),
  coveredYears: new Set(Object.keys(ENGLAND_AND_WALES).map(Number)),
}

/**
 * The calendar with an administrator's days. One added day does not make its year complete: `completeYears` are years
 * for which an administrator confirmed the whole list.
 */
export function withAddedHolidays(
  calendar: Calendar,
  added: readonly AddedHoliday[],
  completeYears: readonly number[] = [],
): Calendar {
  const news = added.filter(({ on }) => !calendar.holidays.has(on)).sort((a, b) => (a.on < b.on ? -1 : 1))
  const years = completeYears.filter((year) => !calendar.coveredYears.has(year)).sort((a, b) => a - b)
  return {
    version: [calendar.version, ...years, ...news.map(({ on }) => on)].join('+'),
    holidays: new Map([...calendar.holidays, ...news.map(({ on, name }): [CalendarDay, string] => [on, name])]),
    coveredYears: new Set([...calendar.coveredYears, ...years]),
  }
}

/** Thrown for a working day in a year without a holiday list: no deadline is better than a wrong one. */
export class MissingHolidayList extends Error {
  readonly year: number

  constructor(year: number) {
    super(
      `There is no list of bank holidays for ${year}, so working days in ${year} cannot be counted. An administrator can add the list.`,
    )
    this.name = 'MissingHolidayList'
    this.year = year
  }
}

/** The holiday's name, or null; throws MissingHolidayList if the year is not listed. */
export function findHoliday(day: CalendarDay, calendar: Calendar): string | null {
  const name = calendar.holidays.get(day)
  if (name !== undefined) return name
  if (!calendar.coveredYears.has(yearOf(day))) throw new MissingHolidayList(yearOf(day))
  return null
}

/** The warning to the administrator if the list ends within six months of `now`, or null. */
export function holidayListWarning(calendar: Calendar, now: Date): string | null {
  const today = londonDayOf(now)
  let lastYear = yearOf(today)
  if (!calendar.coveredYears.has(lastYear)) return new MissingHolidayList(lastYear).message
  while (calendar.coveredYears.has(lastYear + 1)) lastYear += 1
  const lastDay = toDay(`${lastYear}-12-31`)
  if (endOfLondonDay(lastDay) >= endOfLondonDay(addMonths(today, 6))) return null
  return `The list of bank holidays ends on 31 December ${lastYear}. Add the holidays of ${lastYear + 1} before then: without them no deadline in working days can be set.`
}
