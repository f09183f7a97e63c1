import type { Tx } from '../../db/as-actor.ts'
import { agency } from '../../db/schema/agency.ts'

/** What every agency is called: names that are no person's. */
export async function readAgencyNames(tx: Tx): Promise<string[]> {
  const agencies = await tx.select({ name: agency.name }).from(agency)
  return agencies.map(({ name }) => name)
}
