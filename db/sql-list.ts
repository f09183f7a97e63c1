import { type SQL, sql } from 'drizzle-orm'

/** Values as one parameter, to be cast to an array: however many there are, the statement stays the same. */
export function sqlList(values: readonly (string | number | boolean | null)[]): SQL {
  // Written out: the driver would guess the type of an array from its first element, and wrongly for some.
  return sql`${`{${values.map((value) => (value === null ? 'null' : quoted(String(value)))).join(',')}}`}`
}

function quoted(text: string): string {
  return `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`
}
