/**
 * A cell that no spreadsheet reads as a formula: text that starts with = + - @, a tab or a return gets an apostrophe
 * in front. People type names and notes, and an export must never run what they typed.
 */
export function spreadsheetSafe(cell: string): string {
  return /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell
}
