import type { Cell } from './cell.ts'

// H3 for the browser, without the 65 KB of its library. Exact only on one face of H3's icosahedron, away from the edges;
// the whole city region is on that face.
const FACE = { lat: 0.6001915955381868, lng: -0.45060390946975576, azimuth: 0.4304693639799999 }
const BASE_CELL = 12
/** The base cell on the face, in H3's ijk coordinates. */
const HOME = [1, 0, 0] as const
const STEPS = [
  [0, 0, 0],
  [0, 0, 1],
  [0, 1, 0],
  [0, 1, 1],
  [1, 0, 0],
  [1, 0, 1],
  [1, 1, 0],
] as const
/** Each resolution is rotated by this angle (radians) against the one before, in alternating directions. */
const TURN = 0.3334731722518321
/** The distance between hexagons of resolution 0 on the plane tangent to the face at its centre. */
const UNIT = 0.381966011250105
/** Approximate area of a hexagon in the region, km², by resolution. */
const SQUARE_KM: Record<number, number> = { 5: 227, 6: 32.5, 7: 4.63, 8: 0.66 }
const PER_DEGREE = Math.PI / 180

export type LngLat = [lng: number, lat: number]

export function sizeOf(cell: Cell): number {
  return Number.parseInt(cell.charAt(1), 16)
}

export function squareKmOf(resolution: number): number {
  return SQUARE_KM[resolution] ?? 0
}

/** Whether this file can draw a hexagon. */
export function isDrawable(cell: Cell): boolean {
  return /^8[5-8][0-9a-f]{13}$/.test(cell) && Number((BigInt(`0x${cell}`) >> 45n) & 127n) === BASE_CELL
}

const UNUSED_DIGIT = 7n

/** The parent hexagon, or the cell itself, from the index only. */
export function hexagonAround(cell: Cell, resolution: number): Cell {
  return withDigits(cell, { from: resolution, to: sizeOf(cell), resolution, digit: UNUSED_DIGIT })
}

/** The centre child at a finer resolution. */
export function hexagonInTheMiddle(cell: Cell, resolution: number): Cell {
  return withDigits(cell, { from: sizeOf(cell), to: resolution, resolution, digit: 0n })
}

function withDigits(cell: Cell, change: { from: number; to: number; resolution: number; digit: bigint }): Cell {
  let bits = (BigInt(`0x${cell}`) & ~(15n << 52n)) | (BigInt(change.resolution) << 52n)
  for (let level = change.from + 1; level <= change.to; level += 1) {
    const at = BigInt((15 - level) * 3)
    bits = (bits & ~(7n << at)) | (change.digit << at)
  }
  return bits.toString(16)
}

export function middleOf(cell: Cell): LngLat {
  const { x, y, resolution } = onTheFace(cell)
  return toLngLat(x, y, resolution)
}

/** The corners as a closed ring, to five decimals: about a metre. */
export function outlineOf(cell: Cell): LngLat[] {
  const { x, y, resolution } = onTheFace(cell)
  const corners = [30, 90, 150, 210, 270, 330].map((degrees): LngLat => {
    const angle = degrees * PER_DEGREE
    const [lng, lat] = toLngLat(x + Math.cos(angle) / Math.sqrt(3), y + Math.sin(angle) / Math.sqrt(3), resolution)
    return [Number(lng.toFixed(5)), Number(lat.toFixed(5))]
  })
  return [...corners, corners[0] as LngLat]
}

function onTheFace(cell: Cell) {
  if (!isDrawable(cell)) throw new RangeError(`The hexagon ${cell} is not of this region.`)
  const bits = BigInt(`0x${cell}`)
  const resolution = sizeOf(cell)
  let [i, j, k] = HOME as readonly [number, number, number]
  for (let level = 1; level <= resolution; level += 1) {
    const [di, dj, dk] = STEPS[Number((bits >> BigInt((15 - level) * 3)) & 7n)] ?? STEPS[0]
    const finer = level % 2 === 1 ? [3 * i + j, 3 * j + k, i + 3 * k] : [3 * i + k, i + 3 * j, j + 3 * k]
    i = (finer[0] ?? 0) + di
    j = (finer[1] ?? 0) + dj
    k = (finer[2] ?? 0) + dk
  }
  return { x: i - k - (j - k) / 2, y: ((j - k) * Math.sqrt(3)) / 2, resolution }
}

/** The inverse gnomonic projection, from the plane of the face to the globe. */
function toLngLat(x: number, y: number, resolution: number): LngLat {
  const distance = Math.atan((Math.hypot(x, y) / Math.sqrt(7) ** resolution) * UNIT)
  const bearing = FACE.azimuth - Math.atan2(y, x) - (resolution % 2 === 1 ? TURN : 0)
  const sinLat = Math.sin(FACE.lat) * Math.cos(distance) + Math.cos(FACE.lat) * Math.sin(distance) * Math.cos(bearing)
  const lng =
    FACE.lng +
    Math.atan2(
      Math.sin(bearing) * Math.sin(distance) * Math.cos(FACE.lat),
      Math.cos(distance) - Math.sin(FACE.lat) * sinLat,
    )
  return [lng / PER_DEGREE, Math.asin(sinLat) / PER_DEGREE]
}
