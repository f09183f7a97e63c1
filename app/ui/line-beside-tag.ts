import { type ShownClockStatus, STATUSES } from './tag.tsx'

/** What is left to say of a clock beside its tag, whose word its line begins with: "Kept" + "on Friday 20 November". */
export function lineBesideTag(status: ShownClockStatus, line: string): string {
  const { word } = STATUSES[status]
  return line.startsWith(word) ? line.slice(word.length).replace(/^: /, '').trim() : line
}
