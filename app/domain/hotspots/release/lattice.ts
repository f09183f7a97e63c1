import { WARDS } from '../../partnership/ward.ts'
import { type Cell, cellsIn, OF_A_WARD, resolutionOf, ringAround, widen } from '../map/cell.ts'
import { cellOfWard } from '../places/ward-centre.ts'
import { scoreNeighbourhoods } from '../statistics/gi-star.ts'
import type { ReleaseBody } from './release-body.ts'
import { isOffMap } from './strand-blocks.ts'

/**
 * Published counts over hexagons of one size, so that neighbours and periods can be compared: a finer area counts in the
 * hexagon that holds it, a wider one evenly in those within it that are not published themselves.
 */
export function spread({ where, rest, incidents }: Omit<ReleaseBody['areas'], 'block'>): Map<Cell, number> {
  const spreadOver = new Map<Cell, number>()
  const published = new Set(where.filter((cell, at) => !isOffMap(cell) && rest[at] === 0))
  for (const [at, cell] of where.entries()) {
    if (isOffMap(cell)) continue
    const within = cellsWithin(cell, published)
    for (const one of within) spreadOver.set(one, (spreadOver.get(one) ?? 0) + (incidents[at] ?? 0) / within.length)
  }
  return spreadOver
}

function cellsWithin(cell: Cell, published: ReadonlySet<string>): Cell[] {
  if (resolutionOf(cell) >= OF_A_WARD) return [widen(cell, OF_A_WARD)]
  const children = cellsIn(cell, OF_A_WARD)
  const open = children.filter((child) => !isTaken(child, cell, published))
  return open.length > 0 ? open : children
}

/** Whether a hexagon, or one around it within the whole, is published as it is. */
function isTaken(child: Cell, whole: Cell, published: ReadonlySet<string>): boolean {
  for (let resolution = OF_A_WARD; resolution > resolutionOf(whole); resolution -= 1)
    if (published.has(widen(child, resolution))) return true
  return false
}

/**
 * The hexagons in which places are compared, the same in every release: those of the wards and those that touch them.
 * Were it what a release happens to show, a score would change with the number of empty fields around the city.
 */
export const STUDIED: Cell[] = [
  ...new Set(WARDS.flatMap((ward) => [cellOfWard(ward), ...ringAround(cellOfWard(ward))])),
].sort()

/** The lattice of a release with its scores, from its areas and nothing else. */
export function latticeOf(areas: Omit<ReleaseBody['areas'], 'block'>): ReleaseBody['lattice'] {
  const counts = spread(areas)
  const cell = STUDIED
  const incidents = cell.map((one) => Number((counts.get(one) ?? 0).toFixed(2)))
  const places = new Map(cell.map((one, at) => [one, at]))
  const neighbours = cell.map((one) =>
    ringAround(one).flatMap((other) => {
      const at = places.get(other)
      return at === undefined ? [] : [at]
    }),
  )
  const { giStar } = scoreNeighbourhoods(incidents, neighbours)
  return { cell, incidents, giStar: giStar.map((z) => (Number.isNaN(z) ? 0 : Number(z.toFixed(3)))) }
}
