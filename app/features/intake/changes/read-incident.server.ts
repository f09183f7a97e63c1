import { and, eq } from 'drizzle-orm'
import type { Tx } from '../../../../db/as-actor.ts'
import { incident } from '../../../../db/schema/case-file.ts'
import type { Actor } from '../../../domain/partnership/actor.ts'

/** One incident of a case in the actor's agency; undefined if the case has none with this id. */
export async function findIncident(
  tx: Tx,
  { agencyId }: Actor,
  { caseId, incidentId }: { caseId: string; incidentId: string },
) {
  const [found] = await tx
    .select()
    .from(incident)
    .where(and(eq(incident.agencyId, agencyId), eq(incident.caseId, caseId), eq(incident.incidentId, incidentId)))
  return found
}
