import { createHash, randomUUID } from 'node:crypto'
import postgres from 'postgres'
import { startSession } from '../../app/access/session.server.ts'
import { buildRelease } from '../../app/domain/hotspots/release/build-release.ts'
import type { ReleaseBody } from '../../app/domain/hotspots/release/release-body.ts'
import { FIRST_RULES } from '../../app/domain/hotspots/release/release-rules.ts'
import { NOBODY, systemOf } from '../../app/domain/partnership/actor.ts'
import { allowLongWrite } from '../../app/features/hotspots/releases/long-write.server.ts'
import { readCountedIncidents } from '../../app/features/hotspots/releases/read-incidents.server.ts'
import { asActor, closePool } from '../../db/as-actor.ts'
import { type BenchDatabase, makeDatabase, openBenchPool, serveBare, servePortal } from './bench-server.ts'
import type { Note } from './figures.ts'
import { fillIncidents } from './fill-incidents.ts'
import { latencies, median, quantile } from './measure.ts'

const SMALL = 1_000_000
const LARGE = Number(process.env.BENCH_INCIDENTS ?? 10_000_000)
const ROUNDS = 3
const READS = 300
/** The tenth of the twelve quarters that are filled. */
const PERIOD = {
  name: '2026-Q2',
  opensAt: new Date('2026-03-31T23:00:00Z'),
  closesAt: new Date('2026-06-30T23:00:00Z'),
}

/** Building a release and reading the map, with one and with ten million incidents. */
export async function measureHotspots(serverUrl: string, note: Note): Promise<void> {
  const sides: BenchDatabase[] = []
  let body: ReleaseBody | undefined
  for (const [name, incidents] of [
    ['bench_map_small', SMALL],
    ['bench_map_large', LARGE],
  ] as const) {
    console.error(`Filling ${incidents} incidents`)
    const database = await makeDatabase(serverUrl, name)
    await fillIncidents(database.admin, incidents)
    const built = await buildTimes(database)
    note(`release build of a quarter of ${incidents} incidents, ms`, built.portal, built.floor, { atMost: 4 })
    body = built.body
    sides.push(database)
  }
  if (!body) throw new Error('No release was built.')
  const [small, large] = [await readTimes(sides[0], body), await readTimes(sides[1], body)]
  note(`map data p95 beside a bare read of the release, ms`, large.portal, large.floor, { atMost: 10 })
  note(`map data p95 at ${LARGE} against ${SMALL} incidents, ms`, large.portal, small.portal, { atMost: 1.2 })
}

/** In turns: the release as the worker builds it, and the least that SQL must do for it, as the owner. */
async function buildTimes({ adminUrl, workerUrl }: BenchDatabase) {
  const owner = postgres(adminUrl, { max: 1, onnotice: () => {} })
  openBenchPool(workerUrl)
  const figures = { portal: [] as number[], floor: [] as number[] }
  let body: ReleaseBody | undefined
  for (let round = 0; round <= ROUNDS; round += 1) {
    const floor = await timed(() => countByCell(owner))
    const portal = await timed(async () => {
      body = await buildOne()
    })
    // The first round warms both.
    if (round === 0) continue
    figures.floor.push(floor)
    figures.portal.push(portal)
  }
  await Promise.all([owner.end(), closePool()])
  return { portal: median(figures.portal), floor: median(figures.floor), body }
}

function buildOne(): Promise<ReleaseBody | undefined> {
  return asActor(systemOf(NOBODY), async (tx) => {
    await allowLongWrite(tx)
    const incidents = await readCountedIncidents(tx, PERIOD)
    return buildRelease(incidents, { rules: FIRST_RULES, ruleVersion: 1, period: PERIOD, protectedCells: [] })?.body
  })
}

/** Incidents, clients and the most of one agency by hexagon. */
function countByCell(sql: postgres.Sql) {
  const { opensAt, closesAt } = PERIOD
  return sql`
    with k as (select coalesce(cell, 0) as cell, agency_id, person from counted_incident
      where recorded_at >= ${opensAt} and recorded_at < ${closesAt}),
    held as (select cell, agency_id, count(*) as incidents from k group by cell, agency_id)
    select cell, b.incidents, b.persons, m.most
    from (select cell, count(*) as incidents, count(distinct person) as persons from k group by cell) b
    join (select cell, max(incidents) as most from held group by cell) m using (cell)`
}

async function timed(fn: () => Promise<unknown>): Promise<number> {
  const startedAt = performance.now()
  await fn()
  return performance.now() - startedAt
}

/** The 95th in a hundred reads of a release over HTTP: what the map draws, and the row alone. */
async function readTimes(database: BenchDatabase | undefined, body: ReleaseBody) {
  if (!database) throw new Error('There is no such database.')
  await publish(database, body)
  const cookie = await coordinatorCookie(database)
  const portal = await servePortal(database)
  const text = 'select body from hotspot_release where period = $1'
  const bare = await serveBare(database.mapUrl, { text, params: [body.period] })
  const urls = [`${portal.origin}/map/data?period=${body.period}`, `${bare.origin}/`]
  const [ours = [], theirs = []] = await latencies(urls, [cookie, ''], READS)
  portal.stop()
  bare.stop()
  return { portal: quantile(ours, 0.95), floor: quantile(theirs, 0.95) }
}

async function publish({ admin }: BenchDatabase, body: ReleaseBody) {
  const text = JSON.stringify(body)
  await admin`insert into hotspot_release ${admin({
    release_id: randomUUID(),
    number: 1,
    period: body.period,
    opens_at: body.opensAt,
    closes_at: body.closesAt,
    rule_version: body.ruleVersion,
    rules: admin.json({ ...body.rules }),
    body: text,
    sha256: createHash('sha256').update(text).digest('hex'),
    previous_sha256: '',
    attack_report: admin.json({ attempts: [], control: { hidden: 100, recovered: 78 } }),
    proposed_by_name: 'Somebody',
    approved_by_name: 'Somebody else',
    published_at: body.closesAt,
  })}`
}

async function coordinatorCookie({ admin, appUrl }: BenchDatabase): Promise<string> {
  const [person] = await admin<{ agencyId: string; staffId: string }[]>`
    insert into staff (agency_id, staff_id, name, email, email_key, role)
    select agency_id, ${randomUUID()}, 'Coordinator', 'c@example.org', 'c@example.org', 'coordinator' from agency limit 1
    returning agency_id as "agencyId", staff_id as "staffId"`
  if (!person) throw new Error('There is no agency.')
  openBenchPool(appUrl)
  try {
    const { cookie } = await startSession(person, { confined: false })
    return cookie.split(';', 1)[0] ?? ''
  } finally {
    await closePool()
  }
}
