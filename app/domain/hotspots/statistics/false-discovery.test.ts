import fc from 'fast-check'
import { expect, it } from 'vitest'
import { adjustForDiscoveries } from './false-discovery.ts'

it.each([
  { values: [0.01, 0.02, 0.03, 0.04], adjusted: [0.04, 0.04, 0.04, 0.04], why: 'each at its place in the order' },
  { values: [0.001, 0.5, 0.02], adjusted: [0.003, 0.5, 0.03], why: 'in the order in which they were given' },
  { values: [0.9, 0.95], adjusted: [0.95, 0.95], why: 'never above the one after it, never above one' },
  { values: [0.02, Number.NaN, 0.03], adjusted: [0.03, Number.NaN, 0.03], why: 'what is no number counts for nothing' },
  { values: [], adjusted: [], why: 'nothing' },
])('$values become $adjusted: $why', ({ values, adjusted }) => {
  const own = adjustForDiscoveries(values)
  expect(own.length).toBe(adjusted.length)
  for (const [at, one] of own.entries())
    expect(Number.isNaN(one) ? 'none' : one.toFixed(12)).toBe(
      Number.isNaN(adjusted[at]) ? 'none' : adjusted[at]?.toFixed(12),
    )
})

it('agrees with the definition: of all that are at least as large, the smallest value times number over rank', () => {
  fc.assert(
    fc.property(fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 40 }), (values) => {
      const sorted = [...values].sort((a, b) => a - b)
      const defined = values.map((value) =>
        Math.min(1, ...sorted.map((one, at) => (one >= value ? (one * values.length) / (at + 1) : 1))),
      )
      for (const [at, one] of adjustForDiscoveries(values).entries()) expect(one).toBeCloseTo(defined[at] ?? -1, 12)
    }),
  )
})
