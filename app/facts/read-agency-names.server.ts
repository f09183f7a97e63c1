import type { Tx } from '../../db/as-actor.ts'
import { agency } from '../../db/schema/agency.ts'

/** The names of all agencies, which the check for personal names in a text must allow. */
export async function readAgencyNames(tx: Tx): Promise<string[]> {
  const agencies = await tx.select({ name: agency.name }).from(agency)
  return agencies.map(({ name }) => name)
}
