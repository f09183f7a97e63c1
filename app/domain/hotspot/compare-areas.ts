import { type Cell, resolutionOf, widen } from './cell.ts'
import type { ReleaseBody } from './release-body.ts'
import { isOffMap } from './strand-blocks.ts'

type Published = Pick<ReleaseBody, 'areas'>

/** One hexagon that two releases both count whole, with the two published numbers. */
export interface ComparedArea {
  cell: Cell
  before: number
  now: number
}

/**
 * What a release counts within a hexagon, or null where it does not count it whole: what is too little to be shown by
 * itself is in the rest of a wider one, or elsewhere. It adds published numbers and never divides one.
 */
export function countWithin({ areas }: Published, cell: Cell): number | null {
  if (!areas.where.includes(cell)) return null
  const inside = areas.where.map((where) => isWithin(where, cell))
  return areas.incidents.reduce((sum, incidents, at) => (inside[at] ? sum + incidents : sum), 0)
}

/**
 * The smallest hexagon around a place, itself included, that all of these releases count whole, with its numbers in their
 * order; null where there is none up to the widest resolution given.
 */
export function smallestComparable(
  releases: readonly Published[],
  cell: Cell,
  widest: number,
): { cell: Cell; counts: number[] } | null {
  for (let resolution = resolutionOf(cell); resolution >= widest; resolution -= 1) {
    const around = widen(cell, resolution)
    const counts = releases.map((body) => countWithin(body, around))
    if (counts.every((count) => count !== null)) return { cell: around, counts }
  }
  return null
}

/** Every hexagon that both releases count whole. */
export function comparedAreas(before: Published, now: Published): ComparedArea[] {
  return now.areas.where
    .filter((where) => !isOffMap(where))
    .flatMap((cell) => {
      const [was, is] = [countWithin(before, cell), countWithin(now, cell)]
      return was === null || is === null ? [] : [{ cell, before: was, now: is }]
    })
}

export function isWithin(where: string, cell: Cell): boolean {
  if (where === cell) return true
  if (isOffMap(where)) return false
  const resolution = resolutionOf(cell)
  return resolutionOf(where) > resolution && widen(where, resolution) === cell
}
