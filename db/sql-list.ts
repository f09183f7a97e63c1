import { type SQL, sql } from 'drizzle-orm'

/** Values as one parameter that is cast to an array, so that the statement is the same for any number of values. */
export function sqlList(values: readonly (string | number | boolean | null)[]): SQL {
  // Written as text: the driver would guess the array's type from its first element, sometimes wrongly.
  return sql`${`{${values.map((value) => (value === null ? 'null' : quoted(String(value)))).join(',')}}`}`
}

function quoted(text: string): string {
  return `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`
}
