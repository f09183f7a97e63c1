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

/** The finest H3 resolution in use: hexagons of 0.66 km² in Liverpool. */
export const FINEST = 8
/** For places of which only the ward is known: hexagons of 4.6 km². */
export const OF_A_WARD = 7
/** The widest resolution: hexagons of 227 km², the blocks of the strand view. */
export const WIDEST = 5

/**
 * The finest hexagon of a point. Always derive wider ones from it by `widen`: H3 does not nest exactly, so indexing a point
 * at a wider resolution gives another hexagon for one point in fourteen (measured), and counts would not add up.
 */
export function cellOf({ lat, lng }: LatLng): Cell {
  return latLngToCell(lat, lng, FINEST)
}

/** The parent hexagon at `resolution`, or the cell itself when it is already as wide. */
export function widen(cell: Cell, resolution: number): Cell {
  return getResolution(cell) <= resolution ? cell : cellToParent(cell, resolution)
}

/** All descendants of a hexagon at a finer resolution. */
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

/** The corners as a closed ring of [longitude, latitude], as in GeoJSON. */
export function ringOf(cell: Cell): [number, number][] {
  return cellToBoundary(cell, true) as [number, number][]
}

/** The neighbours of a hexagon. */
export function ringAround(cell: Cell): Cell[] {
  return gridDisk(cell, 1).filter((other) => other !== cell)
}
