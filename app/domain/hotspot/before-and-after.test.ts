import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { releaseBody } from '../../../tests/support/release-bodies.ts'
import { toDay } from '../calendar-day.ts'
import { WARDS } from '../ward.ts'
import { beforeAndAfter, countWithin, quartersAround } from './before-and-after.ts'
import { cellOf, widen } from './cell.ts'
import { cellOfWard, centreOfWard } from './ward-centre.ts'

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
      before: { is: 'too-few', period: '2026-Q1' },
      after: { is: 'too-few', period: '2026-Q3' },
      resolution: null,
    })
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
    const before = releaseBody('2026-Q1', { areas: [{ where: widest, incidents: 100 }] })
    const after = releaseBody('2026-Q3', { areas: [{ where: widest, incidents: 60 }] })
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

describe('what a release counts within a hexagon', () => {
  const places = fc.uniqueArray(fc.constantFrom(...WARDS), { minLength: 1, maxLength: 12 })
  const sizes = fc.array(fc.integer({ min: 10, max: 100 }), { minLength: 12, maxLength: 12 })

  it('is the same however finely it is told, as long as nothing leaves the hexagon', () => {
    fc.assert(
      fc.property(places, sizes, fc.integer({ min: 10, max: 90 }), (wards, incidents, rest) => {
        const finest = [...new Set(wards.map((ward) => cellOf(centreOfWard(ward))))].map((where, at) => ({
          where,
          incidents: incidents[at] ?? 10,
        }))
        const wholes = [...new Set(finest.map(({ where }) => widen(where, 5)))]
        const split = releaseBody('2026-Q1', {
          areas: [...finest, ...wholes.map((where) => ({ where, incidents: rest, rest: true }))],
        })
        for (const whole of wholes) {
          const inside = finest.filter(({ where }) => widen(where, 5) === whole)
          const total = inside.reduce((sum, one) => sum + one.incidents, rest)
          expect(countWithin(split, whole)).toBe(total)
          expect(countWithin(releaseBody('2026-Q1', { areas: [{ where: whole, incidents: total }] }), whole)).toBe(
            total,
          )
        }
      }),
    )
  })

  it('never is more than everything the release counts, and nothing where the hexagon is not counted whole', () => {
    fc.assert(
      fc.property(places, fc.constantFrom(...WARDS), (wards, asked) => {
        const areas = [...new Set(wards.map(cellOfWard))].map((where) => ({ where, incidents: 10 }))
        const found = countWithin(releaseBody('2026-Q1', { areas }), cellOfWard(asked))
        const there = areas.some(({ where }) => where === cellOfWard(asked))
        expect(found).toBe(there ? 10 : null)
      }),
    )
  })
})
