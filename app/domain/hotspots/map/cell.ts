import {
  cellToBoundary,
  cellToChildren,
  cellToLatLng,
  cellToParent,
  getResolution,
  gridDisk,
  isValidCell,
  latLngToCell,
} from 'h3-js'

/** A hexagon of the H3 grid as its hexadecimal index, such as 8819510523fffff. */
export type Cell = string

export interface LatLng {
  /** Degrees north, WGS 84. */
  lat: number
  /** Degrees east, WGS 84. */
  lng: number
}

/** The finest hexagons used at all: 0.66 km² in Liverpool. */
export const FINEST = 8
/** Of a place known by its ward alone: 4.6 km². */
export const OF_A_WARD = 7
/** The widest hexagons; what they hold is a block of the strand view. */
export const WIDEST = 5

/**
 * The finest hexagon that a point lies in. Wider ones come from it by `widen`: computed from the point at a wider level, one point
 * in fourteen falls into another hexagon, and two levels would differ by slivers.
 */
export function cellOf({ lat, lng }: LatLng): Cell {
  return latLngToCell(lat, lng, FINEST)
}

/** The hexagon of `resolution` that holds this one; itself when it is as wide already. */
export function widen(cell: Cell, resolution: number): Cell {
  return getResolution(cell) <= resolution ? cell : cellToParent(cell, resolution)
}

/** All hexagons of a finer resolution that come from this one. */
export function cellsIn(cell: Cell, resolution: number): Cell[] {
  return cellToChildren(cell, resolution)
}

export function resolutionOf(cell: Cell): number {
  return getResolution(cell)
}

export function isCell(text: string): boolean {
  return isValidCell(text)
}

export function centreOf(cell: Cell): LatLng {
  const [lat, lng] = cellToLatLng(cell)
  return { lat, lng }
}

/** Its corners as [longitude, latitude], closed, as GeoJSON wants them. */
export function ringOf(cell: Cell): [number, number][] {
  return cellToBoundary(cell, true) as [number, number][]
}

/** The hexagons that touch this one, without itself. */
export function ringAround(cell: Cell): Cell[] {
  return gridDisk(cell, 1).filter((other) => other !== cell)
}
