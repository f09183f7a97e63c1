import { createHmac } from 'node:crypto'
import postgres from 'postgres'
import { contextKey } from '../../db/derived-secrets.ts'
import { BENCH_SECRET, type BenchDatabase, type Statement } from './bench-server.ts'
import { median } from './measure.ts'

const TIMES = 1_000

/** Milliseconds of the inbox statement: as the portal's login under row-level security, and by hand as the owner. */
export async function policyCost(
  { adminUrl, appUrl }: BenchDatabase,
  person: { agencyId: string; staffId: string },
  inbox: Statement,
) {
  const owner = postgres(adminUrl, { max: 1, onnotice: () => {} })
  const portal = postgres(appUrl, { max: 1, onnotice: () => {} })
  const figures = { portal: [] as number[], owner: [] as number[] }
  for (let turn = 0; turn < TIMES; turn++) {
    const underPolicy = await timed(portal, inbox, signedContext(person))
    const byHand = await timed(owner, inbox, ['', ''])
    if (turn > TIMES / 10) {
      figures.portal.push(underPolicy)
      figures.owner.push(byHand)
    }
  }
  await Promise.all([owner.end(), portal.end()])
  return { portal: median(figures.portal), owner: median(figures.owner) }
}

function timed(sql: postgres.Sql, { text, params }: Statement, [context, signature]: [string, string]) {
  return sql.begin(async (tx) => {
    await tx`select set_config('app.ctx', ${context}, true), set_config('app.sig', ${signature}, true)`
    const startedAt = performance.now()
    await tx.unsafe(text, params as never[], { prepare: true })
    return performance.now() - startedAt
  })
}

function signedContext({ agencyId, staffId }: { agencyId: string; staffId: string }): [string, string] {
  const context = `${agencyId}|${staffId}|case_worker|${Date.now()}`
  const key = Buffer.from(contextKey(BENCH_SECRET), 'hex')
  return [context, createHmac('sha256', key).update(context).digest('hex')]
}

/** Directories that every agency reads whole; everything else in the public schema belongs to somebody. */
const DIRECTORIES = ['agency', 'bank_holiday', 'setting', 'rate_limit']
/** One row for each agency: twenty rows on one page of the disk, which an index would only make two. */
const ONE_ROW_EACH = ['audit_head']
const NOT_COUNTED = [...DIRECTORIES, ...ONE_ROW_EACH]
const STATISTICS_WITHIN_MS = 11_000

/** How often each tenant table was read from end to end while `visit` ran. */
export async function sequentialScans(
  { admin }: BenchDatabase,
  visit: () => Promise<void>,
): Promise<Record<string, number>> {
  const before = await readScans(admin)
  await visit()
  // A backend hands its statistics in when it has been idle for ten seconds.
  await new Promise((done) => setTimeout(done, STATISTICS_WITHIN_MS))
  const after = await readScans(admin)
  const grown = [...after].map(([table, scans]) => [table, scans - (before.get(table) ?? 0)] as const)
  return Object.fromEntries(grown.filter(([table, scans]) => scans > 0 && !NOT_COUNTED.includes(table)))
}

async function readScans(admin: postgres.Sql) {
  const rows = await admin<{ table: string; scans: string }[]>`
    select relname as table, seq_scan as scans from pg_stat_user_tables where schemaname = 'public'`
  return new Map(rows.map(({ table, scans }) => [table, Number(scans)]))
}
