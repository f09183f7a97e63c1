import { drizzle, type PostgresJsDatabase } from 'drizzle-orm/postgres-js'
import postgres from 'postgres'
import type { Tx } from './as-actor.ts'

let pool: { client: postgres.Sql; db: PostgresJsDatabase } | undefined

/** Opens the pool of the map's own login, which can read only published data. */
export function openMapPool(url: string): void {
  if (pool) throw new Error('The pool of the map is open already.')
  const client = postgres(url, {
    max: 3,
    backoff: () => 0.1,
    connect_timeout: 5,
    idle_timeout: 60,
    onnotice: () => {},
    connection: { application_name: 'accord map', statement_timeout: 5000, default_transaction_read_only: true },
  })
  pool = { client, db: drizzle(client) }
}

export async function closeMapPool(): Promise<void> {
  const closing = pool
  pool = undefined
  await closing?.client.end({ timeout: 5 })
}

/** Runs `fn` with the map's login, which reaches no case. The caller checks that the person may see the map. */
export function asMapReader<Value>(fn: (db: Tx) => Promise<Value>): Promise<Value> {
  if (!pool) throw new Error('The pool of the map is not open: is MAP_DATABASE_URL set?')
  return fn(pool.db)
}
