import { asc, desc, eq } from 'drizzle-orm'
import { asActor } from '../../../db/as-actor.ts'
import { agency } from '../../../db/schema/agency.ts'
import { incidentImport } from '../../../db/schema/hotspot.ts'
import type { Actor } from '../../domain/actor.ts'

const SHOWN_AT_MOST = 200

/** What was taken in, the last first. */
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

/** Whose incidents a file may hold. */
export function listAgencyNames({ actor }: { actor: Actor }) {
  const { agencyId, name } = agency
  return asActor(actor, (tx) => tx.select({ agencyId, name }).from(agency).orderBy(asc(name)))
}
