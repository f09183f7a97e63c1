/** What each spreadsheet would run, or show otherwise than it is. */
const RUNS = /^[=+\-@\t\r]/
const CONTROL = /\p{Cc}/u

/** What is wrong with a cell of text, such as that a spreadsheet would run it; undefined when nothing is. */
export function faultOfText(column: string, text: string, longest: number): string | undefined {
  if (RUNS.test(text)) {
    return `The cell “${column}” begins like a formula (=, +, -, @ or a tab): remove that character`
  }
  if (CONTROL.test(text)) return `The cell “${column}” holds a line break or another control character`
  if (text.length > longest) return `The cell “${column}” is longer than ${longest} characters`
  return undefined
}

/** A cell as it may be said back: never more of it than is needed to find it. */
export function said(text: string): string {
  return `“${text.length > 24 ? `${text.slice(0, 24)}…` : text}”`
}
