import { and, asc, eq, inArray } from 'drizzle-orm'
import type { Tx } from '../../db/as-actor.ts'
import { staff } from '../../db/schema/staff.ts'
import type { Actor } from '../domain/partnership/actor.ts'

/** The case workers and managers of an agency, for a manager's filter of a list; leavers who still have work are among them. */
export async function listWorkersToChoose(tx: Tx, { agencyId, role }: Actor) {
  if (role !== 'manager') return []
  return tx
    .select({ staffId: staff.staffId, name: staff.name })
    .from(staff)
    .where(and(eq(staff.agencyId, agencyId), inArray(staff.role, ['case_worker', 'manager'])))
    .orderBy(asc(staff.name), asc(staff.staffId))
}
