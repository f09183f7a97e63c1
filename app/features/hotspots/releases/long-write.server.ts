import { sql } from 'drizzle-orm'
import type { Tx } from '../../../../db/as-actor.ts'

/** A file of a million lines takes longer than a page may, so this transaction gets longer time-outs. */
export async function allowLongWrite(tx: Tx): Promise<void> {
  await tx.execute(sql`set local statement_timeout = '2min'`)
  await tx.execute(sql`set local idle_in_transaction_session_timeout = '2min'`)
}
