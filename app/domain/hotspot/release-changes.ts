import type { Cell } from './cell.ts'
import type { ReleaseBody } from './release-body.ts'

/** A hexagon in which clearly more, or clearly fewer, incidents were published than in the release before. */
export interface Change {
  cell: Cell
  before: number
  after: number
}

const AT_LEAST = 10
const SHARE = 0.5

/** Numbers are rounded and few: only what changed by ten or more, and by half of what it was, is worth a sentence. */
export function changesBetween(older: ReleaseBody, newer: ReleaseBody): Change[] {
  const [before, after] = [countsOf(older), countsOf(newer)]
  return [...new Set([...before.keys(), ...after.keys()])]
    .map((cell) => ({ cell, before: before.get(cell) ?? 0, after: after.get(cell) ?? 0 }))
    .filter(({ before: was, after: is }) => Math.abs(is - was) >= AT_LEAST && Math.abs(is - was) >= SHARE * was)
    .sort((a, b) => Math.abs(b.after - b.before) - Math.abs(a.after - a.before) || (a.cell < b.cell ? -1 : 1))
}

function countsOf({ lattice }: ReleaseBody): Map<Cell, number> {
  return new Map(lattice.cell.map((cell, at) => [cell, lattice.incidents[at] ?? 0]))
}
