/**
 * A cell that no spreadsheet takes for a formula: text that starts with = + - @, a tab or a return gets an apostrophe in
 * front. Names and notes are typed by people, and opening an export must never run what they typed.
 */
export function spreadsheetSafe(cell: string): string {
  return /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell
}
