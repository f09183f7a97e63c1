import type { StrandId } from '../../cases/strand.ts'
import type { ReleaseBody } from '../release/release-body.ts'
import { emergingOf, isHot, type Spot, spotsOf } from '../statistics/emerging.ts'
import type { Standing } from './area-words.ts'
import { type Cell, OF_A_WARD, WIDEST, widen } from './cell.ts'
import { type Comparison, compareAreas } from './compare-areas.ts'
import { isDrawable, sizeOf, squareKmOf } from './hexagon.ts'
import { labelCellOf } from './label-cell.ts'
import { DENSITY_SHADES, STRAND_SHADES, shadeOf } from './shade.ts'

/** What the map draws, as columns of equal length because they compress well. Coordinates follow from the hexagons. */
export interface MapLayer {
  h: Cell[]
  n: number[]
  /** The hexagon whose middle the number is written in; 0: its own; null: smaller areas cover all of it. */
  label: (Cell | 0 | null)[]
  /** Resolution of the hexagon compared with the release before; 0: the whole release; null: there is none before. */
  compared: (number | null)[]
  /** What both releases published of that hexagon. */
  now: (number | null)[]
  before: (number | null)[]
  /** Class of the legend. */
  shade: number[]
  /** 1 where smaller areas are inside the hexagon: their incidents are not in its number. */
  rest: (0 | 1)[]
  /** Null where it was not calculated: for areas larger than a ward, and for a strand. */
  standing: (Standing | null)[]
  /** Hexagons of one size with an outline of their own. */
  hot: Cell[]
  emerging: Cell[]
}

/** The areas of the newest of these releases, the oldest first. */
export function layerOfAreas(releases: readonly ReleaseBody[]): MapLayer {
  const [body, earlier] = [releases.at(-1), releases.at(-2)]
  if (!body) return NOTHING
  const spots = spotsOf(releases)
  const layer: MapLayer = {
    ...structuredClone(NOTHING),
    hot: cellsOf(spots.filter(isHot)),
    emerging: cellsOf(emergingOf(spots)),
  }
  const standingOf = standings(spots)
  const ground = groundOf(body.areas)
  const drawn = body.areas.where.filter(isDrawable)
  const compare = earlier ? compareAreas(body, earlier) : null
  for (const [at, where] of body.areas.where.entries()) {
    if (!isDrawable(where)) continue
    const n = body.areas.incidents[at] ?? 0
    const rest = body.areas.rest[at] ?? 0
    layer.h.push(where)
    layer.n.push(n)
    layer.rest.push(rest)
    layer.label.push(rest === 1 ? labelCellOf(where, drawn) : 0)
    layer.shade.push(shadeOf(n / (ground.get(where) ?? 1), DENSITY_SHADES))
    layer.standing.push(standingOf(where))
    addComparison(layer, compare?.(where))
  }
  return layer
}

/** Blocks with their number of one strand, without the blocks in which the strand is not published by itself. */
export function layerOfStrand(releases: readonly ReleaseBody[], strand: StrandId): MapLayer {
  const now = strandCounts(releases.at(-1), strand)
  const before = strandCounts(releases.at(-2), strand)
  const h = [...now.keys()].filter(isDrawable)
  const n = h.map((cell) => now.get(cell) ?? 0)
  const layer: MapLayer = {
    ...structuredClone(NOTHING),
    h,
    n,
    label: h.map(() => 0),
    shade: n.map((count) => shadeOf(count, STRAND_SHADES)),
    rest: h.map(() => 0),
    standing: h.map(() => null),
  }
  const everything: Comparison = { area: 'everything', now: sum(now), before: sum(before) }
  for (const [at, cell] of h.entries()) {
    const own = before.get(cell)
    const compared = own === undefined ? everything : { area: cell, now: n[at] ?? 0, before: own }
    addComparison(layer, before.size > 0 ? compared : undefined)
  }
  return layer
}

function sum(counts: ReadonlyMap<string, number>): number {
  return [...counts.values()].reduce((total, count) => total + count, 0)
}

function addComparison(layer: MapLayer, compared: Comparison | undefined) {
  layer.compared.push(compared ? (compared.area === 'everything' ? 0 : sizeOf(compared.area)) : null)
  layer.now.push(compared?.now ?? null)
  layer.before.push(compared?.before ?? null)
}

export const NOTHING: MapLayer = {
  h: [],
  n: [],
  label: [],
  compared: [],
  now: [],
  before: [],
  shade: [],
  rest: [],
  standing: [],
  hot: [],
  emerging: [],
}

/** The published number of a strand by block, and by key of OFF_MAP. */
export function strandCounts(body: ReleaseBody | undefined, strand: StrandId): Map<string, number> {
  const { block = [], strand: strands = [], incidents = [] } = body?.strands ?? {}
  return new Map(
    block.flatMap((number, at) => (strands[at] === strand ? [[body?.blocks[number] ?? '', incidents[at] ?? 0]] : [])),
  )
}

/** The approximate size of each area, km²: the rest of a hexagon is smaller than the hexagon. */
export function groundOf({ where, rest }: Pick<ReleaseBody['areas'], 'where' | 'rest'>): Map<Cell, number> {
  const ground = new Map<Cell, number>()
  const drawn = where.filter(isDrawable)
  for (const cell of drawn) ground.set(cell, (ground.get(cell) ?? 0) + squareKmOf(sizeOf(cell)))
  const leftOver = new Set(where.filter((cell, at) => rest[at] === 1 && isDrawable(cell)))
  const finestFirst = [...drawn].sort((a, b) => sizeOf(b) - sizeOf(a))
  for (const cell of finestFirst) {
    for (let size = sizeOf(cell) - 1; size >= WIDEST; size -= 1) {
      const around = widen(cell, size)
      if (!leftOver.has(around)) continue
      ground.set(around, Math.max(squareKmOf(8), (ground.get(around) ?? 0) - (ground.get(cell) ?? 0)))
      break
    }
  }
  return ground
}

const cellsOf = (spots: Spot[]) => spots.map(({ cell }) => cell).filter(isDrawable)

/** Whether an area is a hotspot: a finer one as the ward-sized hexagon around it; null for wider ones, which contain several. */
function standings(spots: readonly Spot[]): (cell: Cell) => Standing | null {
  const known = new Map(spots.map((spot) => [spot.cell, standingOfSpot(spot)]))
  return (cell) => (sizeOf(cell) < OF_A_WARD ? null : (known.get(widen(cell, OF_A_WARD)) ?? null))
}

function standingOfSpot({ hot, cold, emerging }: Spot): Standing {
  if (emerging) return 'emerging'
  if (isHot({ hot })) return 'hot'
  return cold && cold !== 'historical' ? 'cold' : 'none'
}
