import { sql } from 'drizzle-orm'
import type { Tx } from '../../../../db/as-actor.ts'
import { type PlaceLine, readPlaceLines } from '../../../domain/hotspots/release/incident-text.ts'
import type { Incidents } from '../../../domain/hotspots/release/incidents.ts'
import type { Period } from '../../../domain/hotspots/release/period.ts'

/**
 * What a release is made of. Only the worker's login may ask, and it gets hexagons, numbers for agencies and persons,
 * and strands: nothing by which a client could be found.
 */
export async function readCountedIncidents(tx: Tx, { opensAt, closesAt }: Period): Promise<Incidents> {
  const lines = await tx.execute<{ cell: string | null; online: boolean; incidents: string }>(
    sql`select cell, online, incidents from app.release_rows(${opensAt.toISOString()}, ${closesAt.toISOString()})`,
  )
  return readPlaceLines(
    lines.map(({ cell, online, incidents }): PlaceLine => ({ place: placeOf(cell, online), text: incidents })),
  )
}

function placeOf(cell: string | null, online: boolean): PlaceLine['place'] {
  if (cell !== null) return BigInt(cell).toString(16)
  return online ? 'online' : 'unknown'
}
