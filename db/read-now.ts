import { sql } from 'drizzle-orm'
import type { Tx } from './as-actor.ts'

/** The database's time, for requests without a session. The web process's own clock never decides anything. */
export async function readNow(tx: Tx): Promise<Date> {
  const [row] = await tx.execute<{ now: string }>(sql`select now() as now`)
  if (!row) throw new Error('The database told no time.')
  return new Date(row.now)
}
