import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { inventedBodies } from '../../../../tests/support/hotspots/invented-releases.ts'
import { releaseBody } from '../../../../tests/support/hotspots/release-bodies.ts'
import { WARDS } from '../../partnership/ward.ts'
import { cellOfWard, centreOfWard } from '../places/ward-centre.ts'
import type { ReleaseBody } from '../release/release-body.ts'
import { isOffMap } from '../release/strand-blocks.ts'
import { type Cell, cellOf, resolutionOf, widen } from './cell.ts'
import { compareAreas, comparedAreas, historyOf, smallestComparable, wholeCounts } from './compare-areas.ts'

const speke = cellOfWard('Speke')
const finest = cellOf(centreOfWard('Speke'))
const countWithin = (body: ReleaseBody, cell: Cell) => wholeCounts(body).get(cell) ?? null

describe('what a release counts within a hexagon', () => {
  const places = fc.uniqueArray(fc.constantFrom(...WARDS), { minLength: 1, maxLength: 12 })
  const sizes = fc.array(fc.integer({ min: 10, max: 100 }), { minLength: 12, maxLength: 12 })

  it('is the same however finely it is published, as long as nothing leaves the hexagon', () => {
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
      fc.property(places, fc.constantFrom(...WARDS), (wards, ward) => {
        const areas = [...new Set(wards.map(cellOfWard))].map((where) => ({ where, incidents: 10 }))
        const found = countWithin(releaseBody('2026-Q1', { areas }), cellOfWard(ward))
        const there = areas.some(({ where }) => where === cellOfWard(ward))
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

const fine = cellOf(centreOfWard('Canning'))
const [ward, wide] = [widen(fine, 7), widen(fine, 6)]

const now = releaseBody('2026-Q3', {
  areas: [
    { where: fine, incidents: 20 },
    { where: ward, incidents: 15, rest: true },
    { where: wide, incidents: 10, rest: true },
    { where: 'elsewhere', incidents: 30 },
  ],
})

describe('what a release counts whole', () => {
  it('is the number of an area with those of the smaller areas inside it', () => {
    const counts = wholeCounts(now)
    expect([fine, ward, wide, 'everything' as const].map((area) => counts.get(area))).toEqual([20, 35, 45, 75])
  })

  it('is known of no hexagon that was not published', () => {
    expect(wholeCounts(now).has(widen(fine, 5))).toBe(false)
  })
})

describe('an area compared with the release before', () => {
  it.each([
    {
      before: [{ where: fine, incidents: 10 }],
      says: { area: fine, now: 20, before: 10 },
      why: 'in itself where both releases publish it',
    },
    {
      before: [{ where: ward, incidents: 40 }],
      says: { area: ward, now: 35, before: 40 },
      why: 'in the hexagon around it where that is the smallest in both',
    },
    {
      before: [{ where: wide, incidents: 50 }],
      says: { area: wide, now: 45, before: 50 },
      why: 'in a wider one where nothing smaller is in both',
    },
    {
      before: [{ where: 'elsewhere' as const, incidents: 60 }],
      says: { area: 'everything', now: 75, before: 60 },
      why: 'in the whole release where no hexagon is in both',
    },
  ])('is compared $why', ({ before, says }) => {
    expect(compareAreas(now, releaseBody('2026-Q2', { areas: before }))(fine)).toEqual(says)
  })

  it('can always be compared, in an area that holds it', () => {
    const [before, last] = inventedBodies().slice(-2)
    if (!before || !last) throw new Error('No releases.')
    const compare = compareAreas(last, before)
    for (const where of last.areas.where.filter((one) => !isOffMap(one))) {
      const { area, now: count } = compare(where)
      if (area !== 'everything') expect(widen(where, resolutionOf(area))).toBe(area)
      expect(count).toBeGreaterThanOrEqual(last.rules.incidents)
    }
  })
})

it('the history of a place is of one area, the smallest that every release counts whole', () => {
  const before = releaseBody('2026-Q2', { areas: [{ where: ward, incidents: 40 }] })
  expect(historyOf([before, now], fine)).toEqual({ area: ward, counts: [40, 35] })
})
