import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import postgres from 'postgres'
import { explainDatabaseError } from './database-error.ts'
import { contextKey, type LoginUrls } from './derived-secrets.ts'
import { fillSearchKeys } from './fill-search-keys.ts'
import { Obstacle } from './obstacle.ts'
import { prepareRoles } from './roles.ts'

const MIGRATIONS = new URL('./migrations/', import.meta.url)
const LOCK = 4_110_977_203
const OLDEST_SERVER = 150_000

/** Steps that a migration cannot express in SQL. A step runs after its file, in the same transaction. */
const FILLS: Readonly<Record<string, (sql: postgres.TransactionSql) => Promise<void>>> = {
  '0024_search_keys.sql': fillSearchKeys,
}

export interface MigrationFile {
  name: string
  text: string
  sha256: string
}

export interface MigrateInput extends LoginUrls {
  /** The URL of the administrator, who owns the database and may create roles. */
  databaseUrl: string
  /** ACCORD_SECRET. The key that signs contexts is derived from it. */
  secret: string
  say?: (line: string) => void
}

/**
 * Brings a database to this release: roles, schemas, SQL files not yet applied, signing key. It can be repeated, and
 * two processes may run it at the same time.
 * @returns the names of the files applied now
 * @throws Obstacle when the server is too old or away, or when an applied file has changed
 */
export async function migrate(input: MigrateInput): Promise<string[]> {
  const sql = postgres(input.databaseUrl, { max: 1, connect_timeout: 10, onnotice: () => {} })
  try {
    await requireVersion(sql)
    await sql`select pg_advisory_lock(${LOCK})`
    await prepareRoles(sql, input)
    const pending = await pendingOf(sql, await listMigrations())
    for (const file of pending) {
      input.say?.(`Applying ${file.name}`)
      await applyMigration(sql, file)
    }
    await storeContextKey(sql, contextKey(input.secret))
    return pending.map((file) => file.name)
  } catch (error) {
    const known = explainDatabaseError(error, input.databaseUrl)
    throw known instanceof postgres.PostgresError && known.code === '42501' ? notAnAdministrator() : known
  } finally {
    await sql.end({ timeout: 5 })
  }
}

function notAnAdministrator() {
  return new Obstacle('DATABASE_URL must be the connection of an administrator, who may make roles and tables.')
}

/** The SQL files of this release, in order. */
export async function listMigrations(): Promise<MigrationFile[]> {
  const names = (await readdir(MIGRATIONS)).filter((name) => /^\d+.*\.sql$/.test(name)).sort()
  const texts = await Promise.all(names.map((name) => readFile(new URL(name, MIGRATIONS), 'utf8')))
  return names.map((name, at) => ({ name, text: texts[at] ?? '', sha256: sha256(texts[at] ?? '') }))
}

/** Migrations that the database has not applied. @throws Obstacle when an applied file has changed */
export async function pendingOf(sql: postgres.Sql, files: MigrationFile[]): Promise<MigrationFile[]> {
  const [table] = await sql`select to_regclass('app.migration') is not null as exists`
  if (!table?.exists) return files
  const rows = await sql<{ name: string; sha256: string }[]>`select name, sha256 from app.migration`
  const applied = new Map(rows.map((row) => [row.name, row.sha256]))
  const changed = files.find((file) => applied.has(file.name) && applied.get(file.name) !== file.sha256)
  if (changed)
    throw new Obstacle(`${changed.name} was changed after this database applied it: put the change into a new file.`)
  return files.filter((file) => !applied.has(file.name))
}

/** Whether `migrate` has never run on this database. */
export async function isNeverMigrated(databaseUrl: string): Promise<boolean> {
  const sql = postgres(databaseUrl, { max: 1, connect_timeout: 10, onnotice: () => {} })
  try {
    const [table] = await sql`select to_regclass('app.migration') is not null as exists`
    return !table?.exists
  } catch (error) {
    throw explainDatabaseError(error, databaseUrl)
  } finally {
    await sql.end({ timeout: 5 })
  }
}

async function applyMigration(sql: postgres.Sql, file: MigrationFile) {
  await sql.begin(async (tx) => {
    await tx`set local role portal_owner`
    await tx.unsafe(file.text)
    await FILLS[file.name]?.(tx)
    await tx`insert into app.migration (name, sha256) values (${file.name}, ${file.sha256})`
  })
}

async function storeContextKey(sql: postgres.Sql, key: string) {
  const [table] = await sql`select to_regclass('app.secret') is not null as exists`
  if (!table?.exists) return
  await sql.begin(async (tx) => {
    await tx`set local role portal_owner`
    await tx`insert into app.secret (name, value) values ('context', ${key})
             on conflict (name) do update set value = excluded.value`
  })
}

async function requireVersion(sql: postgres.Sql) {
  const [server] = await sql`select current_setting('server_version_num')::int as number, version() as words`
  if (server?.number < OLDEST_SERVER)
    throw new Obstacle(`PostgreSQL 15 or newer is needed; this server is ${server?.words}.`)
}

function sha256(text: string) {
  return createHash('sha256').update(text).digest('hex')
}
