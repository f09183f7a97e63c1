import { sql } from 'drizzle-orm'
import type { Tx } from '../../../../db/as-actor.ts'

/** From here to the end of the transaction nobody else asks for, decides on or changes the rules of releases. */
export async function lockReleases(tx: Tx): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtext('hotspot_release'))`)
}
