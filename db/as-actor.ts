import { AsyncLocalStorage } from 'node:async_hooks'
import { createSecretKey, type KeyObject } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { drizzle, type PostgresJsDatabase } from 'drizzle-orm/postgres-js'
import postgres from 'postgres'
import { type Actor, type AnyActor, NOBODY } from '../app/domain/partnership/actor.ts'
import { signContext } from './sign-context.ts'

export interface PoolOptions {
  url: string
  /** The key that signs the context of each transaction: 64 hex digits, the same as in `app.secret`. */
  contextKey: string
  max?: number
  /** Is shown every statement before it is sent, with its parameters. */
  onStatement?: (text: string, parameters: unknown[]) => void
}

/** The database inside one transaction of one actor. Rows the actor may not see do not exist in it. */
export type Tx = Omit<PostgresJsDatabase, 'transaction' | '$client'>

interface Pool {
  client: postgres.Sql
  /** Its own few connections: counting tries must neither wait for the pages nor hold them up. */
  limits: postgres.Sql
  db: PostgresJsDatabase
  key: KeyObject
}

const running = new AsyncLocalStorage<true>()
let pool: Pool | undefined

/** Opens the one pool of this process. Called once at start; a test calls it for its own database. */
export function openPool({ url, contextKey, max = 10, onStatement }: PoolOptions): void {
  if (pool) throw new Error('The connection pool is open already.')
  const client = postgres(url, {
    max,
    // A short fixed pause: the default grows to 20 seconds, which would keep people waiting after a restart.
    backoff: () => 0.1,
    connect_timeout: 5,
    idle_timeout: 60,
    onnotice: () => {},
    ...(onStatement ? { debug: (_connection, text, parameters) => onStatement(text, parameters) } : {}),
    connection: { application_name: 'accord', statement_timeout: 5000, idle_in_transaction_session_timeout: 10_000 },
  })
  const limits = postgres(url, {
    max: 2,
    backoff: () => 0.1,
    connect_timeout: 2,
    idle_timeout: 60,
    onnotice: () => {},
    connection: { application_name: 'accord limits', statement_timeout: 1000 },
  })
  pool = { client, limits, db: drizzle(preparing(client)), key: createSecretKey(contextKey, 'hex') }
}

/**
 * Every statement of a transaction is prepared once for its connection, which spares a round trip and a plan each time
 * it comes again. The query builder would prepare only what it was given a name for; its texts are few, and a
 * connection is replaced within the hour.
 */
function preparing(client: postgres.Sql): postgres.Sql {
  const begin = client.begin.bind(client) as (fn: (tx: postgres.TransactionSql) => unknown) => Promise<unknown>
  const prepared = (fn: (tx: postgres.TransactionSql) => unknown) =>
    begin((tx) => {
      const unsafe = tx.unsafe
      tx.unsafe = (text, parameters, options) => unsafe(text, parameters, { ...options, prepare: true })
      return fn(tx)
    })
  return Object.assign(client, { begin: prepared })
}

export async function closePool(): Promise<void> {
  const closing = pool
  pool = undefined
  await Promise.all([closing?.client.end({ timeout: 5 }), closing?.limits.end({ timeout: 5 })])
}

function openedPool(): Pool {
  if (!pool) throw new Error('The connection pool is not open.')
  return pool
}

/**
 * Runs `fn` in one transaction as `actor`: row-level security sees a signed agency, person (of staff or a client) and role for just this
 * transaction. What `fn` throws rolls everything back. Transactions do not nest: two connections for one request
 * can lock the pool.
 */
export async function asActor<Value>(actor: AnyActor, fn: (tx: Tx) => Promise<Value>): Promise<Value> {
  if (running.getStore()) throw new Error('A transaction is open already: hand its tx on.')
  const { db } = openedPool()
  return running.run(true, () =>
    db.transaction(async (tx) => {
      // Sent by `then`, not awaited: it travels ahead of the first statement of `fn`, which saves a round trip.
      const signed = signFor(tx, actor).then(() => undefined)
      const [value] = await Promise.all([fn(tx), signed])
      return value
    }),
  )
}

/**
 * A part of an open transaction of `actor` that the portal itself does in one agency, on their account: what must not be
 * torn from their own part although they may not see its rows. Afterwards the transaction is the actor's again.
 */
export async function asSystemWithin<Value>(
  tx: Tx,
  { actor, agencyId }: { actor: Actor; agencyId: string },
  fn: (system: Actor) => Promise<Value>,
): Promise<Value> {
  const system: Actor = { agencyId, staffId: actor.staffId, role: 'system' }
  await signFor(tx, system)
  const value = await fn(system)
  await signFor(tx, actor)
  return value
}

/** Goes on as `actor` in a transaction that takes longer than the minute for which a context is accepted. */
export async function keepActing(tx: Tx, actor: Actor): Promise<void> {
  await signFor(tx, actor)
}

/**
 * Not yet sent: it goes when it is awaited. The search path is set with the context, so that one that an earlier
 * transaction left on the connection cannot put another table in the place of ours.
 */
function signFor(tx: Tx, actor: AnyActor) {
  const { context, signature } = signContext(actor, Date.now(), openedPool().key)
  return tx.execute(sql`select set_config('app.ctx', ${context}, true), set_config('app.sig', ${signature}, true),
    set_config('search_path', 'public, pg_temp', true)`)
}

/** Runs `fn` as whoever is signing in: sees credentials and sessions, no case content. */
export function asSignIn<Value>(fn: (tx: Tx) => Promise<Value>, known?: Omit<Actor, 'role'>): Promise<Value> {
  return asActor({ agencyId: NOBODY, staffId: NOBODY, ...known, role: 'sign_in' }, fn)
}

/** The session and its person in one statement without a transaction: every request asks this first. */
export async function findSession(idHash: string): Promise<SessionRow | undefined> {
  const [row] = await openedPool().client<WrittenSession[]>`select * from app.find_session(${idHash})`
  if (!row) return undefined
  const { createdAt, idleExpiresAt, absoluteExpiresAt, now } = row
  return {
    ...row,
    createdAt: new Date(createdAt),
    idleExpiresAt: new Date(idleExpiresAt),
    absoluteExpiresAt: new Date(absoluteExpiresAt),
    now: new Date(now),
  }
}

/** As it comes over the wire: drizzle has taken the parsing of instants from its driver. */
type WrittenSession = { [Field in keyof SessionRow]: SessionRow[Field] extends Date ? string : SessionRow[Field] }

export interface SessionRow {
  staffId: string
  agencyId: string
  role: Exclude<Actor['role'], 'sign_in' | 'system'>
  name: string
  agencyName: string
  confined: boolean
  createdAt: Date
  idleExpiresAt: Date
  absoluteExpiresAt: Date
  /** The database's clock: the `now` of the request. */
  now: Date
}

/** The rate limiter's way to its one table, which no row-level security guards; in the shape it expects of a driver. */
export const rateLimitStore = {
  async query({ text, values }: { text: string; values: (string | number | null)[] }) {
    const rows = await openedPool().limits.unsafe(text, values, { prepare: true })
    return { rows, rowCount: rows.count }
  },
}

/** Whether the database answers. */
export async function pingDatabase(): Promise<boolean> {
  try {
    await openedPool().client`select 1`
    return true
  } catch {
    return false
  }
}
