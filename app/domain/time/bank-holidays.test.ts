import Holidays from 'date-holidays'
import { describe, expect, it } from 'vitest'
import { listHolidaysAgain } from '../../../tests/support/second-calculation.ts'
import {
  BANK_HOLIDAYS,
  findHoliday,
  holidayListWarning,
  MissingHolidayList,
  withAddedHolidays,
} from './bank-holidays.ts'
import { toDay, yearOf } from './calendar-day.ts'

const YEARS = [2020, 2021, 2022, 2023, 2024, 2025, 2026, 2027, 2028]

function listOurs(year: number): string[] {
  return [...BANK_HOLIDAYS.holidays.keys()].filter((day) => yearOf(day) === year).sort()
}

/** Public and bank holidays of England as `date-holidays` knows them, without the week-end days that moved. */
function listTheirs(year: number): string[] {
  const days = new Holidays('GB', 'ENG')
    .getHolidays(year)
    .filter(({ type }) => type === 'public' || type === 'bank')
    .map(({ date }) => date.slice(0, 10))
    .filter((day) => new Date(day).getUTCDay() % 6 !== 0)
  return [...new Set(days)].sort()
}

describe('the bank holidays of England and Wales', () => {
  it.each(YEARS)('agree with date-holidays in %i', (year) => {
    expect(listOurs(year)).toEqual(listTheirs(year))
  })

  it.each(YEARS)('agree with the rules of the Act in %i', (year) => {
    expect(listOurs(year)).toEqual(listHolidaysAgain(year))
  })

  it.each([
    { on: '2020-05-08', name: 'Early May bank holiday (VE day)', why: 'moved from Monday 4 May' },
    { on: '2022-06-03', name: 'Platinum Jubilee bank holiday', why: 'proclaimed once' },
    {
      on: '2022-09-19',
      name: 'Bank Holiday for the State Funeral of Queen Elizabeth II',
      why: 'proclaimed in ten days',
    },
    { on: '2023-05-08', name: 'Bank holiday for the coronation of King Charles III', why: 'proclaimed once' },
    { on: '2026-12-28', name: 'Boxing Day (substitute day)', why: 'Boxing Day is a Saturday' },
    { on: '2028-01-03', name: "New Year's Day (substitute day)", why: "New Year's Day is a Saturday" },
  ])('$on is $name ($why)', ({ on, name }) => {
    expect(findHoliday(toDay(on), BANK_HOLIDAYS)).toBe(name)
  })

  it('say no for an ordinary day', () => {
    expect(findHoliday(toDay('2020-05-04'), BANK_HOLIDAYS)).toBeNull()
  })

  it.each(['2019-12-31', '2029-01-02', '2035-06-05'])('fail loudly on %s, a day of a year without list', (day) => {
    const ask = () => findHoliday(toDay(day), BANK_HOLIDAYS)
    expect(ask).toThrow(MissingHolidayList)
    expect(ask).toThrow(`There is no list of bank holidays for ${day.slice(0, 4)}`)
  })
})

describe('a holiday an administrator adds', () => {
  const added = { on: toDay('2027-06-14'), name: 'A proclaimed holiday' }

  it('is a holiday, under a version that names it', () => {
    const calendar = withAddedHolidays(BANK_HOLIDAYS, [added])
    expect(findHoliday(added.on, calendar)).toBe('A proclaimed holiday')
    expect(calendar.version).toBe('england-and-wales-2028+2027-06-14')
    expect(findHoliday(added.on, BANK_HOLIDAYS)).toBeNull()
  })

  it('changes nothing when the day is a holiday already', () => {
    const known = withAddedHolidays(BANK_HOLIDAYS, [{ on: toDay('2026-12-25'), name: 'Another name' }])
    expect(known.version).toBe(BANK_HOLIDAYS.version)
    expect(findHoliday(toDay('2026-12-25'), known)).toBe('Christmas Day')
  })

  it('does not make its year a listed one, until somebody says that the year is whole', () => {
    const newYear = { on: toDay('2029-01-01'), name: "New Year's Day" }
    expect(() => findHoliday(toDay('2029-01-02'), withAddedHolidays(BANK_HOLIDAYS, [newYear]))).toThrow(
      MissingHolidayList,
    )
    const whole = withAddedHolidays(BANK_HOLIDAYS, [newYear], [2029])
    expect(findHoliday(toDay('2029-01-02'), whole)).toBeNull()
    expect(whole.version).toBe('england-and-wales-2028+2029+2029-01-01')
  })
})

describe('the warning that the list runs out', () => {
  it.each([
    { now: '2026-11-23T09:00:00Z', warned: false, why: 'two years left' },
    { now: '2028-06-30T12:00:00Z', warned: false, why: 'six months to the day' },
    { now: '2028-07-01T12:00:00Z', warned: true, why: 'a day less than six months' },
    { now: '2029-01-01T00:00:00Z', warned: true, why: 'it has run out' },
  ])('at $now is given: $warned ($why)', ({ now, warned }) => {
    expect(holidayListWarning(BANK_HOLIDAYS, new Date(now)) !== null).toBe(warned)
  })
})
