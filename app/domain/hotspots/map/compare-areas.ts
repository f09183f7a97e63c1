import type { ReleaseBody } from '../release/release-body.ts'
import { isOffMap } from '../release/strand-blocks.ts'
import { type Cell, resolutionOf, WIDEST, widen } from './cell.ts'

type Published = Pick<ReleaseBody, 'areas'>

/** A hexagon, or the whole release. */
export type AreaOrEverything = Cell | 'everything'

type WholeCounts = ReadonlyMap<AreaOrEverything, number>

/** 32 km²: the next wider hexagon holds the whole city, so that its numbers say nothing of one place. */
export const WIDEST_OF_A_PLACE = 6

/** One hexagon that two releases both count whole, with the two published numbers. */
export interface ComparedArea {
  cell: Cell
  before: number
  now: number
}

/** What two releases published of one area. */
export interface Comparison {
  area: AreaOrEverything
  now: number
  before: number
}

/**
 * What a release counts in each hexagon that it counts whole: its own number, and those of the smaller areas inside. It
 * adds published numbers and never divides one: a hexagon that was not published has no total, because its incidents are
 * counted in a larger one.
 */
export function wholeCounts({ areas }: Published): WholeCounts {
  const counts = new Map<AreaOrEverything, number>(areas.where.map((where) => [where, 0]))
  let everything = 0
  for (const [at, where] of areas.where.entries()) {
    const incidents = areas.incidents[at] ?? 0
    everything += incidents
    for (const around of isOffMap(where) ? [where] : hexagonsAround(where, WIDEST)) {
      const known = counts.get(around)
      if (known !== undefined) counts.set(around, known + incidents)
    }
  }
  return counts.set('everything', everything)
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
  return smallestIn(releases.map(wholeCounts), cell, widest)
}

/** Every hexagon that both releases count whole. */
export function comparedAreas(before: Published, now: Published): ComparedArea[] {
  const [counts, countsBefore] = [wholeCounts(now), wholeCounts(before)]
  return now.areas.where
    .filter((where) => !isOffMap(where))
    .flatMap((cell) => {
      const [is, was] = [counts.get(cell), countsBefore.get(cell)]
      return is === undefined || was === undefined ? [] : [{ cell, before: was, now: is }]
    })
}

/** Compares an area in the smallest hexagon around it that both releases count whole; in the whole release without one. */
export function compareAreas(now: Published, before: Published): (cell: Cell) => Comparison {
  const both = [now, before].map(wholeCounts)
  return (cell) => {
    const { area, counts } = smallestOrEverything(both, cell)
    return { area, now: counts[0] ?? 0, before: counts[1] ?? 0 }
  }
}

/** What each release published of a place, in the smallest area that all of them count whole. */
export function historyOf(releases: readonly Published[], cell: Cell): { area: AreaOrEverything; counts: number[] } {
  return smallestOrEverything(releases.map(wholeCounts), cell)
}

function smallestOrEverything(
  releases: readonly WholeCounts[],
  cell: Cell,
): { area: AreaOrEverything; counts: number[] } {
  const found = smallestIn(releases, cell, WIDEST)
  if (found) return { area: found.cell, counts: found.counts }
  return { area: 'everything', counts: releases.map((counts) => counts.get('everything') ?? 0) }
}

function smallestIn(
  releases: readonly WholeCounts[],
  cell: Cell,
  widest: number,
): { cell: Cell; counts: number[] } | null {
  const found = hexagonsAround(cell, widest).find((around) => releases.every((counts) => counts.has(around)))
  return found === undefined ? null : { cell: found, counts: releases.map((counts) => counts.get(found) ?? 0) }
}

/** Itself and the hexagons around it, the smallest first; none for one that is wider than the widest. */
function hexagonsAround(cell: Cell, widest: number): Cell[] {
  const own = resolutionOf(cell)
  return Array.from({ length: Math.max(0, own - widest + 1) }, (_, step) => widen(cell, own - step))
}
