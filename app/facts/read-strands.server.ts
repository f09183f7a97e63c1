import { eq } from 'drizzle-orm'
import type { Tx } from '../../db/as-actor.ts'
import { setting } from '../../db/schema/everyday.ts'
import { type StrandId, strandsOffered } from '../domain/cases/strand.ts'

/** The strands a report may choose: the five national ones, and the local ones switched on. */
export async function readStrandsOffered(tx: Tx): Promise<StrandId[]> {
  const [row] = await tx.select({ value: setting.value }).from(setting).where(eq(setting.name, 'local-strands'))
  return strandsOffered(Array.isArray(row?.value) ? row.value.map(String) : null)
}
