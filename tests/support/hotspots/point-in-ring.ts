import type { LngLat } from '../../../app/domain/hotspots/map/hexagon.ts'

/** Whether a point is inside a closed ring: a ray to the east then crosses it an odd number of times. */
export function isInside(ring: readonly LngLat[], [lng, lat]: LngLat): boolean {
  const crossings = ring.slice(1).filter(([toLng, toLat], at) => {
    const [fromLng, fromLat] = ring[at] as LngLat
    return fromLat > lat !== toLat > lat && lng < ((toLng - fromLng) * (lat - fromLat)) / (toLat - fromLat) + fromLng
  })
  return crossings.length % 2 === 1
}
