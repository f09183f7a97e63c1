import { eq } from 'drizzle-orm'
import { type StrandId, strandsOffered } from '../app/domain/strand.ts'
import type { Tx } from './as-actor.ts'
import { setting } from './schema/everyday.ts'

/** The strands a report may name now: the five national ones, and the local ones that the partnership switched on. */
export async function readStrandsOffered(tx: Tx): Promise<StrandId[]> {
  const [row] = await tx.select({ value: setting.value }).from(setting).where(eq(setting.name, 'local-strands'))
  return strandsOffered(Array.isArray(row?.value) ? row.value.map(String) : null)
}
