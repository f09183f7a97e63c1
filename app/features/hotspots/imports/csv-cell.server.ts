/** The first characters of a cell that a spreadsheet runs as a formula, or does not show as written. */
const RUNS = /^[=+\-@\t\r]/
const CONTROL = /\p{Cc}/u

/** What is wrong with a text cell, such as a formula; undefined if nothing is. */
export function faultOfText(column: string, text: string, longest: number): string | undefined {
  if (RUNS.test(text)) {
    return `The cell “${column}” begins like a formula (=, +, -, @ or a tab): remove that character`
  }
  if (CONTROL.test(text)) return `The cell “${column}” holds a line break or another control character`
  if (text.length > longest) return `The cell “${column}” is longer than ${longest} characters`
  return undefined
}

/** A cell as quoted in an error message: only as much as is needed to find it. */
export function quoteCell(text: string): string {
  return `“${text.length > 24 ? `${text.slice(0, 24)}…` : text}”`
}
