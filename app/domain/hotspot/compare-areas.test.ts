import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { releaseBody } from '../../../tests/support/release-bodies.ts'
import { WARDS } from '../ward.ts'
import { cellOf, widen } from './cell.ts'
import { comparedAreas, countWithin, smallestComparable } from './compare-areas.ts'
import { cellOfWard, centreOfWard } from './ward-centre.ts'

const speke = cellOfWard('Speke')
const finest = cellOf(centreOfWard('Speke'))

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

describe('two releases', () => {
  const before = releaseBody('2026-Q2', {
    areas: [
      { where: finest, incidents: 15 },
      { where: speke, incidents: 10, rest: true },
      { where: widen(speke, 6), incidents: 20, rest: true },
    ],
  })
  const now = releaseBody('2026-Q3', {
    areas: [
      { where: speke, incidents: 40 },
      { where: widen(speke, 6), incidents: 25, rest: true },
    ],
  })

  it('are compared by the hexagons that both count whole', () => {
    expect(comparedAreas(before, now)).toEqual([
      { cell: speke, before: 25, now: 40 },
      { cell: widen(speke, 6), before: 45, now: 65 },
    ])
  })

  it.each([
    { cell: finest, widest: 6, found: { cell: speke, counts: [25, 40] }, why: 'one release shows it in a wider one' },
    { cell: finest, widest: 8, found: null, why: 'no wider one may be taken' },
    { cell: cellOfWard('Walton'), widest: 5, found: null, why: 'nothing around it is published' },
  ])('have $found as the smallest comparable area, because $why', ({ cell, widest, found }) => {
    expect(smallestComparable([before, now], cell, widest)).toEqual(found)
  })
})
