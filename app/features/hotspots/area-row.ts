import { STANDINGS, type Standing } from '../../domain/hotspot/area-words.ts'
import { middleOf, sizeOf, squareKmOf } from '../../domain/hotspot/hexagon.ts'
import type { MapLayer } from '../../domain/hotspot/map-layer.ts'
import { sayWhere } from '../../domain/hotspot/near-ward.ts'
import { type Rate, rateOf } from '../../domain/hotspot/rate.ts'
import type { MapQuery } from './map-query.ts'

export const TABLE_PAGE = 25

/** One area of a release, as table, list and panel tell of it. */
export interface AreaRow {
  cell: string
  where: string
  squareKm: number
  rest: boolean
  count: number
  before: number | null
  standing: Standing
  /** For a thousand residents; null where they are not known, or too few. */
  rate: Rate | null
}

export function areaRows(
  { h, n, before, rest, standing }: MapLayer,
  residents: ReadonlyMap<string, number> = new Map(),
): AreaRow[] {
  return h.map((cell, at) => ({
    cell,
    where: sayWhere(middleOf(cell)),
    squareKm: squareKmOf(sizeOf(cell)),
    rest: rest[at] === 1,
    count: n[at] ?? 0,
    before: before[at] ?? null,
    standing: standing[at] ?? 'none',
    rate: rateOf(n[at] ?? 0, residents.get(cell) ?? 0),
  }))
}

const RANK: Standing[] = Object.keys(STANDINGS).reverse() as Standing[]

const LESS_THAN_ANY = Number.NEGATIVE_INFINITY

/** By the column that the address names; equal ones by count, then by name, so that pages never overlap. */
export function sortRows(rows: readonly AreaRow[], { sort, order }: Pick<MapQuery, 'sort' | 'order'>): AreaRow[] {
  const sign = order === 'up' ? 1 : -1
  const change = ({ count, before }: AreaRow) => (before === null ? LESS_THAN_ANY : count - before)
  const by = {
    where: (a: AreaRow, b: AreaRow) => a.where.localeCompare(b.where, 'en'),
    size: (a: AreaRow, b: AreaRow) => a.squareKm - b.squareKm,
    count: (a: AreaRow, b: AreaRow) => a.count - b.count,
    change: (a: AreaRow, b: AreaRow) => Math.sign(change(a) - change(b) || 0),
    standing: (a: AreaRow, b: AreaRow) => RANK.indexOf(a.standing) - RANK.indexOf(b.standing),
  }[sort]
  return [...rows].sort((a, b) => sign * by(a, b) || b.count - a.count || (a.cell < b.cell ? -1 : 1))
}
