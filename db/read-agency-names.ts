import type { Tx } from './as-actor.ts'
import { agency } from './schema/agency.ts'

/** What every agency is called: names that are no person's. */
export async function readAgencyNames(tx: Tx): Promise<string[]> {
  const agencies = await tx.select({ name: agency.name }).from(agency)
  return agencies.map(({ name }) => name)
}
