import { createHash, createHmac, randomUUID } from 'node:crypto'
import autocannon from 'autocannon'
import postgres from 'postgres'
import { contextKey } from '../../db/derived-secrets.ts'
import { BENCH_SECRET, type BenchDatabase, type Statement } from './bench-server.ts'
import { BENCH_ID } from './fill-partnership.ts'
import { median } from './measure.ts'
import type { Prototype } from './prototype.ts'

const EACH = 240
const ROUNDS = 3
const AT_ONCE = 8
const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g

/**
 * Referrals sent a second: by posting the form to the portal, as the same statements through the driver alone, one after
 * the other, and as the least statements that leave the same rows. All in turns, each referral from a case of its own.
 */
export async function sendThroughput(database: BenchDatabase, origin: string, cookie: string, prototype: Prototype) {
  await cloneCases(database, prototype, EACH * (ROUNDS + 1) * 3)
  const own = prototype.statements.map((statement) => [statement])
  const portal: number[] = []
  const statements: number[] = []
  const least: number[] = []
  let next = 0
  const take = () => ++next
  for (let round = 0; round <= ROUNDS; round++) {
    const posted = await postReferrals(origin, cookie, prototype, take)
    const replayed = await replayStatements(database, prototype, own, take)
    const leastly = await replayStatements(database, prototype, prototype.least, take)
    // The first round warms all.
    if (round > 0) {
      portal.push(posted)
      statements.push(replayed)
      least.push(leastly)
    }
  }
  return { portal: median(portal), statements: median(statements), least: median(least) }
}

/** The id of the nth copy of whatever has this id in the prototype. */
function copyOf(id: string, n: number): string {
  return createHash('md5')
    .update(`${n}:${id}`)
    .digest('hex')
    .replace(/(.{8})(.{4}).(.{3}).(.{3})(.{12})/, '$1-$2-4$3-8$4-$5')
}

/** Client, case, incident and consent of the prototype, so many times over. */
async function cloneCases({ admin }: BenchDatabase, { caseId }: Prototype, copies: number) {
  const tables = [
    { table: 'client', ids: ['client_id'], of: 'client_id = (select client_id from case_file where case_id = $1)' },
    { table: 'case_file', ids: ['client_id', 'case_id'], of: 'case_id = $1' },
    { table: 'incident', ids: ['incident_id', 'case_id'], of: 'case_id = $1' },
    { table: 'consent', ids: ['consent_id', 'case_id'], of: 'case_id = $1' },
  ]
  await admin.begin(async (sql) => {
    await sql`set local session_replication_role = replica`
    await sql.unsafe(BENCH_ID)
    for (const { table, ids, of } of tables) {
      const columns = await sql<{ name: string }[]>`
        select column_name as name from information_schema.columns where table_name = ${table} and is_generated = 'NEVER'`
      const names = columns.map(({ name }) => name)
      const values = names.map((name) => {
        if (ids.includes(name)) return `pg_temp.bench_id(n || ':' || ${name})`
        return name === 'reference' ? `reference || '-' || n` : name
      })
      await sql.unsafe(
        `insert into ${table} (${names.join(', ')}) select ${values.join(', ')} from ${table}, generate_series(1, ${copies}) n where ${of}`,
        [caseId],
      )
    }
  })
  await admin.unsafe('analyze')
}

async function postReferrals(origin: string, cookie: string, { caseId, fields }: Prototype, take: () => number) {
  const startedAt = performance.now()
  const result = await autocannon({
    url: origin,
    connections: AT_ONCE,
    amount: EACH,
    requests: [
      {
        method: 'POST',
        headers: { cookie, origin, 'content-type': 'application/x-www-form-urlencoded' },
        setupRequest: (request) => {
          const body = new URLSearchParams(fields)
          body.set('idempotencyKey', randomUUID())
          return { ...request, path: `/cases/${copyOf(caseId, take())}/refer`, body: body.toString() }
        },
      },
    ],
  })
  const seconds = (performance.now() - startedAt) / 1000
  const sent = result['3xx']
  if (sent !== EACH) throw new Error(`Only ${sent} of ${EACH} referrals were sent.`)
  return sent / seconds
}

/** Each batch is sent whole before its answer is awaited. */
async function replayStatements(
  { appUrl }: BenchDatabase,
  prototype: Prototype,
  batches: Statement[][],
  take: () => number,
) {
  const sql = postgres(appUrl, { max: AT_ONCE, onnotice: () => {} })
  await Promise.all(Array.from({ length: AT_ONCE }, () => sql`select 1`))
  const startedAt = performance.now()
  let left = EACH
  const runner = async () => {
    while (left-- > 0) {
      const n = take()
      await sql.begin(async (tx) => {
        for (const batch of batches) {
          const copies = batch.map((statement) => copyStatement(statement, prototype, n))
          await Promise.all(copies.map(({ text, params }) => tx.unsafe(text, params as never[], { prepare: true })))
        }
      })
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, runner))
  const seconds = (performance.now() - startedAt) / 1000
  await sql.end()
  return EACH / seconds
}

function copyStatement({ text, params }: Statement, prototype: Prototype, n: number): Statement {
  if (text.includes("set_config('app.ctx'")) return { text, params: signedContext(prototype) }
  return { text, params: params.map((param) => copyParam(param, prototype, n)) }
}

function copyParam(param: unknown, prototype: Prototype, n: number): unknown {
  if (Array.isArray(param)) return param.map((each) => copyParam(each, prototype, n))
  if (typeof param !== 'string') return param
  return param
    .replaceAll(prototype.reference, `Z-${n}`)
    .replace(UUID, (id) => (prototype.shared.includes(id) ? id : copyOf(id, n)))
}

function signedContext({ agencyId, staffId }: Prototype): string[] {
  const context = `${agencyId}|${staffId}|case_worker|${Date.now()}`
  const key = Buffer.from(contextKey(BENCH_SECRET), 'hex')
  return [context, createHmac('sha256', key).update(context).digest('hex')]
}
