import { expect, it } from 'vitest'
import { twoSidedTail } from './normal-tail.ts'

it.each([
  { z: 0, p: 1, why: 'nothing is nearer than the middle' },
  { z: 0.5, p: 0.6170750774519738, why: 'by the series' },
  { z: 1, p: 0.31731050786291415, why: 'one deviation' },
  { z: 1.959963984540054, p: 0.05, why: 'one in twenty' },
  { z: 2.5758293035489004, p: 0.01, why: 'one in a hundred' },
  { z: 2.8284271247461903, p: 0.004677734981047266, why: 'where series and fraction meet' },
  { z: 6, p: 1.973175290075e-9, why: 'far out' },
  { z: 10, p: 1.523970604832105e-23, why: 'further than one minus the rest can tell' },
])('$z on either side: $why', ({ z, p }) => {
  expect(Math.abs(twoSidedTail(z) / p - 1)).toBeLessThan(1e-11)
  expect(twoSidedTail(-z)).toBe(twoSidedTail(z))
})

it('falls without a step, and what is not a number has no chance', () => {
  const chances = Array.from({ length: 2000 }, (_, at) => twoSidedTail(at / 100))
  expect(chances.every((p, at) => at === 0 || p < (chances[at - 1] ?? 0))).toBe(true)
  expect(twoSidedTail(Number.NaN)).toBeNaN()
})
