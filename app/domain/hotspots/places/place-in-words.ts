import { nearestWard } from './near-ward.ts'
import type { PlaceBy } from './place.ts'

interface Known {
  placeBy: PlaceBy
  lat: number | null
  lng: number | null
  ward: string
}

/** How the place of a point is known, without revealing the point; null without a point. */
export function placeByInWords({ placeBy, lat, lng, ward }: Known): string | null {
  if (lat === null || lng === null) return null
  const about = ward ? `in ${ward}` : `near the middle of ${nearestWard([lng, lat]).ward}`
  return placeBy === 'postcode' ? `Known by its postcode, ${about}` : `A point on the map, ${about}`
}
