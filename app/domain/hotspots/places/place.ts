import type { WARDS } from '../../partnership/ward.ts'
import { type Cell, cellOf, type LatLng } from '../map/cell.ts'
import { cellOfWard } from './ward-centre.ts'

/** How the place of an incident is known. Online and unknown are answers too. */
export type PlaceBy = 'map' | 'postcode' | 'ward' | 'online' | 'unknown'

/** The partnership's city region: Liverpool, Sefton, Knowsley, St Helens, Wirral, Halton. Degrees, WGS 84. */
export const AREA = { south: 53.28, north: 53.72, west: -3.24, east: -2.54 } as const

export function isInArea({ lat, lng }: LatLng): boolean {
  return lat >= AREA.south && lat <= AREA.north && lng >= AREA.west && lng <= AREA.east
}

export interface PlacedIncident {
  placeBy: PlaceBy
  lat: number | null
  lng: number | null
  cell: Cell | null
}

const NOWHERE = { lat: null, lng: null, cell: null }

/**
 * Where an incident is: a point if there is one, else the ward, else online or unknown. A point has its finest hexagon
 * calculated once, here.
 */
export function placeIncident(told: {
  point: (LatLng & { by: 'map' | 'postcode' }) | null
  ward: (typeof WARDS)[number] | null
  online: boolean
}): PlacedIncident {
  const { point, ward, online } = told
  if (online) return { placeBy: 'online', ...NOWHERE }
  if (point) return { placeBy: point.by, lat: point.lat, lng: point.lng, cell: cellOf(point) }
  if (ward) return { placeBy: 'ward', lat: null, lng: null, cell: cellOfWard(ward) }
  return { placeBy: 'unknown', ...NOWHERE }
}
