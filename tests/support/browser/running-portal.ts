import { type ChildProcess, fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { afterAll } from 'vitest'
import { freePort } from '../../../scripts/postgres/postmaster.ts'
import { type TestDatabase, testDatabase } from '../test-database.ts'

const WEB = fileURLToPath(new URL('../../../scripts/web.ts', import.meta.url))
const STARTS_WITHIN_MS = 30_000

export interface RunningPortal {
  origin: string
  port: number
  database: TestDatabase
  /** Everything the process has said so far, logs and errors. */
  output: () => string
  process: ChildProcess
  stop(): Promise<void>
}

/**
 * The built portal in a process of its own, on a database of this file. It listens when this resolves and is stopped
 * after the file.
 * @param extra environment, such as `{ ACCORD_DEMO: '1' }`
 */
export async function runningPortal(extra: Record<string, string> = {}, given?: TestDatabase): Promise<RunningPortal> {
  const database = given ?? (await testDatabase())
  const port = await freePort(0)
  const origin = `http://localhost:${port}`
  const child = fork(WEB, [], { env: environmentOf(database, port, origin, extra), silent: true })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => (output += chunk))
  const stop = () => stopChild(child)
  afterAll(stop)
  await answers(`${origin}/healthz`, child, () => output)
  return { origin, port, database, output: () => output, process: child, stop }
}

function environmentOf(database: TestDatabase, port: number, origin: string, extra: Record<string, string>) {
  const { PATH, TZ, NODE_COMPILE_CACHE } = process.env
  return {
    PATH,
    TZ,
    NODE_COMPILE_CACHE,
    NODE_ENV: 'production' as const,
    PORT: String(port),
    ORIGIN: origin,
    APP_DATABASE_URL: database.appUrl,
    MAP_DATABASE_URL: database.mapUrl,
    ACCORD_SECRET: database.secret,
    DATA_DIR: process.env.DATA_DIR,
    ACCORD_DEMO: '0',
    LOG_LEVEL: 'info',
    ...extra,
  }
}

async function answers(url: string, child: ChildProcess, output: () => string) {
  const deadline = Date.now() + STARTS_WITHIN_MS
  while (Date.now() < deadline && child.exitCode === null) {
    const answer = await fetch(url).catch(() => undefined)
    if (answer?.ok) return
    await new Promise((resolve) => setTimeout(resolve, 25))
  }
  throw new Error(`The portal did not start:\n${output()}`)
}

function stopChild(child: ChildProcess) {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve()
  return new Promise<void>((resolve) => {
    child.once('exit', () => resolve())
    child.kill('SIGTERM')
  })
}
