import { and, asc, eq, inArray, type SQL } from 'drizzle-orm'
import type { Tx } from '../../db/as-actor.ts'
import { staff } from '../../db/schema/staff.ts'
import { type Actor, CASE_ROLES, type StaffRole } from '../domain/partnership/actor.ts'

/** People of the agency with these roles, for a filter. Leavers are included: they may still have work. */
export async function listWorkersToChoose(tx: Tx, { agencyId }: Actor, roles: StaffRole[]) {
  if (roles.length === 0) return []
  return tx
    .select({ staffId: staff.staffId, name: staff.name })
    .from(staff)
    .where(and(eq(staff.agencyId, agencyId), inArray(staff.role, roles)))
    .orderBy(asc(staff.name), asc(staff.staffId))
}

/** People who can be given a case or a referral: they may have cases and have not left the agency. */
export function isWorkerOf(agencyId: string): SQL | undefined {
  return and(eq(staff.agencyId, agencyId), eq(staff.active, true), inArray(staff.role, CASE_ROLES))
}
