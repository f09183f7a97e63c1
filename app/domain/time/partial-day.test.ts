import { describe, expect, it } from 'vitest'
import { toDay } from './calendar-day.ts'
import {
  canBeSameDay,
  isAfterDay,
  isBeforeDay,
  isPartialDay,
  lastDayOf,
  type PartialDay,
  partialDayInWords,
} from './partial-day.ts'

describe('a partly known date', () => {
  it.each([
    { text: '1987', words: '1987', why: 'a year alone is never a first of January' },
    { text: '1987-05', words: 'May 1987', why: 'a month has no day' },
    { text: '1987-05-12', words: 'Tuesday 12 May 1987', why: 'a whole date is said in full' },
  ])('$text is said as “$words”: $why', ({ text, words }) => {
    expect(isPartialDay(text)).toBe(true)
    expect(partialDayInWords(text)).toBe(words)
  })

  it.each(['', '87', '1987-5', '1987-13', '1987-00', '1987-02-30', '1987--12', '19870512'])('%s is none', (text) => {
    expect(isPartialDay(text)).toBe(false)
  })

  it.each([
    ['2024', '2024-12-31'],
    ['2024-02', '2024-02-29'],
    ['2024-02-03', '2024-02-03'],
    ['2024-02-30', null],
  ])('%s ends on %s', (known, last) => {
    expect(lastDayOf(known)).toBe(last)
  })

  it.each([
    { known: '2026', after: false, before: false, why: 'part of the year has passed' },
    { known: '2026-11', after: false, before: false, why: 'part of the month has passed' },
    { known: '2026-12', after: true, before: false, why: 'all of the month is to come' },
    { known: '2027', after: true, before: false, why: 'all of the year is to come' },
    { known: '2025', after: false, before: true, why: 'all of the year has passed' },
    { known: '2026-11-22', after: false, before: true, why: 'a day compares as a day' },
  ])('$known beside 23 November 2026: $why', ({ known, after, before }) => {
    const day = toDay('2026-11-23')
    expect([isAfterDay(known as PartialDay, day), isBeforeDay(known as PartialDay, day)]).toEqual([after, before])
  })

  it('agrees with a date that only says more', () => {
    expect(canBeSameDay('1987', '1987-05-12')).toBe(true)
    expect(canBeSameDay('1987-06', '1987-05-12')).toBe(false)
  })
})
