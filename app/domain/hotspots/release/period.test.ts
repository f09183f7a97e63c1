import { describe, expect, it } from 'vitest'
import { toDay } from '../../time/calendar-day.ts'
import { findPeriod, longerPeriodsBefore, quartersBefore, sayPeriod } from './period.ts'

describe('a period', () => {
  it.each([
    {
      name: '2026-Q1',
      opens: '2026-01-01T00:00:00.000Z',
      closes: '2026-03-31T23:00:00.000Z',
      why: 'ends in summer time',
    },
    { name: '2026-Q3', opens: '2026-06-30T23:00:00.000Z', closes: '2026-09-30T23:00:00.000Z', why: 'all summer time' },
    { name: '2026-Q4', opens: '2026-09-30T23:00:00.000Z', closes: '2027-01-01T00:00:00.000Z', why: 'ends in winter' },
    { name: '2026-H2', opens: '2026-06-30T23:00:00.000Z', closes: '2027-01-01T00:00:00.000Z', why: 'half a year' },
    { name: '2026', opens: '2026-01-01T00:00:00.000Z', closes: '2027-01-01T00:00:00.000Z', why: 'a whole year' },
  ])('$name runs from midnight to midnight in London: $why', ({ name, opens, closes }) => {
    const period = findPeriod(name)
    expect([period?.opensAt.toISOString(), period?.closesAt.toISOString()]).toEqual([opens, closes])
  })

  it.each(['2026-Q5', '2026-Q0', '2026-H3', '1926-Q1', '2026-', '26-Q1', '2026-Q1 ', ''])(
    'is not called %j',
    (name) => {
      expect(findPeriod(name)).toBeNull()
    },
  )

  it('begins where the one before ends', () => {
    const quarters = quartersBefore(new Date('2026-11-23T09:00:00Z'), toDay('2024-01-01'))
    for (const [at, quarter] of quarters.entries())
      expect(quarters[at - 1]?.opensAt ?? quarter.closesAt).toEqual(quarter.closesAt)
  })

  it('is over before it can be released, and lies no further back than asked', () => {
    const names = (now: string, since: string) => quartersBefore(new Date(now), toDay(since)).map(({ name }) => name)
    expect(names('2026-11-23T09:00:00Z', '2026-02-01')).toEqual(['2026-Q3', '2026-Q2', '2026-Q1'])
    expect(names('2026-09-30T22:59:59Z', '2026-04-01')).toEqual(['2026-Q2'])
    expect(names('2026-09-30T23:00:00Z', '2026-04-01')).toEqual(['2026-Q3', '2026-Q2'])
  })

  it('has halves and years too, whole ones alone', () => {
    const names = longerPeriodsBefore(new Date('2026-11-23T09:00:00Z'), toDay('2025-01-01')).map(({ name }) => name)
    expect(names).toEqual(['2026-H1', '2025', '2025-H2', '2025-H1'])
  })

  it.each([
    { name: '2026-Q3', says: 'July to September 2026' },
    { name: '2026-H1', says: 'January to June 2026' },
    { name: '2026', says: '2026' },
    { name: 'a winter', says: 'a winter' },
  ])('$name is said as $says', ({ name, says }) => {
    expect(sayPeriod(name)).toBe(says)
  })
})
