import { type Cell, resolutionOf, WIDEST, widen } from './cell.ts'
import { smallestComparable } from './compare-areas.ts'
import type { ReleaseBody } from './release-body.ts'
import { isOffMap } from './strand-blocks.ts'

/** The smallest area around a place that all the releases compared count whole; the whole release where none does. */
export type AreaOrEverything = Cell | 'everything'

/** What two releases published of one area. */
export interface Comparison {
  area: AreaOrEverything
  now: number
  before: number
}

/**
 * What a release counts in each hexagon that it counts whole: its own number, and those of the smaller areas inside.
 * The incidents of a hexagon that was not published are counted in a larger one, so its total is not known.
 */
export function wholeCounts({ areas }: Pick<ReleaseBody, 'areas'>): ReadonlyMap<AreaOrEverything, number> {
  const counts = new Map<AreaOrEverything, number>(areas.where.map((where) => [where, 0]))
  let everything = 0
  for (const [at, where] of areas.where.entries()) {
    const incidents = areas.incidents[at] ?? 0
    everything += incidents
    for (const around of isOffMap(where) ? [where] : [where, ...widerThan(where)]) {
      const known = counts.get(around)
      if (known !== undefined) counts.set(around, known + incidents)
    }
  }
  return counts.set('everything', everything)
}

/** Compares an area in the smallest hexagon around it, itself included, that both releases count whole. */
export function compareAreas(now: ReleaseBody, before: ReleaseBody): (cell: Cell) => Comparison {
  const [counts, countsBefore] = [wholeCounts(now), wholeCounts(before)]
  return (cell) => {
    const area = smallestCommonArea(cell, [counts, countsBefore])
    return { area, now: counts.get(area) ?? 0, before: countsBefore.get(area) ?? 0 }
  }
}

/** What each release published of a place, in the smallest area that all of them count whole. */
export function historyOf(releases: readonly ReleaseBody[], cell: Cell): { area: AreaOrEverything; counts: number[] } {
  const found = smallestComparable(releases, cell, WIDEST)
  if (found) return { area: found.cell, counts: found.counts }
  return { area: 'everything', counts: releases.map((body) => wholeCounts(body).get('everything') ?? 0) }
}

function smallestCommonArea(cell: Cell, counts: readonly ReadonlyMap<AreaOrEverything, number>[]): AreaOrEverything {
  return [cell, ...widerThan(cell)].find((area) => counts.every((of) => of.has(area))) ?? 'everything'
}

/** The hexagons around it, the smallest first. */
function widerThan(cell: Cell): Cell[] {
  const own = resolutionOf(cell)
  return Array.from({ length: Math.max(0, own - WIDEST) }, (_, step) => widen(cell, own - 1 - step))
}
