import { adjustForDiscoveries } from './false-discovery.ts'
import { twoSidedTail } from './normal-tail.ts'

export interface LocalScores {
  /** Getis and Ord's Gi*, the cell itself counted among its neighbours; NaN where it says nothing. */
  giStar: number[]
  /** Gi, without the cell itself. */
  gi: number[]
  /** Of Gi*, both sides, by the normal distribution. */
  p: number[]
  /** The same after Benjamini and Hochberg over all cells. */
  pAdjusted: number[]
}

/**
 * How far the values around each cell stand out from all. Weights are 1 for a neighbour and 0 otherwise, the variance is
 * that of the population (divided by n). Ord and Getis, Geographical Analysis 27 (1995).
 * @param neighbours for each cell the places of its neighbours in `values`, from 0, without itself
 */
export function scoreNeighbourhoods(
  values: readonly number[],
  neighbours: readonly (readonly number[])[],
): LocalScores {
  const mean = meanOf(values)
  // About the mean: squares of large counts would swallow the small differences between them.
  const off = values.map((value) => value - mean)
  const squares = off.reduce((sum, value) => sum + value * value, 0)
  const n = values.length
  const least = ROUNDING_TOLERANCE * mean * mean
  const giStar: number[] = []
  const gi: number[] = []
  for (const [at, around] of neighbours.entries()) {
    const own = off[at] ?? 0
    const sum = around.reduce((total, other) => total + (off[other] ?? 0), 0)
    giStar.push(score({ sum: sum + own, weight: around.length + 1, mean: 0, variance: squares / n, n, least }))
    const rest = -own / (n - 1)
    const variance = (squares - own * own) / (n - 1) - rest * rest
    gi.push(score({ sum, weight: around.length, mean: rest, variance, n: n - 1, least }))
  }
  const p = giStar.map(twoSidedTail)
  return { giStar, gi, p, pAdjusted: adjustForDiscoveries(p) }
}

interface Around {
  sum: number
  weight: number
  mean: number
  variance: number
  n: number
  /** Of the variance; what is less is the dust of rounding, and all values are alike. */
  least: number
}

/** The square of what a number of 64 bits loses, with room. */
const ROUNDING_TOLERANCE = 1e-24

function score({ sum, weight, mean, variance, n, least }: Around): number {
  const spread = (n * weight - weight * weight) / (n - 1)
  if (spread <= 0 || !(variance > least)) return Number.NaN
  return (sum - weight * mean) / Math.sqrt(variance * spread)
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}
