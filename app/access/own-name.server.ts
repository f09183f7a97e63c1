import { and, eq } from 'drizzle-orm'
import type { Tx } from '../../db/as-actor.ts'
import { staff } from '../../db/schema/staff.ts'
import type { Actor } from '../domain/partnership/actor.ts'

/** What others read of who did something, kept with it: names change, and people leave. */
export async function ownName(tx: Tx, { agencyId, staffId }: Actor): Promise<string> {
  const self = and(eq(staff.agencyId, agencyId), eq(staff.staffId, staffId))
  const [row] = await tx.select({ name: staff.name }).from(staff).where(self)
  return row?.name ?? ''
}
