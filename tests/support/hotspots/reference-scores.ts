/**
 * Gi* and Gi with their chances, calculated a second time: whole weight matrices, every sum written out, the tail by
 * adding up the density. Slow on purpose, and nothing of the portal is in it.
 */
export function referenceScores(values: readonly number[], neighbours: readonly (readonly number[])[]) {
  const n = values.length
  const weights = values.map((_, row) => values.map((_, column) => (neighbours[row]?.includes(column) ? 1 : 0)))
  const withSelf = weights.map((row, at) => row.map((weight, column) => (column === at ? 1 : weight)))
  const giStar = withSelf.map((row) => score(row, values))
  const gi = weights.map((row, at) => score(row.toSpliced(at, 1), values.toSpliced(at, 1)))
  const p = giStar.map(tail)
  const order = [...p.keys()].filter((at) => !Number.isNaN(p[at])).sort((a, b) => (p[a] ?? 0) - (p[b] ?? 0))
  const pAdjusted = p.map((chance, at) => {
    const rank = order.indexOf(at)
    if (rank < 0) return chance
    return Math.min(1, ...order.slice(rank).map((one, after) => ((p[one] ?? 0) * order.length) / (rank + after + 1)))
  })
  return { giStar, gi, p, pAdjusted, cells: n }
}

/** Ord and Getis (1995), formula 14, of one row of weights. */
function score(row: readonly number[], values: readonly number[]): number {
  const n = values.length
  const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0)
  const mean = sum(values) / n
  const deviation = Math.sqrt(sum(values.map((value) => value * value)) / n - mean * mean)
  const product = sum(row.map((weight, at) => weight * (values[at] ?? 0)))
  const spread = (n * sum(row.map((weight) => weight * weight)) - sum(row) ** 2) / (n - 1)
  const scored = (product - mean * sum(row)) / (deviation * Math.sqrt(spread))
  return Number.isFinite(scored) ? scored : Number.NaN
}

/** Twice the area under the bell beyond z, by Simpson's rule over twelve deviations. */
function tail(z: number): number {
  if (Number.isNaN(z)) return Number.NaN
  const [from, steps] = [Math.abs(z), 24_000]
  const step = 12 / steps
  const density = (x: number) => Math.exp((-x * x) / 2) / Math.sqrt(2 * Math.PI)
  let area = density(from) + density(from + 12)
  for (let at = 1; at < steps; at += 1) area += (at % 2 === 1 ? 4 : 2) * density(from + at * step)
  return (2 * area * step) / 3
}
