import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import postgres from 'postgres'
import { derivedLoginUrls } from '../../db/derived-secrets.ts'
import { listMigrations, migrate } from '../../db/migrate.ts'
import { type EmbeddedPostgres, startEmbeddedPostgres } from '../../scripts/postgres/embedded-postgres.ts'
import { isAlive } from '../../scripts/postgres/postmaster.ts'

/** The secret of every test: roles belong to the whole server, so runs side by side must agree on their passwords. */
export const TEST_SECRET = 'a secret only the tests of accord know'

const RUN_NAME = 'accord-test-run'
const LOCK = 4_110_977_204

export interface TestServer {
  /** The administrator's connection; the database in it is the template. */
  templateUrl: string
  template: string
  /** Begins the name of each clone of this run. */
  prefix: string
  close(): Promise<void>
}

/**
 * One server for all test runs of a checkout, TEST_DATABASE_URL or an embedded one, with a migrated template
 * database for each state of the migrations. Runs side by side share it; the last one out stops it.
 */
export async function openTestServer(): Promise<TestServer> {
  const embedded = process.env.TEST_DATABASE_URL ? undefined : await startTestPostgres()
  const serverUrl = withDatabase(embedded?.url ?? process.env.TEST_DATABASE_URL ?? '', 'postgres')
  const sql = postgres(serverUrl, { max: 1, onnotice: () => {}, connection: { application_name: RUN_NAME } })
  const template = `accord_template_${await schemaHash()}`
  await makeTemplate(sql, serverUrl, template)
  await dropLeftOvers(sql)
  const prefix = `accord_test_${process.pid}_`
  const close = () => closeRun(sql, { prefix, template }, embedded)
  return { templateUrl: withDatabase(serverUrl, template), template, prefix, close }
}

/** `url` with another database in it. */
export function withDatabase(url: string, database: string): string {
  const other = new URL(url)
  other.pathname = `/${database}`
  return other.href
}

async function startTestPostgres() {
  const folder = resolve(process.env.TEST_DATA_DIR ?? '.data/test', 'postgres')
  return startEmbeddedPostgres({ folder, durable: false, whenRunning: 'reuse' })
}

async function schemaHash() {
  const hash = createHash('sha256').update(TEST_SECRET)
  for (const file of await listMigrations()) hash.update(file.sha256)
  for (const source of ['migrate.ts', 'roles.ts', 'derived-secrets.ts'])
    hash.update(await readFile(new URL(`../../db/${source}`, import.meta.url)))
  return hash.digest('hex').slice(0, 12)
}

async function makeTemplate(sql: postgres.Sql, serverUrl: string, template: string) {
  await sql`select pg_advisory_lock(${LOCK})`
  try {
    const [known] = await sql`select 1 from pg_database where datname = ${template}`
    if (known) return
    const part = `${template}_part`
    const partUrl = withDatabase(serverUrl, part)
    await sql.unsafe(`drop database if exists ${part} with (force)`)
    await sql.unsafe(`create database ${part}`)
    await migrate({ databaseUrl: partUrl, secret: TEST_SECRET, ...derivedLoginUrls(partUrl, TEST_SECRET) })
    await sql.unsafe(`alter database ${part} rename to ${template}`)
  } finally {
    await sql`select pg_advisory_unlock(${LOCK})`
  }
}

/** Clones of runs that were killed. */
async function dropLeftOvers(sql: postgres.Sql) {
  const databases = await sql<{ name: string; idle: boolean }[]>`
    select datname as name, not exists (select 1 from pg_stat_activity where datid = d.oid) as idle
    from pg_database d where datname like 'accord\\_test\\_%'`
  for (const { name, idle } of databases) {
    const pid = Number(name.split('_')[2])
    if (idle && !isAlive(pid)) await dropQuietly(sql, name)
  }
}

async function closeRun(
  sql: postgres.Sql,
  { prefix, template }: { prefix: string; template: string },
  embedded: EmbeddedPostgres | undefined,
) {
  const clones = await sql<{ name: string }[]>`
    select datname as name from pg_database where starts_with(datname, ${prefix})`
  for (const { name } of clones) await dropQuietly(sql, name)
  const [others] = await sql<{ count: number }[]>`
    select count(*)::int as count from pg_stat_activity
    where application_name = ${RUN_NAME} and pid <> pg_backend_pid()`
  if (others?.count === 0) await dropOlderTemplates(sql, template)
  await sql.end({ timeout: 5 })
  if (others?.count === 0) await embedded?.stop()
}

/** Only by the last run: another one may stand on older migrations. */
async function dropOlderTemplates(sql: postgres.Sql, current: string) {
  const older = await sql<{ name: string }[]>`
    select datname as name from pg_database where starts_with(datname, 'accord_template_') and datname <> ${current}`
  for (const { name } of older) await dropQuietly(sql, name)
}

async function dropQuietly(sql: postgres.Sql, name: string) {
  await sql.unsafe(`drop database if exists ${name} with (force)`).catch(() => {})
}
