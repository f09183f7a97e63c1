import { desc, isNull } from 'drizzle-orm'
import { asActor } from '../../../../db/as-actor.ts'
import { protectedPlace } from '../../../../db/schema/hotspot.ts'
import { permissionsOf } from '../../../access/ability.ts'
import { type Cell, centreOf } from '../../../domain/hotspots/map/cell.ts'
import { nearestWard } from '../../../domain/hotspots/places/near-ward.ts'
import { cellOfWard } from '../../../domain/hotspots/places/ward-centre.ts'
import type { Actor } from '../../../domain/partnership/actor.ts'
import { WARDS } from '../../../domain/partnership/ward.ts'
import { hasPostcodes } from '../../../facts/find-postcodes.server.ts'

/** Protected places, latest first, with the ward that was chosen or a nearby one; never the exact place. */
export async function listPlaces({ actor }: { actor: Actor }) {
  const rows = await asActor(actor, (tx) =>
    tx.select().from(protectedPlace).where(isNull(protectedPlace.removedAt)).orderBy(desc(protectedPlace.addedAt)),
  )
  const { may } = permissionsOf(actor)
  return rows.map(({ placeId, cell, ward, reason, addedByName, addedAt }) => ({
    ...{ placeId, reason, addedByName, addedAt },
    ward: ward || sayWards(cell),
    mayRemove: may('update', 'protectedPlace', {}),
  }))
}

/** A wide hexagon covers several wards, so the nearest one alone could be a ward that was not meant. */
function sayWards(cell: Cell): string {
  const sharing = WARDS.filter((ward) => cellOfWard(ward) === cell)
  const { lat, lng } = centreOf(cell)
  return sharing.length > 0 ? sharing.join(' or ') : `Near ${nearestWard([lng, lat]).ward}`
}

export function readPlaceForm({ actor }: { actor: Actor }) {
  return asActor(actor, async (tx) => ({ postcodes: await hasPostcodes(tx) }))
}
