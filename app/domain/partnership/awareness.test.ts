import { describe, expect, it } from 'vitest'
import { daysBetween, toDay, weekdayOf } from '../time/calendar-day.ts'
import {
  AWARENESS_KINDS,
  AWARENESS_MOVES,
  AWARENESS_STATES,
  type AwarenessMove,
  type AwarenessState,
  hateCrimeAwarenessWeek,
  isAwarenessKind,
  mayMove,
  needsWard,
  nextAwarenessWeek,
  startOf,
} from './awareness.ts'

describe('National Hate Crime Awareness Week', () => {
  it.each([
    { year: 2022, from: '2022-10-08', to: '2022-10-15', why: 'the 1st of October is a Saturday itself' },
    { year: 2026, from: '2026-10-10', to: '2026-10-17', why: 'as published for 2026' },
    { year: 2027, from: '2027-10-09', to: '2027-10-16', why: 'as published for 2027' },
    { year: 2028, from: '2028-10-14', to: '2028-10-21', why: 'the 1st is a Sunday: the latest it can be' },
  ])('of $year begins on $from, because $why', ({ year, from, to }) => {
    expect(hateCrimeAwarenessWeek(year)).toEqual({ from, to })
  })

  it('runs from the second Saturday of October to the third, in each of a hundred years', () => {
    for (let year = 2000; year < 2100; year += 1) {
      const { from, to } = hateCrimeAwarenessWeek(year)
      expect([weekdayOf(from), weekdayOf(to), daysBetween(from, to)]).toEqual(['Saturday', 'Saturday', 7])
      expect(Number(from.slice(8))).toBeGreaterThan(7)
      expect(Number(from.slice(8))).toBeLessThan(15)
    }
  })

  it.each([
    { today: '2026-10-09', from: '2026-10-10', why: 'it begins tomorrow' },
    { today: '2026-10-17', from: '2026-10-10', why: 'its last day is today' },
    { today: '2026-10-18', from: '2027-10-09', why: 'it ended yesterday' },
  ])('offered on $today is the one of $from, because $why', ({ today, from }) => {
    expect(nextAwarenessWeek(toDay(today)).from).toBe(from)
  })
})

describe('the moves of an event', () => {
  it('leave nothing to do with one that was cancelled, and let what was held be corrected', () => {
    const possible = (state: AwarenessState) =>
      (Object.keys(AWARENESS_MOVES) as AwarenessMove[]).filter((move) => mayMove(move, state))
    expect(Object.keys(AWARENESS_STATES)).toEqual(['planned', 'held', 'cancelled'])
    expect(possible('planned')).toEqual(['edit', 'invite', 'answer', 'hold', 'cancel'])
    expect(possible('held')).toEqual(['hold'])
    expect(possible('cancelled')).toEqual([])
  })
})

describe('the kinds of awareness work', () => {
  it.each([
    { kind: 'stall', ward: null, cell: null, asked: true, why: 'a stall stands somewhere' },
    { kind: 'stall', ward: 'Speke', cell: null, asked: false, why: 'its ward is known' },
    { kind: 'stall', ward: null, cell: '8719510c9ffffff', asked: false, why: 'its hexagon is known' },
    { kind: 'training', ward: null, cell: null, asked: false, why: 'training may be for the whole city' },
  ] as const)('ask for a ward of a $kind with ward $ward: $asked, because $why', ({ asked, ...plan }) => {
    expect(needsWard(plan)).toBe(asked)
  })

  it('hold cohesion work too (G14)', () => {
    expect(AWARENESS_KINDS.cohesion_activity.label).toBe('Cohesion activity')
    expect([isAwarenessKind('vigil'), isAwarenessKind('party')]).toEqual([true, false])
  })
})

describe('the beginning of an event', () => {
  it.each([
    { heldOn: '2026-10-10', startsAt: '10:30', expected: '2026-10-10T09:30:00.000Z', why: 'London is in summer time' },
    { heldOn: '2026-11-28', startsAt: '10:30', expected: '2026-11-28T10:30:00.000Z', why: 'London is in winter time' },
    { heldOn: '2026-11-28', startsAt: '', expected: undefined, why: 'no time was said' },
    { heldOn: '2027-03-28', startsAt: '01:30', expected: undefined, why: 'the clocks leave that time out' },
  ])('on $heldOn at "$startsAt" is $expected: $why', ({ heldOn, startsAt, expected }) => {
    expect(startOf({ heldOn: toDay(heldOn), startsAt })?.toISOString()).toBe(expected)
  })
})
