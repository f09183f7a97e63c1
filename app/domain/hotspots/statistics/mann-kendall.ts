import { twoSidedTail } from './normal-tail.ts'

export interface Trend {
  /** Pairs that rise minus pairs that fall. */
  s: number
  /** Standard score of s, with corrections for continuity and ties. */
  z: number
  /** Two-sided, by the normal approximation. */
  p: number
}

/** The Mann-Kendall test for a monotonic trend (Mann, Econometrica 13, 1945; Kendall, Rank Correlation Methods, 1975). */
export function trendOf(values: readonly number[]): Trend {
  let s = 0
  for (const [at, value] of values.entries()) for (const later of values.slice(at + 1)) s += Math.sign(later - value)
  const n = values.length
  const variance = (n * (n - 1) * (2 * n + 5) - tiesOf(values)) / 18
  const z = variance > 0 ? (s - Math.sign(s)) / Math.sqrt(variance) : 0
  return { s, z, p: twoSidedTail(z) }
}

function tiesOf(values: readonly number[]): number {
  const many = new Map<number, number>()
  for (const value of values) many.set(value, (many.get(value) ?? 0) + 1)
  return [...many.values()].reduce((sum, t) => sum + t * (t - 1) * (2 * t + 5), 0)
}
