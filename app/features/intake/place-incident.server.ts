import type { Tx } from '../../../db/as-actor.ts'
import type { LatLng } from '../../domain/hotspots/map/cell.ts'
import { type PlacedIncident, placeIncident } from '../../domain/hotspots/places/place.ts'
import { readPoint } from '../../domain/hotspots/places/point.ts'
import { done, type Result, refused } from '../../domain/result.ts'
import { londonDayOf } from '../../domain/time/calendar-day.ts'
import { findPostcode } from '../../facts/find-postcodes.server.ts'
import { readStrandsOffered } from '../../facts/read-strands.server.ts'
import { checkIncident, type IncidentInput, type IncidentRefusal } from './incident-entries.server.ts'

type ToldPlace = Pick<IncidentInput, 'locationType' | 'ward' | 'postcode' | 'pointLat' | 'pointLng'>
type PlaceRefusal = { kind: 'postcode-unknown' }

/** Checks an incident as entered, and finds its place. */
export async function checkAndPlace(
  tx: Tx,
  told: IncidentInput,
  now: Date,
): Promise<Result<PlacedIncident, IncidentRefusal>> {
  const known = { offered: await readStrandsOffered(tx), today: londonDayOf(now) }
  const sound = checkIncident(told, known)
  return sound.ok ? placeTold(tx, told) : sound
}

/** The place of an incident. A typed postcode replaces an earlier point. */
async function placeTold(tx: Tx, told: ToldPlace): Promise<Result<PlacedIncident, PlaceRefusal>> {
  const { ward } = told
  if (told.locationType === 'online') return done(placeIncident({ point: null, ward, online: true }))
  if (told.postcode) {
    const found = await findPostcode(tx, told.postcode)
    if (!found) return refused({ kind: 'postcode-unknown' })
    return done(placeIncident({ point: { ...found, by: 'postcode' }, ward, online: false }))
  }
  const point = pointTold(told)
  return done(placeIncident({ point: point && { ...point, by: 'map' }, ward, online: false }))
}

/**
 * The place of a corrected incident. The unchanged point in the form keeps its origin, unless the ward changed: the
 * old point would contradict the new ward.
 */
export async function placeToldAgain(
  tx: Tx,
  before: PlacedIncident & { ward: string },
  told: ToldPlace,
): Promise<Result<PlacedIncident, PlaceRefusal>> {
  const point = pointTold(told)
  const isOld = point !== null && point.lat === before.lat && point.lng === before.lng
  if (told.locationType === 'online' || told.postcode || !isOld) return placeTold(tx, told)
  const { placeBy, lat, lng, cell, ward } = before
  const wardChanged = ward !== '' && told.ward !== null && told.ward !== ward
  return done(
    wardChanged ? placeIncident({ point: null, ward: told.ward, online: false }) : { placeBy, lat, lng, cell },
  )
}

/** The schema has already refused a point that cannot be read. */
function pointTold({ pointLat, pointLng }: ToldPlace): LatLng | null {
  const read = readPoint(pointLat, pointLng)
  return read.ok ? read.value : null
}
