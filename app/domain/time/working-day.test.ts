import { describe, expect, it } from 'vitest'
import { BANK_HOLIDAYS, MissingHolidayList } from './bank-holidays.ts'
import { toDay } from './calendar-day.ts'
import { addWorkingDays, isWorkingDay, lastWorkingDayBy, rollForward } from './working-day.ts'

describe('working days', () => {
  it.each([
    { day: '2026-11-20', working: true, why: 'a Friday' },
    { day: '2026-11-21', working: false, why: 'a Saturday' },
    { day: '2026-12-25', working: false, why: 'Christmas Day' },
    { day: '2026-12-28', working: false, why: 'the substitute for Boxing Day' },
    { day: '2026-12-24', working: true, why: 'Christmas Eve is no bank holiday' },
  ])('$day is one: $working ($why)', ({ day, working }) => {
    expect(isWorkingDay(toDay(day), BANK_HOLIDAYS)).toBe(working)
  })

  it('are counted from the day after the trigger, and what is skipped says why', () => {
    expect(addWorkingDays(toDay('2026-12-24'), 2, BANK_HOLIDAYS)).toEqual({
      counted: ['2026-12-29', '2026-12-30'],
      skipped: [
        { on: '2026-12-25', why: 'Christmas Day' },
        { on: '2026-12-26', why: 'Saturday' },
        { on: '2026-12-27', why: 'Sunday' },
        { on: '2026-12-28', why: 'Boxing Day (substitute day)' },
      ],
    })
  })

  it('count from a day that is none itself, which is day 0 all the same', () => {
    expect(addWorkingDays(toDay('2026-11-21'), 1, BANK_HOLIDAYS)).toEqual({
      counted: ['2026-11-23'],
      skipped: [{ on: '2026-11-22', why: 'Sunday' }],
    })
  })

  it('are never counted into a year without a holiday list', () => {
    expect(() => addWorkingDays(toDay('2028-12-29'), 1, BANK_HOLIDAYS)).toThrow(MissingHolidayList)
  })

  it('A1: roll forward over Christmas, and stay where they are on a working day', () => {
    expect(rollForward(toDay('2026-12-25'), BANK_HOLIDAYS).day).toBe('2026-12-29')
    expect(rollForward(toDay('2026-12-29'), BANK_HOLIDAYS)).toEqual({ day: '2026-12-29', skipped: [] })
  })

  it('I4b: the last one by Sunday 27 December 2026 is Christmas Eve', () => {
    expect(lastWorkingDayBy(toDay('2026-12-27'), BANK_HOLIDAYS)).toBe('2026-12-24')
  })
})
