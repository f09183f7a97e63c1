import type { Tx } from '../../../db/as-actor.ts'
import type { LatLng } from '../../domain/hotspots/map/cell.ts'
import { type PlacedIncident, placeIncident } from '../../domain/hotspots/places/place.ts'
import { readPoint } from '../../domain/hotspots/places/point.ts'
import { done, type Result, refused } from '../../domain/result.ts'
import { londonDayOf } from '../../domain/time/calendar-day.ts'
import { findPostcode } from '../../facts/find-postcodes.server.ts'
import { readStrandsOffered } from '../../facts/read-strands.server.ts'
import { checkIncident, type IncidentInput, type IncidentRefusal } from './incident-entries.server.ts'

type EnteredPlace = Pick<IncidentInput, 'locationType' | 'ward' | 'postcode' | 'pointLat' | 'pointLng'>
type PlaceRefusal = { kind: 'postcode-unknown' }

/** Checks an incident as entered, and finds its place. */
export async function checkAndPlace(
  tx: Tx,
  entered: IncidentInput,
  now: Date,
): Promise<Result<PlacedIncident, IncidentRefusal>> {
  const known = { offered: await readStrandsOffered(tx), today: londonDayOf(now) }
  const sound = checkIncident(entered, known)
  return sound.ok ? findPlace(tx, entered) : sound
}

/** The place of an incident. A typed postcode replaces an earlier point. */
async function findPlace(tx: Tx, entered: EnteredPlace): Promise<Result<PlacedIncident, PlaceRefusal>> {
  const { ward } = entered
  if (entered.locationType === 'online') return done(placeIncident({ point: null, ward, online: true }))
  if (entered.postcode) {
    const found = await findPostcode(tx, entered.postcode)
    if (!found) return refused({ kind: 'postcode-unknown' })
    return done(placeIncident({ point: { ...found, by: 'postcode' }, ward, online: false }))
  }
  const point = readChosenPoint(entered)
  return done(placeIncident({ point: point && { ...point, by: 'map' }, ward, online: false }))
}

/** The place of a corrected incident. An unchanged point stays, unless the ward changed and contradicts it. */
export async function findCorrectedPlace(
  tx: Tx,
  before: PlacedIncident & { ward: string },
  entered: EnteredPlace,
): Promise<Result<PlacedIncident, PlaceRefusal>> {
  const point = readChosenPoint(entered)
  const isOld = point !== null && point.lat === before.lat && point.lng === before.lng
  if (entered.locationType === 'online' || entered.postcode || !isOld) return findPlace(tx, entered)
  const { placeBy, lat, lng, cell, ward } = before
  const wardChanged = ward !== '' && entered.ward !== null && entered.ward !== ward
  return done(
    wardChanged ? placeIncident({ point: null, ward: entered.ward, online: false }) : { placeBy, lat, lng, cell },
  )
}

/** The schema has already refused a point that cannot be read. */
function readChosenPoint({ pointLat, pointLng }: EnteredPlace): LatLng | null {
  const read = readPoint(pointLat, pointLng)
  return read.ok ? read.value : null
}
