import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64'
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus'
import { describe, expect, it } from 'vitest'
import { referenceScores } from '../../../../tests/support/hotspots/reference-scores.ts'
import { scoreNeighbourhoods } from './gi-star.ts'

/** Whoever is within `band` of a point is its neighbour. */
function withinBand(points: readonly (readonly [number, number])[], band: number): number[][] {
  return points.map(([x, y], at) =>
    [...points.keys()].filter((other) => {
      const [ox, oy] = points[other] ?? [0, 0]
      return other !== at && Math.hypot(x - ox, y - oy) <= band
    }),
  )
}

function lattice(seed: number) {
  const luck = xoroshiro128plus(seed)
  const chance = () => uniformFloat64(luck)
  const cells = 5 + Math.floor(chance() * 55)
  const values = Array.from({ length: cells }, () => 5 * Math.floor(chance() ** 3 * 40))
  const isEdge = Array.from({ length: cells }, () => Array.from({ length: cells }, () => chance() < 0.12))
  const neighbours = values.map((_, a) =>
    [...values.keys()].filter((b) => a !== b && isEdge[Math.min(a, b)]?.[Math.max(a, b)]),
  )
  return { values, neighbours }
}

describe('the scores of Getis and Ord', () => {
  it('are those of the published six-point example', () => {
    const points = [
      [10, 10],
      [20, 10],
      [40, 10],
      [15, 20],
      [30, 20],
      [30, 30],
    ] as const
    const { gi, giStar } = scoreNeighbourhoods([2, 3, 3.2, 5, 8, 7], withinBand(points, 15))
    expect(gi[0]).toBeCloseTo(-1.0136729, 7)
    expect(giStar[0]).toBeCloseTo(-1.39727626, 8)
  })

  it.each(Array.from({ length: 20 }, (_, seed) => ({ seed })))(
    'agree to 1e-8 with a second calculation by matrices: lattice $seed',
    ({ seed }) => {
      const { values, neighbours } = lattice(seed)
      const own = scoreNeighbourhoods(values, neighbours)
      const theirs = referenceScores(values, neighbours)
      for (const column of ['giStar', 'gi', 'p', 'pAdjusted'] as const)
        for (const [at, one] of own[column].entries()) {
          const other = theirs[column][at] ?? Number.NaN
          expect(Number.isNaN(one)).toBe(Number.isNaN(other))
          if (!Number.isNaN(one)) expect(Math.abs(one - other)).toBeLessThan(1e-8)
        }
    },
  )

  it.each([
    { values: [4, 4, 4], neighbours: [[1], [0, 2], [1]], at: 0, why: 'all values are alike' },
    { values: [0.1, 0.1, 0.1], neighbours: [[1], [0, 2], [1]], at: 0, why: 'alike but for the dust of rounding' },
    { values: [1, 2, 3], neighbours: [[1], [0, 2], [1]], at: 1, why: 'everybody is a neighbour' },
  ])('say nothing where $why', ({ values, neighbours, at }) => {
    expect(scoreNeighbourhoods(values, neighbours).giStar[at]).toBeNaN()
  })

  it('of a cell without neighbours are its own alone', () => {
    const { gi, giStar } = scoreNeighbourhoods([9, 1, 1, 1], [[], [2], [1, 3], [2]])
    expect(gi[0]).toBeNaN()
    expect(giStar[0]).toBeCloseTo(Math.sqrt(3), 12)
  })

  it('do not change when every count is as much larger', () => {
    const { values, neighbours } = lattice(3)
    const far = scoreNeighbourhoods(
      values.map((value) => value + 1e6),
      neighbours,
    ).giStar
    for (const [at, z] of scoreNeighbourhoods(values, neighbours).giStar.entries()) expect(far[at]).toBeCloseTo(z, 8)
  })
})
