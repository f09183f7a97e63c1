import { type ComparedCounts, STANDINGS, type Standing } from '../../../domain/hotspots/map/area-words.ts'
import { sizeOf, squareKmOf } from '../../../domain/hotspots/map/hexagon.ts'
import type { MapLayer } from '../../../domain/hotspots/map/map-layer.ts'
import { areaName, comparedName } from '../../../domain/hotspots/places/place-name.ts'
import { type Rate, rateOf } from '../../../domain/hotspots/statistics/rate.ts'
import type { MapQuery } from './map-query.ts'

export const TABLE_PAGE = 25

/** One area of a release, as map, list, table and export show it. */
export interface AreaRow {
  cell: string
  /** Unique within the release. */
  where: string
  squareKm: number
  rest: boolean
  count: number
  /** Null in the first release. */
  compared: ComparedCounts | null
  /** Null if it was not calculated. */
  standing: Standing | null
  /** Per thousand residents; null if the population is unknown or too small. */
  rate: Rate | null
}

const NO_RESIDENTS: ReadonlyMap<string, number> = new Map()

export function areaRows(layer: MapLayer, residents = NO_RESIDENTS): AreaRow[] {
  return layer.h.map((_, at) => areaRow(layer, at, residents))
}

/** The area at one index of the layer's columns. */
export function areaRow(layer: MapLayer, at: number, residents = NO_RESIDENTS): AreaRow {
  const cell = layer.h[at] ?? ''
  const rest = layer.rest[at] === 1
  const count = layer.n[at] ?? 0
  const [size, now, before] = [layer.compared[at] ?? null, layer.now[at] ?? null, layer.before[at] ?? null]
  return {
    cell,
    where: areaName(cell, rest),
    squareKm: squareKmOf(sizeOf(cell)),
    rest,
    count,
    compared:
      size === null || now === null || before === null ? null : { now, before, within: comparedName(cell, rest, size) },
    standing: layer.standing[at] ?? null,
    rate: rateOf(count, residents.get(cell) ?? 0),
  }
}

const RANK: Standing[] = Object.keys(STANDINGS).reverse() as Standing[]

const LESS_THAN_ANY = Number.NEGATIVE_INFINITY

/**
 * Sorted by the column in the address; ties by count, then by name, so that the order does not depend on the release.
 */
export function sortRows(rows: readonly AreaRow[], { sort, order }: Pick<MapQuery, 'sort' | 'order'>): AreaRow[] {
  const sign = order === 'up' ? 1 : -1
  const byName = (a: AreaRow, b: AreaRow) => a.where.localeCompare(b.where, 'en')
  const change = ({ compared }: AreaRow) => (compared ? compared.now - compared.before : LESS_THAN_ANY)
  const rank = ({ standing }: AreaRow) => (standing ? RANK.indexOf(standing) : LESS_THAN_ANY)
  const by = {
    where: byName,
    size: (a: AreaRow, b: AreaRow) => a.squareKm - b.squareKm,
    count: (a: AreaRow, b: AreaRow) => a.count - b.count,
    change: (a: AreaRow, b: AreaRow) => Math.sign(change(a) - change(b) || 0),
    standing: (a: AreaRow, b: AreaRow) => Math.sign(rank(a) - rank(b) || 0),
  }[sort]
  return [...rows].sort((a, b) => sign * by(a, b) || b.count - a.count || byName(a, b))
}
