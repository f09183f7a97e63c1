import { adjustForDiscoveries } from './false-discovery.ts'
import { twoSidedTail } from './normal-tail.ts'

export interface LocalScores {
  /** Gi*: standard scores with the cell itself among its neighbours; NaN where undefined. */
  giStar: number[]
  /** Gi: the same without the cell itself. */
  gi: number[]
  /** Two-sided p-value of Gi* by the normal approximation. */
  p: number[]
  /** The same, adjusted for the false discovery rate over all cells. */
  pAdjusted: number[]
}

/**
 * The local statistics Gi and Gi* of Getis and Ord (Geographical Analysis 24, 1992), as standard scores with binary weights
 * and the population variance, divided by n (Ord and Getis, Geographical Analysis 27, 1995, formula 14). For n cells, of
 * which w are in the neighbourhood, with mean x̄ and standard deviation s of all cells:
 *
 *   z = (sum of the neighbourhood − w x̄) / (s √((n w − w²) / (n − 1)))
 *
 * Gi leaves out the cell itself, from the neighbourhood and from x̄, s and n.
 * @param neighbours for each cell the indexes of its neighbours in `values`, from 0, without the cell itself
 */
export function scoreNeighbourhoods(
  values: readonly number[],
  neighbours: readonly (readonly number[])[],
): LocalScores {
  const mean = meanOf(values)
  // Deviations from the mean: sums of squares of large counts would cancel in floating point.
  const off = values.map((value) => value - mean)
  const squares = off.reduce((sum, value) => sum + value * value, 0)
  const n = values.length
  const smallestVariance = ROUNDING_TOLERANCE * mean * mean
  const giStar: number[] = []
  const gi: number[] = []
  for (const [at, around] of neighbours.entries()) {
    const own = off[at] ?? 0
    const sum = around.reduce((total, other) => total + (off[other] ?? 0), 0)
    giStar.push(
      score({ sum: sum + own, weight: around.length + 1, mean: 0, variance: squares / n, n, smallestVariance }),
    )
    const rest = -own / (n - 1)
    const variance = (squares - own * own) / (n - 1) - rest * rest
    gi.push(score({ sum, weight: around.length, mean: rest, variance, n: n - 1, smallestVariance }))
  }
  const p = giStar.map(twoSidedTail)
  return { giStar, gi, p, pAdjusted: adjustForDiscoveries(p) }
}

interface Neighbourhood {
  sum: number
  weight: number
  mean: number
  variance: number
  n: number
  /** A variance up to this is rounding error: all values are equal, and the score is undefined. */
  smallestVariance: number
}

/** Rounding error of double precision (2⁻⁵³ ≈ 1.1e-16), squared, with a safety factor; relative to the squared mean. */
const ROUNDING_TOLERANCE = 1e-24

function score({ sum, weight, mean, variance, n, smallestVariance }: Neighbourhood): number {
  const spread = (n * weight - weight * weight) / (n - 1)
  if (spread <= 0 || !(variance > smallestVariance)) return Number.NaN
  return (sum - weight * mean) / Math.sqrt(variance * spread)
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}
