import { describe, expect, it } from 'vitest'
import { inventedBodies } from '../../../tests/support/invented-releases.ts'
import { releaseBody } from '../../../tests/support/release-bodies.ts'
import { cellOf, resolutionOf, widen } from './cell.ts'
import { countWithin } from './compare-areas.ts'
import { compareAreas, historyOf, wholeCounts } from './comparison.ts'
import { isOffMap } from './strand-blocks.ts'
import { centreOfWard } from './ward-centre.ts'

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

  it('is what awareness work is compared by', () => {
    for (const body of inventedBodies()) {
      const counts = wholeCounts(body)
      for (const where of body.areas.where.filter((one) => !isOffMap(one)))
        expect(counts.get(where)).toBe(countWithin(body, where))
    }
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
