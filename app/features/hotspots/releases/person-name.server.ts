import { and, eq } from 'drizzle-orm'
import type { Tx } from '../../../../db/as-actor.ts'
import { agency } from '../../../../db/schema/agency.ts'
import { staff } from '../../../../db/schema/staff.ts'
import type { Actor } from '../../../domain/partnership/actor.ts'

/** Who somebody is, for the ledger: a name and an agency that other agencies can read too. */
export async function sayPerson(tx: Tx, { agencyId, staffId }: Actor): Promise<string> {
  const [row] = await tx
    .select({ name: staff.name, agency: agency.name })
    .from(agency)
    .leftJoin(staff, and(eq(staff.agencyId, agency.agencyId), eq(staff.staffId, staffId)))
    .where(eq(agency.agencyId, agencyId))
  return row ? `${row.name ?? 'The operator'}, ${row.agency}` : 'The operator'
}
