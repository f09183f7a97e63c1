import { type ShownClockStatus, STATUSES } from './tag.tsx'

/**
 * The text beside a deadline's tag: the line without its first word, which the tag shows. "Kept on Friday 20 November"
 * becomes "on Friday 20 November".
 */
export function lineBesideTag(status: ShownClockStatus, line: string): string {
  const { word } = STATUSES[status]
  return line.startsWith(word) ? line.slice(word.length).replace(/^: /, '').trim() : line
}
