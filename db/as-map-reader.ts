import { drizzle, type PostgresJsDatabase } from 'drizzle-orm/postgres-js'
import postgres from 'postgres'
import type { Tx } from './as-actor.ts'

let pool: { client: postgres.Sql; db: PostgresJsDatabase } | undefined

/** Opens the map's own few connections. Its login reads what is published and nothing else. */
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

/**
 * Runs `fn` as the map: whatever it does wrong, no incident, case or client exists for it. Who may look at the map has
 * been asked before.
 */
export function asMapReader<Value>(fn: (db: Tx) => Promise<Value>): Promise<Value> {
  if (!pool) throw new Error('The pool of the map is not open: is MAP_DATABASE_URL set?')
  return fn(pool.db)
}
