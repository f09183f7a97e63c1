import { sql } from 'drizzle-orm'
import type { Tx } from '../../../db/as-actor.ts'
import { type CountedPlace, type IncidentRow, type Incidents, toIncidents } from '../../domain/hotspot/incidents.ts'
import type { Period } from '../../domain/hotspot/period.ts'

/** A quarter of ten million incidents takes seconds to hand over. */
const WITHIN = '120s'

/**
 * What a release is made of. Only the worker's login may ask, and it gets hexagons, numbers for agencies and persons,
 * and strands: nothing by which a client could be found.
 */
export async function readIncidents(tx: Tx, { opensAt, closesAt }: Period): Promise<Incidents> {
  await tx.execute(sql`select set_config('statement_timeout', ${WITHIN}, true)`)
  const lines = await tx.execute<{ cell: string | null; online: boolean; incidents: string }>(
    sql`select cell, online, incidents from app.release_rows(${opensAt.toISOString()}, ${closesAt.toISOString()})`,
  )
  const rows: IncidentRow[] = []
  for (const { cell, online, incidents } of lines) {
    const place: CountedPlace = cell === null ? (online ? 'online' : 'unknown') : BigInt(cell).toString(16)
    for (const incident of incidents.split(',')) {
      const [agency, strand = '', person, crime] = incident.split(' ')
      rows.push({ place, agency: Number(agency), person: Number(person), strand, crime: Number(crime) })
    }
  }
  return toIncidents(rows)
}
