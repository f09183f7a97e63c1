import { rmSync } from 'node:fs'
import postgres from 'postgres'
import { loadDemo } from '../../app/demo/load-demo.ts'
import { derivedLoginUrls } from '../../db/derived-secrets.ts'
import { migrate } from '../../db/migrate.ts'
import { Obstacle } from '../../db/obstacle.ts'
import { anchorFileOf } from '../audit-anchors.ts'
import { readSettings } from '../environment.ts'
import { openDatabase } from '../postgres/open-database.ts'
import { say } from '../say.ts'

const NEXT = 'accord_next'

/**
 * `accord demo reset`: loads the stories into a new database and replaces the old one with it. If the reset fails
 * half-way, nothing has changed.
 * @throws Obstacle when DATABASE_URL is set
 */
export async function resetDemo({ json }: { json: boolean }): Promise<void> {
  const settings = readSettings()
  if (settings.databaseUrl)
    throw new Obstacle('`demo reset` is only for the demo’s own database. DATABASE_URL is set, so nothing was changed.')
  const startedAt = performance.now()
  const database = await openDatabase(settings, 'reuse')
  const server = postgres(withName(database.databaseUrl, 'postgres'), { max: 1, onnotice: () => {} })
  try {
    say('Loading the stories of the demo partnership')
    const counts = await loadAgain(server, database)
    await keepQueues(database.databaseUrl)
    await replaceOld(server)
    // The anchors belong to the deleted log.
    rmSync(anchorFileOf(settings.dataDir, { demo: true }), { force: true })
    const seconds = Math.round((performance.now() - startedAt) / 100) / 10
    process.stdout.write(json ? `${JSON.stringify({ ...counts, seconds })}\n` : inWords(counts, seconds))
  } finally {
    await server.end({ timeout: 5 })
    await database.close()
  }
}

interface DemoCounts {
  agencies: number
  people: number
  cases: number
  referrals: number
}

async function loadAgain(
  server: postgres.Sql,
  { databaseUrl: old, secret }: { databaseUrl: string; secret: string },
): Promise<DemoCounts> {
  await server.unsafe(`drop database if exists ${NEXT} with (force)`)
  await server.unsafe(`create database ${NEXT}`)
  const databaseUrl = withName(old, NEXT)
  const urls = derivedLoginUrls(databaseUrl, secret)
  await migrate({ databaseUrl, secret, ...urls })
  await loadDemo({ ...urls, secret, now: new Date() })
  return count(databaseUrl)
}

async function count(databaseUrl: string): Promise<DemoCounts> {
  const sql = postgres(databaseUrl, { max: 1, onnotice: () => {} })
  try {
    const [counts] = await sql<DemoCounts[]>`
      select (select count(*) from agency)::int as agencies, (select count(*) from staff where active)::int as people,
        (select count(*) from case_file)::int as cases, (select count(*) from referral)::int as referrals`
    if (!counts) throw new Error('Nothing was counted.')
    return counts
  } finally {
    await sql.end({ timeout: 5 })
  }
}

/** Copies the queues and schedules of a running worker, which then looks for them in the new database. */
async function keepQueues(old: string): Promise<void> {
  const [from, to] = [old, withName(old, NEXT)].map((url) => postgres(url, { max: 1, onnotice: () => {} }))
  if (!from || !to) return
  try {
    for (const table of ['queue', 'schedule']) {
      const [known] = await from`select to_regclass(${`pgboss.${table}`}) is not null as exists`
      const rows = known?.exists ? await from`select * from ${from(`pgboss.${table}`)}` : []
      for (const row of rows) await to`insert into ${to(`pgboss.${table}`)} ${to(row)} on conflict do nothing`
    }
  } finally {
    await Promise.all([from, to].map((sql) => sql.end({ timeout: 5 })))
  }
}

/** Connections are refused first, so that no process reconnects to the old database before it is dropped. */
async function replaceOld(server: postgres.Sql): Promise<void> {
  await server`alter database accord with allow_connections false`
  await server`drop database accord with (force)`
  await server`select pg_terminate_backend(pid) from pg_stat_activity where datname = ${NEXT}`
  await server.unsafe(`alter database ${NEXT} rename to accord`)
}

function inWords({ agencies, people, cases, referrals }: DemoCounts, seconds: number): string {
  return `${agencies} agencies, ${people} people, ${cases} cases and ${referrals} referrals loaded again in ${seconds} s. Everyone must sign in again.\n`
}

function withName(url: string, database: string): string {
  const other = new URL(url)
  other.pathname = `/${database}`
  return other.href
}
