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
 * @param url the login's address
 * @param adminUrl the administrator's address, when the login's was derived from it and from ACCORD_SECRET
 * @throws Obstacle with the reason, or with the command that brings the schema up to date
 */
export async function requireReady(url: string, adminUrl: string | undefined): Promise<void> {
  if (adminUrl) await countPending(adminUrl).catch(explained(adminUrl))
  const pending = await countPending(url).catch((error: unknown) => {
    if (adminUrl && error instanceof postgres.PostgresError && error.code.startsWith('28')) return Number.NaN
    return explained(url)(error)
  })
  if (Number.isNaN(pending))
    throw new Obstacle('The database knows no login with this ACCORD_SECRET: run `npm run -s accord -- migrate` first.')
  if (pending > 0)
    throw new Obstacle('The database is older than this release: run `npm run -s accord -- migrate`, then start again.')
}

function explained(url: string) {
  return (error: unknown): never => {
    throw explainDatabaseError(error, url)
  }
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
