import type { ReleaseBody } from '../release/release-body.ts'
import { isOffMap } from '../release/strand-blocks.ts'
import { type Cell, resolutionOf, WIDEST, widen } from './cell.ts'

type Published = Pick<ReleaseBody, 'areas'>

/** A hexagon, or the whole release. */
export type AreaOrEverything = Cell | 'everything'

type WholeCounts = ReadonlyMap<AreaOrEverything, number>

/** 32 km²: the next wider hexagon contains the whole city, so its number describes no single place. */
export const WIDEST_OF_A_PLACE = 6

/** A hexagon for which two releases have a total, with both totals. */
export interface ComparedArea {
  cell: Cell
  before: number
  now: number
}

/** The totals of one area in two releases. */
export interface Comparison {
  area: AreaOrEverything
  now: number
  before: number
}

/**
 * The total of each published hexagon: its own number and those of the smaller areas inside. Totals only add published
 * numbers and never divide one. A hexagon that was not published has no total, because a larger one counts its incidents.
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
 * The smallest hexagon around a place, itself included, for which all releases have a total, with the totals in their
 * order; null when there is none up to the resolution `widest`.
 */
export function smallestComparable(
  releases: readonly Published[],
  cell: Cell,
  widest: number,
): { cell: Cell; counts: number[] } | null {
  return smallestIn(releases.map(wholeCounts), cell, widest)
}

/** Every hexagon for which both releases have a total. */
export function comparedAreas(before: Published, now: Published): ComparedArea[] {
  const [counts, countsBefore] = [wholeCounts(now), wholeCounts(before)]
  return now.areas.where
    .filter((where) => !isOffMap(where))
    .flatMap((cell) => {
      const [is, was] = [counts.get(cell), countsBefore.get(cell)]
      return is === undefined || was === undefined ? [] : [{ cell, before: was, now: is }]
    })
}

/** Compares an area in the smallest hexagon around it for which both releases have a total, or else in the whole release. */
export function compareAreas(now: Published, before: Published): (cell: Cell) => Comparison {
  const both = [now, before].map(wholeCounts)
  return (cell) => {
    const { area, counts } = smallestOrEverything(both, cell)
    return { area, now: counts[0] ?? 0, before: counts[1] ?? 0 }
  }
}

/** The totals of a place in each release, for the smallest area for which all of them have a total. */
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

/** The cell and its parents, the smallest first; empty for a cell wider than `widest`. */
function hexagonsAround(cell: Cell, widest: number): Cell[] {
  const own = resolutionOf(cell)
  return Array.from({ length: Math.max(0, own - widest + 1) }, (_, step) => widen(cell, own - step))
}
