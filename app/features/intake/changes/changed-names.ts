/** The names of what differs, never the values: what the log may hold about a correction. */
export function changedNames<Row extends object>(before: Row, after: Partial<Row>): string[] {
  const names = Object.keys(after) as (keyof Row & string)[]
  return names.filter((name) => JSON.stringify(before[name]) !== JSON.stringify(after[name]))
}
