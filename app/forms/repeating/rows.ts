import { visibleText } from '../../domain/text/visible-text.ts'

/** What was typed into the fields of one row, by the name of the field in the row. */
export type FormRow = Readonly<Record<string, string | string[]>>

type Values = Iterable<readonly [name: string, value: string | string[]]>

// More rows than any group takes, and few enough that no number is too large to compare.
const IN_ROW = /^\[(\d{1,4})\]\.([\w-]+)$/

/** The name of a field in a row: `holidays[0].on`. */
export function nameInRow(group: string, at: number, field: string): string {
  return `${groupRowId(group, at)}.${field}`
}

export function groupRowId(group: string, at: number): string {
  return `${group}[${at}]`
}

/** The names of the buttons that add a row and remove one. They send the form where no script answers them. */
export function rowButtons(group: string): { add: string; remove: string } {
  return { add: `${group}.add`, remove: `${group}.remove` }
}

/** The rows of a group in the order of their numbers; gaps between the numbers are closed. */
export function rowsOf(values: Values, group: string): FormRow[] {
  const rows = new Map<number, [string, string | string[]][]>()
  for (const [name, value] of values) {
    const [, number, field = ''] = (name.startsWith(group) && IN_ROW.exec(name.slice(group.length))) || []
    if (number === undefined) continue
    const row = rows.get(Number(number))
    if (row) row.push([field, value])
    else rows.set(Number(number), [[field, value]])
  }
  return [...rows].sort(([one], [other]) => one - other).map(([, fields]) => Object.fromEntries(fields))
}

/** The fields of rows by their names in the form, numbered from 0. */
export function valuesOf(group: string, rows: readonly FormRow[]): [name: string, value: string | string[]][] {
  return rows.flatMap((row, at) =>
    Object.entries(row).map(([field, value]): [string, string | string[]] => [nameInRow(group, at, field), value]),
  )
}

/** Whether nothing was typed or chosen in a row: it is ignored when the form is saved. */
export function isEmptyRow(row: FormRow): boolean {
  return Object.values(row).every((value) => [value].flat().every((text) => visibleText(text) === ''))
}
