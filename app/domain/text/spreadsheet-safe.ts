/**
 * A cell that no spreadsheet takes for a formula: text that starts with = + - @, a tab or a return gets an apostrophe in
 * front. Names and notes are typed by people, and opening an export must never run what they typed.
 */
export function spreadsheetSafe(cell: string): string {
  return /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell
}

/**
 * Rows as CSV for spreadsheets (RFC 4180, CRLF), every cell made safe; starts with a BOM. Quoted is also what holds a
 * semicolon or a tab: where spreadsheets part cells by these, what follows would stand alone, and not be safe.
 */
export function toCsv(rows: readonly (readonly string[])[]): string {
  return `\uFEFF${rows.map((row) => `${row.map(cellOf).join(',')}\r\n`).join('')}`
}

function cellOf(value: string): string {
  const safe = spreadsheetSafe(value)
  return /[",;\t\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
