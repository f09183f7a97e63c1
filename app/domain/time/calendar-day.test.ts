import { describe, expect, it } from 'vitest'
import {
  addDays,
  addMonths,
  dayAndMonth,
  dayInWords,
  daysBetween,
  endOfLondonDay,
  isDay,
  isWeekend,
  londonDayOf,
  londonIsoOf,
  londonOffsetAt,
  londonTimeOf,
  readInstant,
  startOfLondonDay,
  toDay,
  weekdayOf,
  yearOf,
} from './calendar-day.ts'

describe('a day', () => {
  it.each([
    { text: '2026-11-20', valid: true, why: 'a plain day' },
    { text: '2028-02-29', valid: true, why: 'a leap day' },
    { text: '2027-02-29', valid: false, why: 'no leap year' },
    { text: '2026-13-01', valid: false, why: 'no such month' },
    { text: '2026-1-1', valid: false, why: 'digits missing' },
    { text: '2026-11-20T10:00', valid: false, why: 'an instant' },
    { text: '', valid: false, why: 'nothing' },
  ])('$text is valid: $valid ($why)', ({ text, valid }) => {
    expect(isDay(text)).toBe(valid)
  })

  it('refuses to be made of anything else', () => {
    expect(() => toDay('2027-02-29')).toThrow(RangeError)
  })

  it.each([
    { from: '2026-12-31', days: 1, to: '2027-01-01', why: 'over the year' },
    { from: '2028-02-28', days: 1, to: '2028-02-29', why: 'into the leap day' },
    { from: '2027-03-28', days: 1, to: '2027-03-29', why: 'the day of 23 hours is one day' },
    { from: '2027-10-31', days: -1, to: '2027-10-30', why: 'backwards over the change of clocks' },
  ])('$from and $days days is $to ($why)', ({ from, days, to }) => {
    expect(addDays(toDay(from), days)).toBe(to)
    expect(daysBetween(toDay(from), toDay(to))).toBe(days)
  })

  it.each([
    { from: '2026-12-31', to: '2027-02-28', why: 'clamped' },
    { from: '2027-12-31', to: '2028-02-29', why: 'clamped to the leap day' },
    { from: '2026-11-30', to: '2027-01-30', why: 'the same day of the month' },
  ])('C4: $from and two months is $to ($why)', ({ from, to }) => {
    expect(addMonths(toDay(from), 2)).toBe(to)
  })

  it('knows its weekday, its year and the week-end', () => {
    expect(weekdayOf(toDay('2026-11-20'))).toBe('Friday')
    expect(yearOf(toDay('2026-11-20'))).toBe(2026)
    expect(['2026-11-20', '2026-11-21', '2026-11-22', '2026-11-23'].map((day) => isWeekend(toDay(day)))).toEqual([
      false,
      true,
      true,
      false,
    ])
  })

  it.each([
    { day: '2026-11-23', after: undefined, words: 'Monday 23 November 2026' },
    { day: '2026-11-23', after: '2026-11-20', words: 'Monday 23' },
    { day: '2026-12-01', after: '2026-11-30', words: 'Tuesday 1 December' },
    { day: '2027-01-01', after: '2026-12-31', words: 'Friday 1 January 2027' },
  ])('is "$words" after $after', ({ day, after, words }) => {
    expect(dayInWords(toDay(day), after === undefined ? undefined : toDay(after))).toBe(words)
  })

  it('names its month always, its year only when it is another one', () => {
    expect(dayAndMonth(toDay('2026-11-23'), toDay('2026-11-20'))).toBe('Monday 23 November')
    expect(dayAndMonth(toDay('2027-01-01'), toDay('2026-11-20'))).toBe('Friday 1 January 2027')
  })
})

describe('London', () => {
  it.each([
    { at: '2026-06-18T23:30:00Z', day: '2026-06-19', time: '00:30', why: 'late UTC Thursday is Friday in summer' },
    { at: '2026-11-19T23:30:00Z', day: '2026-11-19', time: '23:30', why: 'in winter it is still Thursday' },
    { at: '2027-03-28T00:59:59Z', day: '2027-03-28', time: '00:59', why: 'the last second of winter' },
    { at: '2027-03-28T01:00:00Z', day: '2027-03-28', time: '02:00', why: 'the first second of summer' },
  ])('$at is $day $time ($why)', ({ at, day, time }) => {
    expect(londonDayOf(new Date(at))).toBe(day)
    expect(londonTimeOf(new Date(at))).toBe(time)
  })

  it.each([
    { day: '2026-11-24', start: '2026-11-24T00:00:00.000Z', end: '2026-11-24T23:59:59.999Z', why: 'winter' },
    { day: '2026-06-19', start: '2026-06-18T23:00:00.000Z', end: '2026-06-19T22:59:59.999Z', why: 'summer' },
    { day: '2027-03-28', start: '2027-03-28T00:00:00.000Z', end: '2027-03-28T22:59:59.999Z', why: '23 hours' },
    { day: '2027-10-31', start: '2027-10-30T23:00:00.000Z', end: '2027-10-31T23:59:59.999Z', why: '25 hours' },
  ])('$day ends at $end ($why)', ({ day, start, end }) => {
    expect(startOfLondonDay(toDay(day)).toISOString()).toBe(start)
    expect(endOfLondonDay(toDay(day)).toISOString()).toBe(end)
  })

  it('writes an instant with its own offset', () => {
    expect(londonIsoOf(new Date('2026-11-24T23:59:59.999Z'))).toBe('2026-11-24T23:59:59+00:00')
    expect(londonIsoOf(new Date('2026-06-24T22:59:59.999Z'), 'millisecond')).toBe('2026-06-24T23:59:59.999+01:00')
    expect(londonOffsetAt(new Date('2026-06-24T12:00:00Z'))).toBe(60)
  })
})

describe('reading an instant', () => {
  it.each([
    { text: '2026-11-20T16:45:00Z', at: '2026-11-20T16:45:00.000Z', why: 'UTC' },
    { text: '2026-06-20T16:45:00+01:00', at: '2026-06-20T15:45:00.000Z', why: 'an offset' },
    { text: '2026-06-20T16:45+0100', at: '2026-06-20T15:45:00.000Z', why: 'an offset without colon' },
    { text: '2026-11-20T16:45', at: '2026-11-20T16:45:00.000Z', why: "London's wall time in winter" },
    { text: '2026-06-20T16:45', at: '2026-06-20T15:45:00.000Z', why: "London's wall time in summer" },
    { text: ' 2026-06-20 16:45:30 ', at: '2026-06-20T15:45:30.000Z', why: 'a blank for the T, and around' },
  ])('$text is $at ($why)', ({ text, at }) => {
    const read = readInstant(text)
    expect(read.ok && read.value.toISOString()).toBe(at)
  })

  it.each([
    { text: '2027-10-31T01:30', why: 'happens-twice' },
    { text: '2027-03-28T01:30', why: 'does-not-exist' },
    { text: '2026-11-20', why: 'unreadable' },
    { text: '2026-02-30T10:00', why: 'unreadable' },
    { text: '2026-02-30T10:00Z', why: 'unreadable' },
    { text: 'tomorrow', why: 'unreadable' },
    { text: '1795564800000', why: 'unreadable' },
    { text: '', why: 'unreadable' },
  ])('$text is refused: $why', ({ text, why }) => {
    expect(readInstant(text)).toEqual({ ok: false, refusal: { why } })
  })
})
