import { sql } from 'drizzle-orm'
import type { Tx } from '../../../../db/as-actor.ts'
import { type PlaceLine, readPlaceLines } from '../../../domain/hotspots/release/incident-text.ts'
import type { Incidents } from '../../../domain/hotspots/release/incidents.ts'
import type { Period } from '../../../domain/hotspots/release/period.ts'

/**
 * The incidents of a release. Only the worker's login may read them. They contain hexagons, strands, and numbers in
 * place of agencies and persons: nothing that could identify a client.
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
