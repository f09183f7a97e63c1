import { eq } from 'drizzle-orm'
import type { Tx } from '../../../db/as-actor.ts'
import { agency } from '../../../db/schema/agency.ts'

/** The name of an agency; the directory is everybody's to read. */
export async function findAgencyName(tx: Tx, agencyId: string): Promise<string | undefined> {
  const [row] = await tx.select({ name: agency.name }).from(agency).where(eq(agency.agencyId, agencyId))
  return row?.name
}
