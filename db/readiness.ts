import { createSecretKey } from 'node:crypto'
import postgres from 'postgres'
import { type Actor, NOBODY } from '../app/domain/actor.ts'
import { explainDatabaseError } from './database-error.ts'
import { listMigrations, pendingOf } from './migrate.ts'
import { Obstacle } from './obstacle.ts'
import { CONTEXT_LASTS_MS, signContext } from './sign-context.ts'

export type Readiness = 'ready' | 'database-away' | 'schema-behind' | 'clock-wrong' | 'secret-wrong'

/** What a page of the portal needs of its database. */
export interface NeedsOfPage {
  appUrl: string
  mapUrl: string | undefined
  /** As `openPool` takes it. */
  contextKey: string
  /** The clock of this process. */
  now: () => number
}

const ANSWER_WITHIN_S = 2
const NO_ONE: Actor = { agencyId: NOBODY, staffId: NOBODY, role: 'sign_in' }

/**
 * Whether a page could be answered: the database answers both logins, holds this release's schema, and accepts a
 * context that this process signs.
 * @returns the state, and for the log a sentence about what is wrong
 */
export async function readReadiness(needs: NeedsOfPage): Promise<{ state: Readiness; sentence: string }> {
  try {
    const [pending, refusal] = await Promise.all([
      countPending(needs.appUrl),
      overConnection(needs.appUrl, (sql) => tryContext(sql, needs)),
      needs.mapUrl ? overConnection(needs.mapUrl, (sql) => sql`select 1`) : undefined,
    ])
    if (pending > 0) return { state: 'schema-behind', sentence: 'The database is older than this release.' }
    return refusal ?? { state: 'ready', sentence: 'The portal is ready.' }
  } catch (error) {
    const known = explainDatabaseError(error, needs.appUrl)
    const sentence = known instanceof Obstacle ? known.message : 'The database does not answer.'
    return { state: 'database-away', sentence }
  }
}

/** Undefined when the database accepts what this process signs. */
async function tryContext(sql: postgres.Sql, { contextKey, now }: NeedsOfPage) {
  const { context, signature } = signContext(NO_ONE, now(), createSecretKey(contextKey, 'hex'))
  try {
    await sql.begin(async (tx) => {
      await tx`select set_config('app.ctx', ${context}, true), set_config('app.sig', ${signature}, true)`
      await tx`select app.context()`
    })
  } catch (error) {
    if (!(error instanceof postgres.PostgresError) || error.code !== '42501') throw error
    const [clock] = await sql<{ at: number }[]>`select extract(epoch from clock_timestamp())::float8 * 1000 as at`
    return explainRefusedContext(now() - (clock?.at ?? 0))
  }
}

/** @param ahead milliseconds by which this machine's clock is ahead of the database's */
export function explainRefusedContext(ahead: number): { state: Readiness; sentence: string } {
  if (Math.abs(ahead) < CONTEXT_LASTS_MS)
    return {
      state: 'secret-wrong',
      sentence:
        'The database does not accept what this process signs: ACCORD_SECRET is not the one of the last `accord migrate`.',
    }
  const seconds = Math.round(Math.abs(ahead) / 1000)
  const direction = ahead > 0 ? 'ahead of' : 'behind'
  return {
    state: 'clock-wrong',
    sentence: `The clock of this web server is ${seconds} s ${direction} the database's, which decides: set it by network time.`,
  }
}

/**
 * Before serving: the database must be there, of this release, and accept what this machine signs.
 * @param adminUrl the administrator's address, when the login's was derived from it and from ACCORD_SECRET
 * @throws Obstacle with the reason, or with the command that brings the schema up to date
 */
export async function requireReadyToServe(needs: NeedsOfPage, adminUrl: string | undefined): Promise<void> {
  await requireReady(needs.appUrl, adminUrl)
  const { state, sentence } = await readReadiness(needs)
  if (state !== 'ready') throw new Obstacle(sentence)
}

/**
 * The database must be there and of this release.
 * @param url the login's address
 * @param adminUrl as above
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

/** How many files of this release the database has not applied. */
function countPending(url: string) {
  return overConnection(url, async (sql) => (await pendingOf(sql, await listMigrations())).length)
}

/** Over a connection of its own: the pool may still hold sessions of a server that is gone. */
async function overConnection<Value>(url: string, ask: (sql: postgres.Sql) => PromiseLike<Value>): Promise<Value> {
  const sql = postgres(url, { max: 1, connect_timeout: ANSWER_WITHIN_S, onnotice: () => {} })
  let clock: NodeJS.Timeout | undefined
  const tooLate = new Promise<never>((_, reject) => {
    clock = setTimeout(() => reject(new Error('The database does not answer.')), ANSWER_WITHIN_S * 1000)
  })
  try {
    return await Promise.race([ask(sql), tooLate])
  } finally {
    clearTimeout(clock)
    await sql.end({ timeout: 0 }).catch(() => {})
  }
}
