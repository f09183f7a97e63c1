import type { LngLat } from '../map/hexagon.ts'
import { WARD_CENTRES } from './ward-centre.ts'

const KM_PER_DEGREE = 111.2
const NEAR_KM = 0.5
const DIRECTIONS = ['north', 'north-east', 'east', 'south-east', 'south', 'south-west', 'west', 'north-west']

export interface NearWard {
  ward: string
  km: number
  /** Seen from the ward's middle. */
  direction: string
  /** From the ward's middle, in km. */
  east: number
  north: number
}

export function nearestWard([lng, lat]: LngLat): NearWard {
  let nearest = { ward: '', km: Number.POSITIVE_INFINITY, east: 0, north: 0 }
  for (const [ward, [wardLat, wardLng]] of Object.entries(WARD_CENTRES)) {
    const north = (lat - wardLat) * KM_PER_DEGREE
    const east = (lng - wardLng) * KM_PER_DEGREE * Math.cos((wardLat * Math.PI) / 180)
    const km = Math.hypot(north, east)
    if (km < nearest.km) nearest = { ward, km, east, north }
  }
  const { ward, km, east, north } = nearest
  return { ward, km, direction: pointOfCompass(east, north), east, north }
}

/** The nearest of eight points of the compass for an offset to the east and to the north, in one unit. */
export function pointOfCompass(east: number, north: number): string {
  return DIRECTIONS[Math.round(degreesOf(east, north) / 45) % 8] ?? ''
}

function degreesOf(east: number, north: number): number {
  return Math.round((Math.atan2(east, north) * 180) / Math.PI + 360) % 360
}

/** The neighbourhood in words: the nearest ward, or the direction from it. Never a street. */
export function sayWhere(middle: LngLat): string {
  const { ward, km, direction } = nearestWard(middle)
  if (km <= NEAR_KM) return `around ${ward}`
  return km < 2 ? `${direction} of ${ward}` : `${Math.round(km)} km ${direction} of ${ward}`
}
