/**
 * Benjamini and Hochberg: the smallest rate of false discoveries at which each value would still count. Values that are
 * not numbers stay as they are and count for nothing.
 */
export function adjustForDiscoveries(values: readonly number[]): number[] {
  const order = [...values.keys()].filter((at) => !Number.isNaN(values[at])).sort((a, b) => valueAt(b) - valueAt(a))
  const adjusted = values.map(() => Number.NaN)
  let smallest = 1
  for (const [before, at] of order.entries()) {
    smallest = Math.min(smallest, (valueAt(at) * order.length) / (order.length - before))
    adjusted[at] = smallest
  }
  return adjusted

  function valueAt(at: number): number {
    return values[at] ?? Number.NaN
  }
}
