import { done, type Result, refused } from '../../result.ts'
import type { LatLng } from '../map/cell.ts'
import { isInArea } from './place.ts'

export type PointRefusal = { kind: 'no-number' } | { kind: 'swapped' } | { kind: 'outside-area' }

// Decimal degrees without exponent, thousands separators or spaces.
const DEGREES = /^[+-]?\d{1,3}(\.\d{1,20})?$/

/** A point as it was written, inside the partnership's area; null where both are empty. */
export function readPoint(lat: string, lng: string): Result<LatLng | null, PointRefusal> {
  if (lat === '' && lng === '') return done(null)
  if (!DEGREES.test(lat) || !DEGREES.test(lng)) return refused({ kind: 'no-number' })
  const point = { lat: Number(lat), lng: Number(lng) }
  if (isInArea(point)) return done(point)
  return refused({ kind: isInArea({ lat: point.lng, lng: point.lat }) ? 'swapped' : 'outside-area' })
}
