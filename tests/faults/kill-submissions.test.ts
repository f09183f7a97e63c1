import { type ChildProcess, spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import postgres from 'postgres'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { startSession } from '../../app/access/session.server.ts'
import { closePool, openPool } from '../../db/as-actor.ts'
import { contextKey, derivedLoginUrls } from '../../db/derived-secrets.ts'
import { migrate } from '../../db/migrate.ts'
import { buildPortal } from '../../scripts/build.ts'
import { type EmbeddedPostgres, startEmbeddedPostgres } from '../../scripts/postgres/embedded-postgres.ts'
import { freePort } from '../../scripts/postgres/postmaster.ts'

const KILLS = 100
const CLIENTS = 8
const BACK_WITHIN_MS = 5_000
const SECRET = 'a secret only the kill test of accord knows'
const SERVE = fileURLToPath(new URL('../../scripts/serve.ts', import.meta.url))

const home = mkdtempSync(join(fileURLToPath(new URL('../../.data/', import.meta.url)), 'faults-'))
const folder = join(home, 'postgres')

let server: EmbeddedPostgres
let portal: ChildProcess
let origin: string
let cookie: string

beforeAll(async () => {
  await buildPortal()
  server = await startEmbeddedPostgres({ folder, durable: true })
  await migrate({ databaseUrl: server.url, secret: SECRET, ...logins() })
  const port = await freePort(0)
  origin = `http://localhost:${port}`
  cookie = await signedIn()
  portal = serve(port)
  await answersAgain()
})

afterAll(async () => {
  portal.kill('SIGTERM')
  await pause(1_000)
  await server.stop()
  rmSync(home, { recursive: true, force: true })
})

function logins() {
  return derivedLoginUrls(server.url, SECRET)
}

/** One case worker of one agency, and the cookie of their session. */
async function signedIn() {
  Object.assign(process.env, { ACCORD_SECRET: SECRET, ORIGIN: origin, APP_DATABASE_URL: logins().appUrl })
  const [agencyId, staffId] = [randomUUID(), randomUUID()]
  const admin = postgres(server.url, { max: 1 })
  await admin`insert into agency (agency_id, kind, name, initials, duty_email)
    values (${agencyId}, 'social_landlord', 'Harthill Bridge Homes', 'HB', 'duty@example.org')`
  await admin`insert into staff (agency_id, staff_id, name, email, email_key, role)
    values (${agencyId}, ${staffId}, 'Sam', 'sam@example.org', 'sam@example.org', 'case_worker')`
  await admin.end()
  openPool({ url: logins().appUrl, contextKey: contextKey(SECRET) })
  const started = await startSession({ agencyId, staffId }, { confined: false })
  await closePool()
  return started.cookie.split(';', 1)[0] ?? ''
}

/** What the supervisor said, for the case that it gave up. */
let said = ''

function serve(port: number) {
  const child = spawn(process.execPath, [SERVE], {
    env: {
      PATH: process.env.PATH,
      NODE_ENV: 'production',
      DATABASE_URL: server.url,
      ACCORD_SECRET: SECRET,
      ORIGIN: origin,
      PORT: String(port),
      DATA_DIR: home,
      WEB_PROCESSES: '1',
      WRITES_PER_MINUTE: '1000000',
      LOG_LEVEL: 'silent',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (said += chunk))
  return child
}

/** Milliseconds until the portal says that it is ready. */
async function answersAgain(): Promise<number> {
  const startedAt = performance.now()
  for (;;) {
    const answer = await fetch(`${origin}/readyz`).catch(() => undefined)
    if (answer?.status === 200) return performance.now() - startedAt
    if (performance.now() - startedAt > 60_000) throw new Error(`The portal does not answer again:\n${said}`)
    await pause(20)
  }
}

interface Crowd {
  acknowledged: string[]
  repeats: number
  /** What was answered in place of an acknowledgement, by status; 0 is no answer. */
  refusals: Map<number, number>
  leave(): Promise<void>
}

/** Eight people who take reports, each repeating the same form until the portal acknowledges it. */
function crowd(): Crowd {
  let open = true
  const seen: Crowd = { acknowledged: [], repeats: 0, refusals: new Map(), leave: async () => undefined }
  const person = async () => {
    while (open) {
      const name = `Client ${randomUUID()}`
      const body = reportOf(name)
      for (let status = await send(body); status !== 303; status = await send(body)) {
        seen.repeats += 1
        seen.refusals.set(status, (seen.refusals.get(status) ?? 0) + 1)
        await pause(50)
      }
      seen.acknowledged.push(name)
    }
  }
  const people = Promise.all(Array.from({ length: CLIENTS }, person))
  seen.leave = async () => {
    open = false
    await people
  }
  return seen
}

function reportOf(clientName: string) {
  const who = { channel: 'phone', reporterRole: 'victim', clientName, phone: '07700 900000', samePerson: 'another' }
  const safe = { safeToCall: 'yes', safeToVoicemail: 'no', safeToText: 'no' }
  const what = { account: 'It happened.', strands: 'race', violence: 'no' }
  return new URLSearchParams({ ...who, ...safe, ...what, idempotencyKey: randomUUID() })
}

/** The status of the answer; 0 where there was none. */
async function send(body: URLSearchParams): Promise<number> {
  const headers = { Cookie: cookie, Origin: origin, 'Content-Type': 'application/x-www-form-urlencoded' }
  const signal = AbortSignal.timeout(10_000)
  const answer = await fetch(`${origin}/reports/new`, {
    method: 'POST',
    headers,
    body: body.toString(),
    redirect: 'manual',
    signal,
  }).catch(() => undefined)
  if (answer && answer.status < 500 && answer.status !== 303) throw new Error(`The portal answered ${answer.status}.`)
  return answer?.status ?? 0
}

async function expectEachOnce(names: string[]) {
  const admin = postgres(server.url, { max: 1 })
  const rows = await admin<{ name: string; many: number }[]>`
    select c.name, count(f.case_id)::int as many from client c left join case_file f using (agency_id, client_id) group by c.name`
  const [faults] = await admin`select count(*)::int as many from app.verify_log()`
  await admin.end()
  const stored = new Map(rows.map(({ name, many }) => [name, many]))
  expect(
    names.filter((name) => !stored.has(name)),
    'acknowledged and lost',
  ).toEqual([])
  expect(
    rows.filter(({ many }) => many !== 1),
    'doubled, or half written',
  ).toEqual([])
  expect(faults?.many, 'faults of the log').toBe(0)
}

it('loses and doubles nothing when PostgreSQL is killed while people submit, and is back within five seconds', async () => {
  const people = crowd()
  const waits: number[] = []
  const serving = childOf('web.ts')
  for (let kills = 0; kills < KILLS; kills++) {
    await pause(300 + Math.random() * 700)
    process.kill(server.pid, 'SIGKILL')
    await server.exited
    server = await startEmbeddedPostgres({ folder, durable: true })
    waits.push(await answersAgain())
  }
  await people.leave()
  report('PostgreSQL', people, waits)
  await expectEachOnce(people.acknowledged)
  expect(childOf('web.ts'), 'the web process that served before the first kill').toBe(serving)
  expect([...people.refusals.keys()].filter((status) => status !== 503 && status !== 0)).toEqual([])
  expect(Math.max(...waits)).toBeLessThan(BACK_WITHIN_MS)
})

it('loses and doubles nothing when a web process is killed while people submit', async () => {
  const people = crowd()
  const waits: number[] = []
  for (let kills = 0; kills < KILLS; kills++) {
    await pause(300 + Math.random() * 700)
    const child = childOf('web.ts')
    if (child) process.kill(child, 'SIGKILL')
    waits.push(await answersAgain())
  }
  await people.leave()
  report('a web process', people, waits)
  await expectEachOnce(people.acknowledged)
  expect(Math.max(...waits)).toBeLessThan(BACK_WITHIN_MS)
})

it('loses and doubles nothing when the worker is killed while people submit, and has one again within five seconds', async () => {
  const people = crowd()
  const waits: number[] = []
  for (let kills = 0; kills < KILLS; kills++) {
    await pause(300 + Math.random() * 700)
    const killed = childOf('worker.ts')
    if (killed) process.kill(killed, 'SIGKILL')
    const startedAt = performance.now()
    while (childOf('worker.ts') === killed || !childOf('worker.ts')) await pause(20)
    waits.push(Math.max(performance.now() - startedAt, await answersAgain()))
  }
  await people.leave()
  report('the worker', people, waits)
  await expectEachOnce(people.acknowledged)
  expect(Math.max(...waits)).toBeLessThan(BACK_WITHIN_MS)
})

/** The child of the supervisor that runs this script. */
function childOf(script: 'web.ts' | 'worker.ts'): number | undefined {
  const children = readFileSync(`/proc/${portal.pid}/task/${portal.pid}/children`, 'utf8').trim().split(' ').map(Number)
  return children.find((pid) => commandOf(pid).includes(script))
}

function commandOf(pid: number) {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8')
  } catch {
    // It has just ended.
    return ''
  }
}

function report(what: string, { acknowledged: names, repeats, refusals }: Crowd, waits: number[]) {
  const slowest = Math.round(Math.max(...waits))
  const statuses = [...refusals].map(([status, many]) => `${many} × ${status || 'no answer'}`).join(', ')
  console.log(
    `${KILLS} kills of ${what}: ${names.length} acknowledged, ${repeats} repeats (${statuses}), back within ${slowest} ms`,
  )
}
