import type { StrandId } from '../strand.ts'
import type { Standing } from './area-words.ts'
import { type Cell, OF_A_WARD, WIDEST, widen } from './cell.ts'
import { emergingOf, isHot, type Spot, spotsOf } from './emerging.ts'
import { isDrawable, sizeOf, squareKmOf } from './hexagon.ts'
import type { ReleaseBody } from './release-body.ts'
import { DENSITY_SHADES, STRAND_SHADES, shadeOf } from './shade.ts'

/**
 * What a map draws, as columns of equal length because they pack well: hexagon, number, number in the release before
 * (null: cannot be compared), class of the legend, whether it is what finer hexagons left over, how it stands out.
 * No coordinate is in it; whoever draws reckons them from the hexagons.
 */
export interface MapLayer {
  h: Cell[]
  n: number[]
  before: (number | null)[]
  shade: number[]
  rest: (0 | 1)[]
  standing: Standing[]
  /** Hexagons of one size with an outline of their own. */
  hot: Cell[]
  emerging: Cell[]
}

/** The areas of the newest of these releases, the oldest first. */
export function layerOfAreas(releases: readonly ReleaseBody[]): MapLayer {
  const body = releases.at(-1)
  if (!body) return NOTHING
  const spots = spotsOf(releases)
  const before = countsOf(releases.at(-2))
  const layer: MapLayer = {
    ...structuredClone(NOTHING),
    hot: cellsOf(spots.filter(isHot)),
    emerging: cellsOf(emergingOf(spots)),
  }
  const standingOf = standings(spots)
  const ground = groundOf(body.areas)
  for (const [at, where] of body.areas.where.entries()) {
    if (!isDrawable(where)) continue
    const n = body.areas.incidents[at] ?? 0
    const rest = body.areas.rest[at] ?? 0
    layer.h.push(where)
    layer.n.push(n)
    layer.before.push(rest === 1 ? null : (before.get(where) ?? null))
    layer.rest.push(rest)
    layer.shade.push(shadeOf(n / (ground.get(where) ?? 1), DENSITY_SHADES))
    layer.standing.push(standingOf(where))
  }
  return layer
}

/** Blocks with what they hold of one strand; those of which it is not told are left out. */
export function layerOfStrand(releases: readonly ReleaseBody[], strand: StrandId): MapLayer {
  const now = strandCounts(releases.at(-1), strand)
  const before = strandCounts(releases.at(-2), strand)
  const h = [...now.keys()].filter(isDrawable)
  const n = h.map((cell) => now.get(cell) ?? 0)
  return {
    ...NOTHING,
    h,
    n,
    before: h.map((cell) => before.get(cell) ?? null),
    shade: n.map((count) => shadeOf(count, STRAND_SHADES)),
    rest: h.map(() => 0),
    standing: h.map(() => 'none'),
  }
}

export const NOTHING: MapLayer = { h: [], n: [], before: [], shade: [], rest: [], standing: [], hot: [], emerging: [] }

/** By block, and by word for what lies on no map. */
export function strandCounts(body: ReleaseBody | undefined, strand: StrandId): Map<string, number> {
  const { block = [], strand: strands = [], incidents = [] } = body?.strands ?? {}
  return new Map(
    block.flatMap((number, at) => (strands[at] === strand ? [[body?.blocks[number] ?? '', incidents[at] ?? 0]] : [])),
  )
}

function countsOf(body: ReleaseBody | undefined): Map<string, number> {
  const { where = [], rest = [], incidents = [] } = body?.areas ?? {}
  return new Map(where.flatMap((cell, at) => (rest[at] === 1 ? [] : [[cell, incidents[at] ?? 0]])))
}

/** About how much ground an area covers, km²: what is left over is less than its hexagon. */
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

/** Of an area: a finer one stands as the hexagon around it does. Wider ones hold several that stand differently. */
function standings(spots: readonly Spot[]): (cell: Cell) => Standing {
  const known = new Map(spots.map((spot) => [spot.cell, standingOfSpot(spot)]))
  return (cell) => (sizeOf(cell) < OF_A_WARD ? 'none' : (known.get(widen(cell, OF_A_WARD)) ?? 'none'))
}

function standingOfSpot({ hot, cold, emerging }: Spot): Standing {
  if (emerging) return 'emerging'
  if (isHot({ hot })) return 'hot'
  return cold && cold !== 'historical' ? 'cold' : 'none'
}
