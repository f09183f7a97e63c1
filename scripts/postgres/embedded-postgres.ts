import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import {
  chownSync,
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { join, resolve } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import postgres from 'postgres'
import { Obstacle } from '../../db/obstacle.ts'
import { type PostgresHome, settlePostgres } from './postgres-account.ts'
import { nativePostgres } from './postgres-native.ts'
import { freePort, readPostmaster, runningPostmaster, stopPostmaster } from './postmaster.ts'

export interface EmbeddedOptions {
  /** The folder for the data. It is created if it does not exist. */
  folder: string
  /** The wanted port. By default the port of the last start, otherwise any free one. */
  port?: number | undefined
  /** false switches fsync off, for tests only. */
  durable?: boolean
  /** What to do with a server that already runs on these data. */
  whenRunning?: 'reuse' | 'replace'
  say?: (line: string) => void
}

export interface EmbeddedPostgres {
  /** The administrator's URL of the database `accord`. */
  url: string
  pid: number
  reused: boolean
  /** Resolves when the server ends, for any reason. */
  exited: Promise<void>
  stop(): Promise<void>
}

const MAJOR = '18'
const LOG_LIMIT_BYTES = 10_000_000
const ATTEMPTS = 40
// Only this error is cured by another port.
const PORT_TAKEN = /Address already in use|could not bind/
const OLD_SESSIONS_ENDING = /pre-existing shared memory|is another postmaster/

/**
 * Starts PostgreSQL 18 from npm on 127.0.0.1. Its data stay in `folder`.
 * @throws Obstacle when it cannot run here: full disk, foreign data, no binaries for this machine
 */
export async function startEmbeddedPostgres(options: EmbeddedOptions): Promise<EmbeddedPostgres> {
  const folder = resolve(options.folder)
  makeFolder(folder)
  const place = settlePostgres(folder, nativePostgres())
  const data = join(place.home, 'data')
  const password = passwordOf(folder, data)
  const running = runningPostmaster(data)
  if (running && options.whenRunning === 'reuse') return handleOf(await untilReady(data), password, true)
  if (running) await stopPostmaster(running.pid)
  if (!existsSync(data)) {
    options.say?.('Creating a database (once)')
    initialise(place, data, password, options.durable ?? true)
  }
  requireMajor(data)
  return handleOf(await launch(place, data, folder, options), password, false)
}

function makeFolder(folder: string) {
  try {
    mkdirSync(folder, { recursive: true })
  } catch (error) {
    throw new Obstacle(
      `The data folder ${folder} cannot be created (${codeOf(error)}). Free some space or set DATA_DIR.`,
    )
  }
}

function passwordOf(folder: string, data: string) {
  const file = join(folder, 'password')
  if (existsSync(file)) return readFileSync(file, 'utf8').trim()
  if (existsSync(data))
    throw new Obstacle(`${file} is missing although the data exist. Restore it, or remove ${folder} to start again.`)
  const password = randomBytes(24).toString('base64url')
  writeFileSync(file, `${password}\n`, { mode: 0o600 })
  return password
}

/** Works in another folder first and renames it at the end, so that an interrupted start never looks finished. */
function initialise(place: PostgresHome, data: string, password: string, durable: boolean) {
  const part = `${data}.part`
  const passwordFile = join(place.home, 'initdb-password')
  rmSync(part, { recursive: true, force: true })
  writeFileSync(passwordFile, password, { mode: 0o600 })
  if (place.account) chownSync(passwordFile, place.account.uid, place.account.gid)
  const flags = ['--username=postgres', '--auth=scram-sha-256', `--pwfile=${passwordFile}`, '--encoding=UTF8']
  const locale = ['--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--no-instructions']
  const sync = durable ? [] : ['--no-sync']
  const run = spawnSync(join(place.native, 'bin', 'initdb'), ['-D', part, ...flags, ...locale, ...sync], {
    ...surroundings(place),
    encoding: 'utf8',
  })
  rmSync(passwordFile, { force: true })
  if (run.status !== 0) {
    rmSync(part, { recursive: true, force: true })
    throw explain(`${run.stdout}\n${run.stderr}\n${run.error?.message ?? ''}`, 'initdb')
  }
  renameSync(part, data)
}

function requireMajor(data: string) {
  const major = readFileSync(join(data, 'PG_VERSION'), 'utf8').trim()
  if (major !== MAJOR)
    throw new Obstacle(
      `The data in ${data} are of PostgreSQL ${major}, this release runs ${MAJOR}: dump and restore them.`,
    )
}

async function launch(place: PostgresHome, data: string, folder: string, options: EmbeddedOptions) {
  const log = join(folder, 'postgres.log')
  const portFile = join(folder, 'port')
  let wanted = options.port ?? (existsSync(portFile) ? Number(readFileSync(portFile, 'utf8')) : 0)
  for (let attempt = 1; ; attempt++) {
    const port = await freePort(wanted)
    const from = rotate(log)
    const child = spawnServer(place, data, port, log, options.durable ?? true)
    if (await becomesReady(child, data, options)) {
      writeFileSync(portFile, `${port}\n`)
      return { pid: child.pid ?? 0, port, ready: true, child }
    }
    const said = readFileSync(log).subarray(from).toString()
    if (attempt === ATTEMPTS || !(PORT_TAKEN.test(said) || OLD_SESSIONS_ENDING.test(said))) throw explain(said, log)
    if (PORT_TAKEN.test(said)) wanted = 0
    await pause(250)
  }
}

function spawnServer(place: PostgresHome, data: string, port: number, log: string, durable: boolean) {
  const settings = {
    listen_addresses: '127.0.0.1',
    port,
    unix_socket_directories: '',
    max_connections: 200,
    // A DETAIL line would repeat the values of a row, and client data must not be in a log.
    log_error_verbosity: 'terse',
    ...(durable ? {} : { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }),
  }
  const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  const output = openSync(log, 'a', 0o600)
  // Detached, so that Ctrl-C reaches only this process, which lets running requests finish before it stops the
  // database.
  const child = spawn(join(place.native, 'bin', 'postgres'), ['-D', data, ...flags], {
    ...surroundings(place),
    detached: true,
    stdio: ['ignore', output, output],
  })
  closeSync(output)
  return child
}

/** False if the server ended before it was ready. Crash recovery may take a long time. */
async function becomesReady(child: ChildProcess, data: string, options: EmbeddedOptions) {
  let ended = false
  child.once('exit', () => {
    ended = true
  })
  child.once('error', () => {
    ended = true
  })
  for (let waited = 0; !ended; waited++) {
    const postmaster = readPostmaster(data)
    if (postmaster?.ready && postmaster.pid === child.pid) return true
    if (waited % 200 === 199) options.say?.('Waiting for the database to finish its recovery')
    await pause(25)
  }
  return false
}

async function untilReady(data: string) {
  for (;;) {
    const running = runningPostmaster(data)
    if (!running) throw new Obstacle(`The database in ${data} was being stopped. Try again.`)
    if (running.ready) return running
    await pause(25)
  }
}

async function handleOf(
  server: { pid: number; port: number; child?: ChildProcess },
  password: string,
  reused: boolean,
): Promise<EmbeddedPostgres> {
  const url = urlOf(server.port, password)
  await createDatabase(url)
  const exited = new Promise<void>((resolve) => server.child?.once('exit', () => resolve()))
  server.child?.unref()
  return { url, pid: server.pid, reused, exited, stop: () => stopPostmaster(server.pid) }
}

async function createDatabase(url: string) {
  const sql = postgres(url.replace(/\/accord$/, '/postgres'), { max: 1, onnotice: () => {} })
  try {
    const [known] = await sql`select 1 from pg_database where datname = 'accord'`
    if (!known) await sql`create database accord`
  } finally {
    await sql.end({ timeout: 5 })
  }
}

function urlOf(port: number, password: string) {
  return `postgres://postgres:${password}@127.0.0.1:${port}/accord`
}

/** The environment of the server, without the operator's own PG* variables and locale. */
function surroundings(place: PostgresHome) {
  return {
    ...place.account,
    cwd: place.home,
    env: { NODE_ENV: 'production' as const, PATH: process.env.PATH, LC_ALL: 'C', TZ: 'UTC' },
  }
}

/** The position where new lines of the log begin. A long log is replaced. */
function rotate(log: string) {
  if (!existsSync(log)) return 0
  const { size } = statSync(log)
  if (size < LOG_LIMIT_BYTES) return size
  renameSync(log, `${log}.1`)
  return 0
}

function explain(said: string, source: string) {
  if (/No space left on device/.test(said)) return new Obstacle('The disk is full. Free some space and start again.')
  const last = said.split('\n').filter((line) => /FATAL|PANIC|error/i.test(line))
  return new Obstacle(`PostgreSQL did not start: ${last.at(-1)?.trim() ?? 'no reason given'} (${source}).`)
}

function codeOf(error: unknown) {
  return error instanceof Error && 'code' in error ? error.code : String(error)
}
