import { WARDS } from '../ward.ts'
import type { LatLng } from './cell.ts'
import { centreOfWard } from './ward-centre.ts'

/** The ward whose middle lies nearest: words for a place, where the place itself is not to be told. */
export function nearestWard(point: LatLng): (typeof WARDS)[number] {
  // A degree of longitude is shorter than one of latitude here.
  const shrink = Math.cos((point.lat * Math.PI) / 180)
  const distance = (ward: (typeof WARDS)[number]) => {
    const { lat, lng } = centreOfWard(ward)
    return (lat - point.lat) ** 2 + ((lng - point.lng) * shrink) ** 2
  }
  return WARDS.reduce((nearest, ward) => (distance(ward) < distance(nearest) ? ward : nearest))
}
