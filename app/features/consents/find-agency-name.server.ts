import { eq } from 'drizzle-orm'
import type { Tx } from '../../../db/as-actor.ts'
import { agency } from '../../../db/schema/agency.ts'

/** Everyone may read the directory, so this needs no policy check. */
export async function findAgencyName(tx: Tx, agencyId: string): Promise<string | undefined> {
  const [row] = await tx.select({ name: agency.name }).from(agency).where(eq(agency.agencyId, agencyId))
  return row?.name
}
