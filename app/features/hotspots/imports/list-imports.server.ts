import { asc, desc, eq } from 'drizzle-orm'
import { asActor } from '../../../../db/as-actor.ts'
import { agency } from '../../../../db/schema/agency.ts'
import { incidentImport } from '../../../../db/schema/hotspot.ts'
import type { Actor } from '../../../domain/partnership/actor.ts'
import { WARDS } from '../../../domain/partnership/ward.ts'
import { readStrandsOffered } from '../../../facts/read-strands.server.ts'
import { explainIncidentColumns } from './incident-columns.server.ts'

const SHOWN_AT_MOST = 200

/** Imported files, latest first. */
export function listImports({ actor }: { actor: Actor }) {
  const { importId, rows, added, importedBy, importedAt } = incidentImport
  return asActor(actor, (tx) =>
    tx
      .select({ importId, agencyName: agency.name, rows, added, importedBy, importedAt })
      .from(incidentImport)
      .innerJoin(agency, eq(agency.agencyId, incidentImport.agencyId))
      .orderBy(desc(importedAt))
      .limit(SHOWN_AT_MOST),
  )
}

/** The agencies whose incidents a file may contain. */
export function listAgencyNames({ actor }: { actor: Actor }) {
  const { agencyId, name } = agency
  return asActor(actor, (tx) => tx.select({ agencyId, name }).from(agency).orderBy(asc(name)))
}

/** The columns of a file with examples, and its words for strands and wards. */
export async function readImportGuide({ actor }: { actor: Actor }) {
  const strands = await asActor(actor, readStrandsOffered)
  return { columns: explainIncidentColumns(), strands, wards: WARDS }
}
