/** Solves a·x = b by elimination with the largest pivot first; null where the rows say too little. */
export function solveLinear(a: readonly (readonly number[])[], b: readonly number[]): number[] | null {
  const rows = a.map((row, at) => [...row, b[at] ?? 0])
  const n = rows.length
  for (let column = 0; column < n; column += 1) {
    const pivot = rows.reduce(
      (best, row, at) => (at >= column && Math.abs(row[column] ?? 0) > Math.abs(rows[best]?.[column] ?? 0) ? at : best),
      column,
    )
    const chosen = rows[pivot]
    const swapped = rows[column]
    if (!chosen || !swapped || Math.abs(chosen[column] ?? 0) < 1e-9) return null
    rows[pivot] = swapped
    rows[column] = chosen
    for (const [at, row] of rows.entries()) {
      if (at === column) continue
      const times = (row[column] ?? 0) / (chosen[column] ?? 1)
      if (times !== 0) for (let k = column; k <= n; k += 1) row[k] = (row[k] ?? 0) - times * (chosen[k] ?? 0)
    }
  }
  return rows.map((row, at) => (row[n] ?? 0) / (row[at] ?? 1))
}
