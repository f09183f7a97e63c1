import { type Cell, cellsIn, FINEST, resolutionOf, WIDEST, widen } from './cell.ts'
import { type LngLat, middleOf, outlineOf } from './hexagon.ts'

const KM_PER_DEGREE = 111.2

type Point = readonly [x: number, y: number]

/** A part of the area with less room around its middle than this, in kilometres, is too small to be seen. */
const LEAST_ROOM = 0.05
/** Distances that differ by less count as equal: then the hexagon nearer to the middle gets the number. */
const SAME_KM = 0.01

/**
 * Where the number of an area is written when smaller areas are inside its hexagon: the middle of the smallest hexagon
 * that counts in the area itself and is farthest from everything drawn above it. Null where the smaller areas cover the
 * whole hexagon: the area then counts incidents of which only the ward is known.
 */
export function labelCellOf(cell: Cell, areas: readonly Cell[]): Cell | null {
  const published = new Set(areas)
  const own = cellsIn(cell, FINEST).filter((fine) => areaCounting(fine, published) === cell)
  const plane = planeAt(middleOf(cell))
  const outline = outlineOf(cell).map(plane)
  const reach = Math.max(...outline.map(([x, y]) => Math.hypot(x, y)))
  const above = areas
    .filter((other) => resolutionOf(other) > resolutionOf(cell))
    .map((other) => outlineOf(other).map(plane))
    .filter(([corner]) => corner && Math.hypot(...corner) < 2 * reach)
  let best = { fine: cell, room: Number.NEGATIVE_INFINITY, distance: 0 }
  for (const fine of own) {
    const point = plane(middleOf(fine))
    const room = Math.min(depthIn(outline, point), ...above.map((ring) => -depthIn(ring, point)))
    const distance = Math.hypot(...point)
    const isRoomier = room > best.room + SAME_KM
    if (isRoomier || (room > best.room - SAME_KM && distance < best.distance)) best = { fine, room, distance }
  }
  return best.room > LEAST_ROOM ? best.fine : null
}

/** The published area that counts the incidents of a finest hexagon. */
function areaCounting(fine: Cell, published: ReadonlySet<Cell>): Cell | undefined {
  for (let size = FINEST; size >= WIDEST; size -= 1) if (published.has(widen(fine, size))) return widen(fine, size)
  return undefined
}

/** Kilometres on a plane around a point: the hexagons of the region are small enough to ignore the curvature. */
function planeAt([midLng, midLat]: LngLat): (point: LngLat) => Point {
  const squeeze = Math.cos((midLat * Math.PI) / 180)
  return ([lng, lat]) => [(lng - midLng) * KM_PER_DEGREE * squeeze, (lat - midLat) * KM_PER_DEGREE]
}

/** How far inside a closed convex ring a point is; negative outside. */
function depthIn(ring: readonly Point[], [x, y]: Point): number {
  const depths = ring.slice(1).map(([toX, toY], at) => {
    const [fromX, fromY] = ring[at] as Point
    const cross = (toX - fromX) * (y - fromY) - (toY - fromY) * (x - fromX)
    return cross / Math.hypot(toX - fromX, toY - fromY)
  })
  return Math.min(...depths)
}
