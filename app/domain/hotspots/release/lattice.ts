import { WARDS } from '../../partnership/ward.ts'
import { type Cell, cellsIn, OF_A_WARD, resolutionOf, ringAround, widen } from '../map/cell.ts'
import { cellOfWard } from '../places/ward-centre.ts'
import { scoreNeighbourhoods } from '../statistics/gi-star.ts'
import type { ReleaseBody } from './release-body.ts'
import { isOffMap } from './strand-blocks.ts'

/**
 * Distributes published counts over hexagons of one size, so that neighbours and periods can be compared. A finer area
 * counts in the hexagon that contains it. A wider area is divided evenly among its hexagons without a number of their
 * own: areal interpolation by equal weights.
 */
export function spreadOverLattice({ where, rest, incidents }: Omit<ReleaseBody['areas'], 'block'>): Map<Cell, number> {
  const counts = new Map<Cell, number>()
  const published = new Set(where.filter((cell, at) => !isOffMap(cell) && rest[at] === 0))
  for (const [at, cell] of where.entries()) {
    if (isOffMap(cell)) continue
    const within = cellsWithin(cell, published)
    for (const one of within) counts.set(one, (counts.get(one) ?? 0) + (incidents[at] ?? 0) / within.length)
  }
  return counts
}

function cellsWithin(cell: Cell, published: ReadonlySet<string>): Cell[] {
  if (resolutionOf(cell) >= OF_A_WARD) return [widen(cell, OF_A_WARD)]
  const children = cellsIn(cell, OF_A_WARD)
  const open = children.filter((child) => !isTaken(child, cell, published))
  return open.length > 0 ? open : children
}

/** Whether a hexagon, or a parent of it inside `whole`, has its own published number. */
function isTaken(child: Cell, whole: Cell, published: ReadonlySet<string>): boolean {
  for (let resolution = OF_A_WARD; resolution > resolutionOf(whole); resolution -= 1)
    if (published.has(widen(child, resolution))) return true
  return false
}

/**
 * The study area of the local statistics: the hexagons of the wards and their neighbours, the same in every release. Gi*
 * depends on the number of cells, so a study area that followed the published areas would change every score.
 */
export const LATTICE_CELLS: Cell[] = [
  ...new Set(WARDS.flatMap((ward) => [cellOfWard(ward), ...ringAround(cellOfWard(ward))])),
].sort()

/**
 * The lattice of a release with its scores, computed from the published areas only. Gi* is linear in the counts: scores
 * of the unrounded counts would let a reader solve for hidden counts (51 of 56 were recovered from two decimals).
 */
export function latticeOf(areas: Omit<ReleaseBody['areas'], 'block'>): ReleaseBody['lattice'] {
  const counts = spreadOverLattice(areas)
  const cell = LATTICE_CELLS
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
