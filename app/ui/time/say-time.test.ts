import { describe, expect, it } from 'vitest'
import { londonDay, sayDay, sayFullInstant, sayInstant, sayPartialDay, sayTimeOfDay } from './say-time.ts'

describe('sayPartialDay', () => {
  it.each([
    ['1987', '1987'],
    ['1987-05', 'May 1987'],
    ['1987-05-12', 'Tuesday 12 May 1987'],
  ])('says of %s only what is known: %s', (known, said) => {
    expect(sayPartialDay(known)).toBe(said)
  })
})

describe('sayDay', () => {
  it.each([
    { on: '2026-11-23', now: '2026-11-23T14:05:00Z', said: 'today', why: 'the same day' },
    { on: '2026-11-22', now: '2026-11-23T14:05:00Z', said: 'yesterday', why: 'the day before' },
    { on: '2026-11-24', now: '2026-11-23T14:05:00Z', said: 'tomorrow, Tuesday 24 November', why: 'with its date' },
    { on: '2026-11-27', now: '2026-11-23T14:05:00Z', said: 'Friday 27 November', why: 'later in the same year' },
    { on: '2026-11-20', now: '2026-11-23T14:05:00Z', said: 'Friday 20 November', why: 'earlier in the same year' },
    { on: '2027-01-04', now: '2026-12-30T09:00:00Z', said: 'Monday 4 January 2027', why: 'another year is named' },
    { on: '2027-01-01', now: '2026-12-31T09:00:00Z', said: 'tomorrow, Friday 1 January 2027', why: 'tomorrow too' },
    { on: '2026-07-01', now: '2026-06-30T23:30:00Z', said: 'today', why: 'in summer London is past midnight already' },
    { on: '2026-12-01', now: '2026-11-30T23:30:00Z', said: 'tomorrow, Tuesday 1 December', why: 'in winter it is not' },
    { on: '2026-10-26', now: '2026-10-25T00:30:00Z', said: 'tomorrow, Monday 26 October', why: 'a day of 25 hours' },
    { on: '2026-03-28', now: '2026-03-29T01:30:00Z', said: 'yesterday', why: 'a day of 23 hours' },
  ])('says $said for $on at $now: $why', ({ on, now, said }) => {
    expect(sayDay(on, now)).toBe(said)
  })
})

describe('sayInstant', () => {
  const now = '2026-11-23T14:05:00Z'
  it.each([
    { at: '2026-11-23T08:58:00Z', said: 'today at 08:58', why: 'winter time is UTC' },
    { at: '2026-10-25T00:30:00Z', said: 'Sunday 25 October at 01:30', why: 'the hour that comes twice, first time' },
    { at: '2026-10-25T01:30:00Z', said: 'Sunday 25 October at 01:30', why: 'the hour that comes twice, second time' },
    { at: '2026-06-30T23:30:00Z', said: 'Wednesday 1 July at 00:30', why: 'summer time is an hour ahead' },
    { at: '2025-11-20T16:45:00Z', said: 'Thursday 20 November 2025 at 16:45', why: 'another year is named' },
  ])('says $said: $why', ({ at, said }) => {
    expect(sayInstant(at, now)).toBe(said)
  })

  it('takes a Date as it takes its text', () => {
    expect(sayInstant(new Date('2026-11-23T08:58:00Z'), new Date(now))).toBe('today at 08:58')
  })
})

it('says an instant in full the same whenever it is read', () => {
  expect(sayFullInstant('2026-11-20T16:45:00Z')).toBe('Friday 20 November 2026 at 16:45')
})

it('says midnight as 00:00, never 24:00', () => {
  expect(sayTimeOfDay('2026-11-20T00:00:00Z')).toBe('00:00')
})

it('knows the London day of an instant', () => {
  expect(londonDay('2026-06-30T23:30:00Z')).toBe('2026-07-01')
})
