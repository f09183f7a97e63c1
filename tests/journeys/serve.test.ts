import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, globSync, mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import postgres from 'postgres'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { freePort, isAlive } from '../../scripts/postgres/postmaster.ts'
import { type TestDatabase, testDatabase } from '../support/test-database.ts'

const SERVE = fileURLToPath(new URL('../../scripts/serve.ts', import.meta.url))
const LISTENING = /"pid":(\d+),"port":\d+,"msg":"web process listening"/g

const folder = mkdtempSync(join(tmpdir(), 'accord-serve-'))
let database: TestDatabase
let port: number
let served: ChildProcess
let output = ''

beforeAll(async () => {
  database = await testDatabase()
  port = await freePort(0)
  served = serve({ DATABASE_URL: database.adminUrl })
  await until(() => webProcesses().length === 2)
}, 300_000)

afterAll(() => served.kill('SIGKILL'))

function serve(own: Record<string, string>) {
  const env = {
    PATH: process.env.PATH,
    NODE_ENV: 'production' as const,
    PORT: String(port),
    ORIGIN: `http://localhost:${port}`,
    ACCORD_SECRET: database.secret,
    WEB_PROCESSES: '2',
    DATA_DIR: folder,
    ...own,
  }
  const child = fork(SERVE, [], { env, silent: true })
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => (output += chunk))
  return child
}

function webProcesses() {
  return [...output.matchAll(LISTENING)].map((match) => Number(match[1])).filter(isAlive)
}

async function until(holds: () => boolean | Promise<boolean>) {
  while (!(await holds())) {
    if (served.exitCode !== null) throw new Error(`It ended early:\n${output}`)
    await pause(20)
  }
}

function get(path: string) {
  return fetch(`http://localhost:${port}${path}`, { headers: { Connection: 'close' } })
}

/** Processes of other tests end between the listing and the reading: of one that is gone there is nothing to read. */
function ofProcess(file: string) {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    if (['ENOENT', 'ESRCH'].includes((error as NodeJS.ErrnoException).code ?? '')) return ''
    throw error
  }
}

test('no process that answers the world knows the administrator of the database', () => {
  const environments = globSync('/proc/[0-9]*/stat')
    .filter((file) => ofProcess(file).split(') ')[1]?.split(' ')[1] === String(served.pid))
    .map((file) => ofProcess(file.replace('stat', 'environ')))
  if (existsSync('/proc/self/environ')) expect(environments.length).toBeGreaterThanOrEqual(2)
  for (const environment of environments) expect(environment).not.toContain('\0DATABASE_URL=')
})

test('a web process that is killed is replaced, and the other one answers in the meantime', async () => {
  const [first = 0] = webProcesses()
  process.kill(first, 'SIGKILL')
  await until(async () => (await get('/healthz').catch(() => undefined))?.status === 200)
  await until(() => webProcesses().length === 2)
  expect(webProcesses()).not.toContain(first)
  expect((await get('/readyz')).status).toBe(200)
})

test('asked to stop, it ends well and leaves nothing behind', async () => {
  const ended = once(served, 'exit')
  const children = webProcesses()
  served.kill('SIGTERM')
  expect(await ended).toEqual([0, null])
  expect(children.filter(isAlive)).toEqual([])
})

test('it anchors the logs each hour, and warns that the anchors are kept in the data folder', async () => {
  expect(output).toContain('Warning: AUDIT_ANCHOR_FILE is not set, so the end of each log is written to ')
  const sql = postgres(database.adminUrl, { max: 1 })
  const anchoring = () => sql`select cron from pgboss.schedule where name = 'anchor'`
  await until(async () => (await anchoring()).length === 1)
  expect(await anchoring()).toEqual([{ cron: '0 * * * *' }])
  await sql.end()
})

test('without SMTP_URL it warns that no mail leaves the portal', () => {
  expect(output).toContain('Warning: SMTP_URL is not set, so no mail leaves the portal. Each mail is saved in ')
})

const WRONG: { why: string; set: () => Record<string, string>; says: string }[] = [
  {
    why: 'an address without its scheme',
    set: () => ({ ORIGIN: 'accord.example' }),
    says: 'ORIGIN must be the public address',
  },
  {
    why: 'a host of another machine',
    set: () => ({ HOST: '203.0.113.255' }),
    says: 'HOST 203.0.113.255 is not an address of this machine',
  },
  {
    why: 'a login of another kind',
    set: () => ({ MAP_DATABASE_URL: database.appUrl }),
    says: 'MAP_DATABASE_URL must name the login',
  },
  {
    why: 'a secret of another database',
    set: () => ({ ACCORD_SECRET: 'x'.repeat(40) }),
    says: 'The database does not know this ACCORD_SECRET',
  },
]

test.each(WRONG)('$why is reported in one sentence, without the place in the code', async ({ set, says }) => {
  output = ''
  const settings = { DATABASE_URL: database.adminUrl, PORT: String(await freePort(0)), ...set() }
  const [code] = await once(serve(settings), 'exit')
  expect(code).toBe(1)
  expect(output.trim().split('\n')).toHaveLength(1)
  expect(output).toContain(says)
})

test('without a database it says in one sentence what it needs', async () => {
  output = ''
  const [code] = await once(serve({}), 'exit')
  expect([code, output.trim()]).toEqual([
    1,
    'npm run serve needs DATABASE_URL, or APP_DATABASE_URL, WORKER_DATABASE_URL and MAP_DATABASE_URL; npm start runs the demo.',
  ])
})
