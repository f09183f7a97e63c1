import { createSecretKey } from 'node:crypto'
import pTimeout from 'p-timeout'
import postgres from 'postgres'
import { type Actor, NOBODY } from '../app/domain/partnership/actor.ts'
import { explainDatabaseError } from './database-error.ts'
import type { PortalLogin } from './derived-secrets.ts'
import { listMigrations, pendingOf } from './migrate.ts'
import { Obstacle } from './obstacle.ts'
import { CONTEXT_LASTS_MS, signContext } from './sign-context.ts'

export type Readiness = 'ready' | 'database-away' | 'schema-behind' | 'clock-wrong' | 'secret-wrong'

/** What readiness needs to check the portal's database. */
export interface NeedsOfPage {
  appUrl: string
  mapUrl: string | undefined
  /** The context key, as for `openPool`. */
  contextKey: string
  /** The time of this process in milliseconds. */
  now: () => number
}

const ANSWER_WITHIN_S = 2
/** Longer than a load balancer would wait: starting by hand happens once, health checks every few seconds. */
const START_WITHIN_S = 15
const NO_ONE: Actor = { agencyId: NOBODY, staffId: NOBODY, role: 'sign_in' }

/**
 * Whether the database can serve pages: it answers both logins, has this release's schema, and accepts a context signed
 * by this process.
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

/** Signs a context and lets the database check it. Undefined when the database accepts it. */
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

/** @param ahead how many milliseconds this machine's clock is ahead of the database's */
function explainRefusedContext(ahead: number): { state: Readiness; sentence: string } {
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
 * Checks the database before the portal serves pages: it answers, is of this release, knows each login, and accepts
 * contexts signed here.
 * @param adminUrl the administrator's URL, if the login's URL was derived from it and ACCORD_SECRET
 * @throws Obstacle with the reason, or with the command that updates the schema
 */
export async function requireReadyToServe(
  needs: NeedsOfPage & { workerUrl: string },
  adminUrl: string | undefined,
): Promise<void> {
  await requireReady(needs.appUrl, adminUrl)
  await requireLogin(needs.appUrl, 'portal_app', 'APP_DATABASE_URL')
  await requireLogin(needs.workerUrl, 'portal_worker', 'WORKER_DATABASE_URL')
  if (needs.mapUrl) await requireLogin(needs.mapUrl, 'portal_map', 'MAP_DATABASE_URL')
  const { state, sentence } = await readReadiness(needs)
  if (state !== 'ready') throw new Obstacle(sentence)
}

/** Refuses an administrator's login: row-level security ignores it, so every agency would see all clients. */
async function requireLogin(url: string, login: PortalLogin, variable: string) {
  const [here] = await overConnection(url, (sql) => sql`select current_user as name`, START_WITHIN_S).catch(
    explained(url),
  )
  if (here?.name !== login)
    throw new Obstacle(`${variable} must name the login ${login}, not ${JSON.stringify(here?.name)}.`)
}

/**
 * Checks that the database answers and is of this release.
 * @param url the login's URL
 * @param adminUrl as for `requireReadyToServe`
 * @throws Obstacle with the reason, or with the command that updates the schema
 */
export async function requireReady(url: string, adminUrl: string | undefined): Promise<void> {
  if (adminUrl && (await countPending(adminUrl, START_WITHIN_S).catch(explained(adminUrl))) > 0) throw behind()
  const pending = await countPending(url, START_WITHIN_S).catch((error: unknown) => {
    if (adminUrl && error instanceof postgres.PostgresError && error.code.startsWith('28')) throw unknownSecret()
    return explained(url)(error)
  })
  if (pending > 0) throw behind()
}

function behind() {
  return new Obstacle('The database is older than this release: run `npm run -s accord -- migrate` first.')
}

function unknownSecret() {
  return new Obstacle(
    'The database does not know this ACCORD_SECRET: set the one it was migrated with, or after a restore run `npm run -s accord -- migrate` first.',
  )
}

function explained(url: string) {
  return (error: unknown): never => {
    throw explainDatabaseError(error, url)
  }
}

/** The number of this release's migrations that the database has not applied. */
function countPending(url: string, withinS?: number) {
  return overConnection(url, async (sql) => (await pendingOf(sql, await listMigrations())).length, withinS)
}

/** Uses a new connection, because the pool may still have connections to a server that is gone. */
async function overConnection<Value>(
  url: string,
  ask: (sql: postgres.Sql) => PromiseLike<Value>,
  withinS = ANSWER_WITHIN_S,
): Promise<Value> {
  const sql = postgres(url, { max: 1, connect_timeout: withinS, onnotice: () => {} })
  const tooLate = new Obstacle(`The database does not answer within ${withinS} s.`)
  try {
    // `pTimeout` calls a `cancel` method if it finds one. A bare query has one, which opens a new connection to a
    // server that may not answer; a promise has none.
    return await pTimeout(Promise.resolve(ask(sql)), { milliseconds: withinS * 1000, message: tooLate })
  } finally {
    await sql.end({ timeout: 0 }).catch(() => {})
  }
}
