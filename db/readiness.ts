import postgres from 'postgres'
import { explainDatabaseError } from './database-error.ts'
import { listMigrations, pendingOf } from './migrate.ts'
import { Obstacle } from './obstacle.ts'

export type Readiness = 'ready' | 'database-away' | 'schema-behind'

const ANSWER_WITHIN_S = 2

/**
 * Whether the database answers and holds this release's schema.
 * @param url a portal login's address
 */
export async function readReadiness(url: string): Promise<Readiness> {
  try {
    return (await countPending(url)) === 0 ? 'ready' : 'schema-behind'
  } catch {
    return 'database-away'
  }
}

/**
 * Before serving: the database must be there and of this release.
 * @throws Obstacle with the reason, or with the command that brings the schema up to date
 */
export async function requireReady(url: string): Promise<void> {
  const pending = await countPending(url).catch((error: unknown) => {
    throw explainDatabaseError(error, url)
  })
  if (pending > 0)
    throw new Obstacle('The database is older than this release: run `npm run -s accord -- migrate`, then start again.')
}

/** Over a connection of its own: the pool may still hold sessions of a server that is gone. */
async function countPending(url: string) {
  const sql = postgres(url, { max: 1, connect_timeout: ANSWER_WITHIN_S, onnotice: () => {} })
  let clock: NodeJS.Timeout | undefined
  const tooLate = new Promise<never>((_, reject) => {
    clock = setTimeout(() => reject(new Error('The database does not answer.')), ANSWER_WITHIN_S * 1000)
  })
  try {
    return (await Promise.race([listMigrations().then((files) => pendingOf(sql, files)), tooLate])).length
  } finally {
    clearTimeout(clock)
    await sql.end({ timeout: 0 }).catch(() => {})
  }
}
