import postgres from 'postgres'
import { listMigrations, pendingOf } from './migrate.ts'

export type Readiness = 'ready' | 'database-away' | 'schema-behind'

const ANSWER_WITHIN_S = 2

/**
 * Whether the database answers and holds this release's schema. Asked over a connection of its own: the pool may still
 * hold sessions of a server that is gone.
 * @param url a portal login's address
 */
export async function readReadiness(url: string): Promise<Readiness> {
  const sql = postgres(url, { max: 1, connect_timeout: ANSWER_WITHIN_S, onnotice: () => {} })
  const tooLate = new Promise<never>((_, reject) => setTimeout(reject, ANSWER_WITHIN_S * 1000).unref())
  try {
    const pending = await Promise.race([listMigrations().then((files) => pendingOf(sql, files)), tooLate])
    return pending.length === 0 ? 'ready' : 'schema-behind'
  } catch {
    return 'database-away'
  } finally {
    await sql.end({ timeout: 0 }).catch(() => {})
  }
}
