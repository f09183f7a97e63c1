import type { lockCase } from '../../../db/lock-case.ts'

export type LockedCase = NonNullable<Awaited<ReturnType<typeof lockCase>>>

/** A name or a text that a person typed, for one line of a paper. */
export function onOneLine(text: string): string {
  return text.replace(/[\s\p{C}]+/gu, ' ').trim()
}
