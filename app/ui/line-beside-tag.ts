import { type ShownClockStatus, STATUSES } from './tag.tsx'

/** A deadline's line without the word on its tag: "Kept on Friday" becomes "on Friday". */
export function lineBesideTag(status: ShownClockStatus, line: string): string {
  const { word } = STATUSES[status]
  return line.startsWith(word) ? line.slice(word.length).replace(/^: /, '').trim() : line
}
