/** The names of the fields that differ, never their values: the log may hold no more about a correction. */
export function changedNames<Row extends object>(before: Row, after: Partial<Row>): string[] {
  const names = Object.keys(after) as (keyof Row & string)[]
  return names.filter((name) => JSON.stringify(before[name]) !== JSON.stringify(after[name]))
}
