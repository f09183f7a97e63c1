import { eq } from 'drizzle-orm'
import type { Tx } from '../../db/as-actor.ts'
import { setting } from '../../db/schema/everyday.ts'
import { type StrandId, strandsOffered } from '../domain/cases/strand.ts'

/**
 * The strands that a report may choose now: the five national ones and the local ones that the partnership has switched
 * on.
 */
export async function readStrandsOffered(tx: Tx): Promise<StrandId[]> {
  const [row] = await tx.select({ value: setting.value }).from(setting).where(eq(setting.name, 'local-strands'))
  return strandsOffered(Array.isArray(row?.value) ? row.value.map(String) : null)
}
