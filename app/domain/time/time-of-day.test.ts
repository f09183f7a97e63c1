import { describe, expect, it } from 'vitest'
import { readTimeOfDay } from './time-of-day.ts'

describe('readTimeOfDay', () => {
  it.each([
    ['2.30pm', '14:30'],
    ['2:30 pm', '14:30'],
    ['2.30 p.m.', '14:30'],
    ['14.30', '14:30'],
    ['1430', '14:30'],
    ['14:30', '14:30'],
    ['14:30pm', '14:30'],
    ['1430 hrs', '14:30'],
    ['230pm', '14:30'],
    ['2pm', '14:00'],
    ['2 PM', '14:00'],
    ['9:30', '09:30'],
    ['0930', '09:30'],
    ['9.05am', '09:05'],
    ['12.30am', '00:30'],
    ['12pm', '12:00'],
    ['noon', '12:00'],
    ['Midnight', '00:00'],
    ['００:０５', '00:05'],
  ])('reads %s as %s', (written, time) => {
    expect(readTimeOfDay(written)).toBe(time)
  })

  it.each(['', '2', '14am', '0pm', '25:00', '14:60', '2.3pm', 'noonish', '14:30:10', '-1:30', '__proto__', '1e3'])(
    'does not guess at “%s”',
    (written) => {
      expect(readTimeOfDay(written)).toBeNull()
    },
  )
})
