import { describe, expect, it } from 'vitest'
import { toDay } from './calendar-day.ts'
import { DATE_LIMITS, type DateLimitName, outsideLimit } from './date-limit.ts'
import type { PartialDay } from './partial-day.ts'

const TODAY = toDay('2026-11-23')

describe('the limits of date fields', () => {
  it.each([
    ['birth', '1900', null],
    ['birth', '1899-12-31', 'Enter a year of birth from 1900'],
    ['birth', '2026-11-23', null],
    ['birth', '2026-11-24', 'The date of birth must be today or earlier'],
    ['birth', '2026', null],
    ['birth', '2087-05-12', 'The date of birth must be today or earlier'],
    ['happened', '2026-12', 'The date must be today or earlier'],
    ['recorded', '1999-12-31', 'Enter a year from 2000'],
    ['planned', '2026-11-22', 'The date must be today or later'],
    ['planned', '2026-11-23', null],
    ['planned', '2087-05-12', 'Enter a date within the next five years'],
    ['correctedPlan', '2026-11-22', null],
    ['holiday', '2057-01-01', 'Enter a date within the next 30 years'],
  ] as const)('%s: %s', (name, known, words) => {
    expect(outsideLimit(name, known as PartialDay, TODAY)).toBe(words)
  })

  it('leave no field open at either end', () => {
    for (const name of Object.keys(DATE_LIMITS) as DateLimitName[]) {
      expect(outsideLimit(name, '1787-05-12' as PartialDay, TODAY), name).not.toBeNull()
      expect(outsideLimit(name, '2187-05-12' as PartialDay, TODAY), name).not.toBeNull()
    }
  })
})
