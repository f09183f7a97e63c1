import { desc, isNull } from 'drizzle-orm'
import { asActor } from '../../../db/as-actor.ts'
import { hasPostcodes } from '../../../db/find-postcodes.ts'
import { protectedPlace } from '../../../db/schema/hotspot.ts'
import type { Actor } from '../../domain/actor.ts'
import { centreOf } from '../../domain/hotspot/cell.ts'
import { nearestWard } from '../../domain/hotspot/near-ward.ts'

/** The places kept apart now, the last first: near which ward, never where. */
export async function listPlaces({ actor }: { actor: Actor }) {
  const rows = await asActor(actor, (tx) =>
    tx.select().from(protectedPlace).where(isNull(protectedPlace.removedAt)).orderBy(desc(protectedPlace.addedAt)),
  )
  return rows.map(({ placeId, cell, reason, addedByName, addedAt }) => {
    const { lat, lng } = centreOf(cell)
    return { placeId, reason, addedByName, addedAt, ward: nearestWard([lng, lat]).ward }
  })
}

/** Whether a postcode can be asked for. */
export function readPlaceForm({ actor }: { actor: Actor }) {
  return asActor(actor, async (tx) => ({ postcodes: await hasPostcodes(tx) }))
}
