import { sql } from 'drizzle-orm'
import type { Tx } from '../../../../db/as-actor.ts'

/** Until the transaction ends, no one else can request or decide on releases, or change their rules. */
export async function lockReleases(tx: Tx): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtext('hotspot_release'))`)
}
