import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { releaseBody } from '../../../../tests/support/hotspots/release-bodies.ts'
import { toDay } from '../../time/calendar-day.ts'
import { cellOf, widen } from '../map/cell.ts'
import { cellOfWard, centreOfWard } from '../places/ward-centre.ts'
import { beforeAndAfter, quartersAround } from './before-and-after.ts'

const cell = cellOfWard('Kensington & Fairfield')
const finer = cellOf(centreOfWard('Kensington & Fairfield'))
const wider = widen(cell, 6)
const widest = widen(cell, 5)
const faraway = cellOfWard('Speke')
const NOW = new Date('2026-11-23T09:00:00Z')
const held = { heldOn: toDay('2026-05-12'), cell }

const counted = (period: string, incidents: number) => ({ is: 'counted', period, incidents })

describe('before and after an event (G14)', () => {
  it.each([
    { heldOn: '2026-05-12', expected: ['2026-Q1', '2026-Q3'], why: 'its own quarter is neither' },
    { heldOn: '2026-01-01', expected: ['2025-Q4', '2026-Q2'], why: 'the first day of a year' },
    { heldOn: '2026-12-31', expected: ['2026-Q3', '2027-Q1'], why: 'the last day of a year' },
  ])('on $heldOn compares $expected: $why', ({ heldOn, expected }) => {
    expect(quartersAround(toDay(heldOn))).toEqual(expected)
  })

  it('sums what both releases published within the same hexagon', () => {
    const releases = [
      releaseBody('2026-Q1', { areas: [{ where: cell, incidents: 20 }] }),
      releaseBody('2026-Q2', { areas: [{ where: cell, incidents: 500 }] }),
      releaseBody('2026-Q3', {
        areas: [
          { where: finer, incidents: 15 },
          { where: cell, incidents: 10, rest: true },
          { where: faraway, incidents: 900 },
          { where: 'elsewhere', incidents: 900 },
          { where: 'online', incidents: 900 },
        ],
      }),
    ]
    expect(beforeAndAfter(releases, held, NOW)).toEqual({
      before: counted('2026-Q1', 20),
      after: counted('2026-Q3', 25),
      resolution: 7,
    })
  })

  it('goes to the wider hexagon for both where one of them counts the place in a wider one', () => {
    const releases = [
      releaseBody('2026-Q1', {
        areas: [
          { where: cell, incidents: 20 },
          { where: wider, incidents: 30, rest: true },
        ],
      }),
      releaseBody('2026-Q3', { areas: [{ where: wider, incidents: 45 }] }),
    ]
    expect(beforeAndAfter(releases, held, NOW)).toEqual({
      before: counted('2026-Q1', 50),
      after: counted('2026-Q3', 45),
      resolution: 6,
    })
  })

  it('says that there is too little to show rather than a number of some other place', () => {
    const releases = [
      releaseBody('2026-Q1', { areas: [{ where: 'elsewhere', incidents: 10 }] }),
      releaseBody('2026-Q3', { areas: [{ where: cell, incidents: 25 }] }),
    ]
    expect(beforeAndAfter(releases, held, NOW)).toEqual({
      before: { is: 'not-comparable', period: '2026-Q1' },
      after: { is: 'not-comparable', period: '2026-Q3' },
      resolution: null,
    })
  })

  it('compares no hexagon that holds the whole city: 227 km² say nothing of one place', () => {
    const releases = ['2026-Q1', '2026-Q3'].map((period) =>
      releaseBody(period, { areas: [{ where: widest, incidents: 805 }] }),
    )
    expect(beforeAndAfter(releases, held, NOW).before).toEqual({ is: 'not-comparable', period: '2026-Q1' })
  })

  it('says when a side will have its release, or that it has none', () => {
    const lately = { heldOn: toDay('2026-10-12'), cell }
    expect(beforeAndAfter([], lately, NOW)).toEqual({
      before: { is: 'not-released', period: '2026-Q3' },
      after: { is: 'to-come', period: '2027-Q1', closesOn: '2027-04-01' },
      resolution: null,
    })
  })

  it('does not depend on the order of releases, nor on those of other quarters', () => {
    const before = releaseBody('2026-Q1', { areas: [{ where: wider, incidents: 100 }] })
    const after = releaseBody('2026-Q3', { areas: [{ where: wider, incidents: 60 }] })
    const others = ['2025-Q4', '2026-Q2', '2026-H1', '2025', '2026-Q4'].map((period) =>
      releaseBody(period, { areas: [{ where: cell, incidents: 5 }] }),
    )
    const expected = beforeAndAfter([before, after], held, NOW)
    fc.assert(
      fc.property(fc.shuffledSubarray([...others, before, after], { minLength: 7 }), (releases) => {
        expect(beforeAndAfter(releases, held, NOW)).toEqual(expected)
      }),
    )
  })
})
