import type { Cell } from '../map/cell.ts'
import { hexagonAround, hexagonInTheMiddle, middleOf, sizeOf, squareKmOf } from '../map/hexagon.ts'
import { nearestWard, pointOfCompass } from './near-ward.ts'

/** The widest hexagon that holds 60 of the 64 wards. */
const MOST_OF_THE_CITY = '85195107fffffff'
const NEAR_KM = 0.5
const BESIDE_KM = 2
/** Resolution of the hexagons of about a ward's size, from whose names all other names are made. */
const WARD_SIZE = 7

/**
 * The name of a hexagon, such as "Canning", "south of Church", "7 km north and 2 km east of Croxteth" or "Canning (north
 * part)". No two hexagons of the city region share a name, and a hexagon has the same name in every release.
 */
export function placeName(cell: Cell): string {
  const size = sizeOf(cell)
  if (size === WARD_SIZE) return nameByWard(cell)
  if (size > WARD_SIZE) return `${nameByWard(hexagonAround(cell, WARD_SIZE))} (${partOf(cell)} part)`
  return `${wideName(cell)} (${squareKmOf(size) < 100 ? Math.round(squareKmOf(size)) : squareKmOf(size)} km²)`
}

/** The name of a published area: one with smaller areas inside counts the rest of its hexagon only. */
export function areaName(cell: Cell, isRest: boolean): string {
  const name = placeName(cell)
  if (!isRest) return name
  if (cell === MOST_OF_THE_CITY) return 'rest of the city'
  if (sizeOf(cell) < WARD_SIZE) return `rest of the ${name}`
  return isWard(cell) ? `rest of ${name}` : `rest of the area ${name}`
}

/**
 * Where a hexagon was compared with the release before, by the size of what was compared (0: the whole release); null
 * where that is the area itself.
 */
export function comparedName(cell: Cell, isRest: boolean, comparedSize: number): string | null {
  if (comparedSize === 0) return 'the whole city'
  const isOwn = comparedSize === sizeOf(cell)
  if (isOwn && !isRest) return null
  const name = placeName(hexagonAround(cell, comparedSize))
  return `${name.startsWith('area ') ? `the ${name}` : name}${isOwn ? ' as a whole' : ''}`
}

function wideName(cell: Cell): string {
  if (cell === MOST_OF_THE_CITY) return 'most of the city'
  const middle = hexagonInTheMiddle(cell, WARD_SIZE)
  return `area ${isWard(middle) ? 'around ' : ''}${nameByWard(middle)}`
}

function isWard(cell: Cell): boolean {
  return nearestWard(middleOf(cell)).km <= NEAR_KM
}

function nameByWard(cell: Cell): string {
  const { ward, km, direction, east, north } = nearestWard(middleOf(cell))
  if (km <= NEAR_KM) return ward
  if (km < BESIDE_KM) return `${direction} of ${ward}`
  // The middles of hexagons of this size are 2 km apart, so whole kilometres in two directions name one of them.
  return `${[wayOf(north, 'north', 'south'), wayOf(east, 'east', 'west')].filter(Boolean).join(' and ')} of ${ward}`
}

/** '7 km north'; empty for less than half a kilometre. */
function wayOf(km: number, ahead: string, back: string): string {
  const whole = Math.round(km)
  return whole === 0 ? '' : `${Math.abs(whole)} km ${whole > 0 ? ahead : back}`
}

function partOf(cell: Cell): string {
  const [lng, lat] = middleOf(cell)
  const [midLng, midLat] = middleOf(hexagonAround(cell, WARD_SIZE))
  const [east, north] = [(lng - midLng) * Math.cos((lat * Math.PI) / 180), lat - midLat]
  return Math.hypot(east, north) < 0.001 ? 'middle' : pointOfCompass(east, north)
}
