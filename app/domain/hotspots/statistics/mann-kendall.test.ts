import { expect, it } from 'vitest'
import { trendOf } from './mann-kendall.ts'

it.each([
  { values: [1, 2, 3, 4, 5, 6, 7, 8], s: 28, z: 27 / Math.sqrt(1176 / 18), why: 'every pair rises' },
  { values: [8, 7, 6, 5, 4, 3, 2, 1], s: -28, z: -27 / Math.sqrt(1176 / 18), why: 'every pair falls' },
  { values: [5, 5, 5, 5], s: 0, z: 0, why: 'all are alike' },
  { values: [3], s: 0, z: 0, why: 'one value has no trend' },
  { values: [1, 2, 2, 3], s: 5, z: 4 / Math.sqrt((4 * 3 * 13 - 2 * 1 * 9) / 18), why: 'two that tie' },
  { values: [1, 3, 2, 4], s: 4, z: 3 / Math.sqrt((4 * 3 * 13) / 18), why: 'one pair falls' },
])('$values: $why', ({ values, s, z }) => {
  const trend = trendOf(values)
  expect(trend.s).toBe(s)
  expect(trend.z).toBeCloseTo(z, 12)
})

it('eight rises in a row are more than chance, three are not', () => {
  expect(trendOf([1, 2, 3, 4, 5, 6, 7, 8]).p).toBeLessThan(0.001)
  expect(trendOf([1, 2, 3]).p).toBeGreaterThan(0.1)
})
