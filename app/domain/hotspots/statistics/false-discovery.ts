/**
 * p-values adjusted by the step-up procedure of Benjamini and Hochberg (J. R. Statist. Soc. B 57, 1995): the smallest false
 * discovery rate at which each test is significant. NaN stays NaN and does not count as a test.
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
