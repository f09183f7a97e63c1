import { AsyncLocalStorage } from 'node:async_hooks'
import { createSecretKey, type KeyObject } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { drizzle, type PostgresJsDatabase } from 'drizzle-orm/postgres-js'
import postgres from 'postgres'
import { type Actor, type AnyActor, NOBODY } from '../app/domain/partnership/actor.ts'
import { signContext } from './sign-context.ts'

export interface PoolOptions {
  url: string
  /** The key that signs the context of each transaction, as 64 hex digits. `app.secret` has the same key. */
  contextKey: string
  max?: number
  /** Called with every statement and its parameters before it is sent. */
  onStatement?: (text: string, parameters: unknown[]) => void
}

/** The database within one transaction of one actor. Rows that the actor may not see are invisible in it. */
export type Tx = Omit<PostgresJsDatabase, 'transaction' | '$client'>

interface Pool {
  client: postgres.Sql
  /** Separate connections for counting attempts, so that counting and pages never wait for each other. */
  limits: postgres.Sql
  db: PostgresJsDatabase
  key: KeyObject
}

const running = new AsyncLocalStorage<true>()
let pool: Pool | undefined

/** Opens the process's only pool, once at the start. @throws Error when a pool is open */
export function openPool({ url, contextKey, max = 10, onStatement }: PoolOptions): void {
  if (pool) throw new Error('The connection pool is open already.')
  const client = postgres(url, {
    max,
    // A short fixed pause. The default grows to 20 seconds, and people would wait that long after a restart of the
    // database.
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
  pool = { client, limits, db: drizzle(withPreparedStatements(client)), key: createSecretKey(contextKey, 'hex') }
}

/**
 * Prepares every statement of a transaction once for each connection, which saves a round trip and a plan when it is
 * repeated. By default only named queries of the query builder are prepared. There are few different texts, and a
 * connection lasts less than an hour.
 */
function withPreparedStatements(client: postgres.Sql): postgres.Sql {
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
 * Runs `fn` in one transaction as `actor`. The transaction has a signed context for row-level security: agency, role,
 * and person (staff or client). An error in `fn` rolls everything back. Transactions do not nest, because two
 * connections for one request can lock up the pool.
 * @throws Error when a transaction is already open
 */
export async function asActor<Value>(actor: AnyActor, fn: (tx: Tx) => Promise<Value>): Promise<Value> {
  if (running.getStore()) throw new Error('A transaction is open already: hand its tx on.')
  const { db } = openedPool()
  return running.run(true, () =>
    db.transaction(async (tx) => {
      // Sent with `then` instead of `await`: it goes out together with the first statement of `fn`, which saves a round
      // trip.
      const signing = signFor(tx, actor).then(() => undefined)
      const [value] = await Promise.all([fn(tx), signing])
      return value
    }),
  )
}

/**
 * Runs a part of `actor`'s transaction as the portal itself in another agency. It is for changes that must be made
 * together with the actor's own, in rows that the actor may not see. Afterwards the transaction acts as `actor` again.
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

/** Signs the context again, for a transaction longer than the minute for which a context is accepted. */
export async function keepActing(tx: Tx, actor: Actor): Promise<void> {
  await signFor(tx, actor)
}

/**
 * The statement that sets the signed context; it is sent when awaited. It also sets the search path, because an earlier
 * transaction on the connection could have left one that puts another table in place of ours.
 */
function signFor(tx: Tx, actor: AnyActor) {
  const { context, signature } = signContext(actor, Date.now(), openedPool().key)
  return tx.execute(sql`select set_config('app.ctx', ${context}, true), set_config('app.sig', ${signature}, true),
    set_config('search_path', 'public, pg_temp', true)`)
}

/** Runs `fn` for a person who is signing in. It can read credentials and sessions but no cases. */
export function asSignIn<Value>(fn: (tx: Tx) => Promise<Value>, known?: Omit<Actor, 'role'>): Promise<Value> {
  return asActor({ agencyId: NOBODY, staffId: NOBODY, ...known, role: 'sign_in' }, fn)
}

/** Reads the session and its person in one statement without a transaction, because every request needs it first. */
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

/** The row as the driver returns it: drizzle has switched off the driver's parsing of dates. */
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
  /** The database's time, which is the `now` of the request. */
  now: Date
}

/** The rate limiter's own table has no row-level security. This looks like the driver that it expects. */
export const rateLimitStore = {
  async query({ text, values }: { text: string; values: (string | number | null)[] }) {
    const rows = await openedPool().limits.unsafe(text, values, { prepare: true })
    return { rows, rowCount: rows.count }
  },
}

export async function pingDatabase(): Promise<boolean> {
  try {
    await openedPool().client`select 1`
    return true
  } catch {
    return false
  }
}
