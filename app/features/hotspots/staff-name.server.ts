import { and, eq } from 'drizzle-orm'
import type { Tx } from '../../../db/as-actor.ts'
import { staff } from '../../../db/schema/staff.ts'
import type { Actor } from '../../domain/actor.ts'

/** Who did it, in words that stay when they have left. */
export async function nameOf(tx: Tx, { agencyId, staffId }: Actor): Promise<string> {
  const [person] = await tx
    .select({ name: staff.name })
    .from(staff)
    .where(and(eq(staff.agencyId, agencyId), eq(staff.staffId, staffId)))
  return person?.name ?? 'The operator'
}
