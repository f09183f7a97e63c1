import { type ChildProcess, fork } from 'node:child_process'
import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import postgres from 'postgres'
import { openPool } from '../../db/as-actor.ts'
import { contextKey, derivedLoginUrls, type LoginUrls } from '../../db/derived-secrets.ts'
import { migrate } from '../../db/migrate.ts'
import { startEmbeddedPostgres } from '../../scripts/postgres/embedded-postgres.ts'
import { freePort } from '../../scripts/postgres/postmaster.ts'

export const BENCH_SECRET = 'a secret only the bench of accord knows'

const WEB = fileURLToPath(new URL('../../scripts/web.ts', import.meta.url))
const BARE = fileURLToPath(new URL('./bare-server.ts', import.meta.url))
const STARTS_WITHIN_MS = 30_000

export interface BenchDatabase extends LoginUrls {
  adminUrl: string
  admin: postgres.Sql
}

/** A PostgreSQL of the bench's own that really writes to disk, as in production. */
export async function startBenchPostgres() {
  return startEmbeddedPostgres({ folder: resolve('.data/bench/postgres'), whenRunning: 'replace' })
}

/** A fresh, migrated database on that server. */
export async function makeDatabase(serverUrl: string, name: string): Promise<BenchDatabase> {
  const server = postgres(serverUrl, { max: 1, onnotice: () => {} })
  await server.unsafe(`drop database if exists ${name} with (force)`)
  await server.unsafe(`create database ${name}`)
  await server.end()
  const url = new URL(serverUrl)
  url.pathname = `/${name}`
  const adminUrl = url.href
  const urls = derivedLoginUrls(adminUrl, BENCH_SECRET)
  await migrate({ databaseUrl: adminUrl, secret: BENCH_SECRET, ...urls })
  return { adminUrl, ...urls, admin: postgres(adminUrl, { max: 4, onnotice: () => {} }) }
}

/** Lets this process act on a database, with a login of it. */
export function openBenchPool(url: string, onStatement?: (text: string, params: unknown[]) => void) {
  // What reads its surroundings finds them here; the servers get their own.
  Object.assign(process.env, { ACCORD_SECRET: BENCH_SECRET, APP_DATABASE_URL: url, ORIGIN: 'http://localhost:3000' })
  openPool({ url, contextKey: contextKey(BENCH_SECRET), ...(onStatement ? { onStatement } : {}) })
}

export interface Served {
  origin: string
  stop: () => void
}

/** One web process of the built portal on a database. */
export function servePortal({ appUrl, mapUrl }: BenchDatabase): Promise<Served> {
  return serve(WEB, {
    APP_DATABASE_URL: appUrl,
    MAP_DATABASE_URL: mapUrl,
    ACCORD_SECRET: BENCH_SECRET,
    LOG_LEVEL: 'error',
    WRITES_PER_MINUTE: '1000000',
  })
}

/** The floor: a bare node:http server that runs one statement for each request and answers its rows as JSON. */
export function serveBare(url: string, statement: Statement): Promise<Served> {
  return serve(BARE, { BARE_DATABASE_URL: url, BARE_STATEMENT: JSON.stringify(statement) })
}

export interface Statement {
  text: string
  params: unknown[]
}

async function serve(script: string, env: Record<string, string>): Promise<Served> {
  const port = await freePort(0)
  const origin = `http://localhost:${port}`
  const child = fork(script, [], {
    env: { PATH: process.env.PATH, NODE_ENV: 'production', PORT: String(port), ORIGIN: origin, ...env },
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  })
  process.once('exit', () => child.kill('SIGKILL'))
  await answers(`${origin}/healthz`, child)
  return { origin, stop: () => child.kill('SIGTERM') }
}

async function answers(url: string, child: ChildProcess) {
  const deadline = Date.now() + STARTS_WITHIN_MS
  while (Date.now() < deadline && child.exitCode === null) {
    const answer = await fetch(url).catch(() => undefined)
    if (answer?.ok) return
    await new Promise((done) => setTimeout(done, 50))
  }
  throw new Error('A server of the bench did not start.')
}
