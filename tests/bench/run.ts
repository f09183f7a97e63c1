import { parseArgs } from 'node:util'
import { buildPortal } from '../../scripts/build.ts'
import { pageScripts } from '../support/browser/page-scripts.ts'
import {
  type BenchDatabase,
  makeDatabase,
  type Served,
  serveBare,
  servePortal,
  startBenchPostgres,
} from './bench-server.ts'
import { measureCalculations } from './calculations.ts'
import { measureDocuments } from './documents.ts'
import { figures, note } from './figures.ts'
import { fillPartnership } from './fill-partnership.ts'
import { measureHotspots } from './hotspots.ts'
import { latencies, quantile, throughputs } from './measure.ts'
import { makePrototype, type Prototype } from './prototype.ts'
import { policyCost, sequentialScans } from './scale.ts'
import { sendThroughput } from './send.ts'

const SMALL = 10_000
const FEW = 1000
const LARGE = Number(process.env.BENCH_REFERRALS ?? 1_000_000)
const SECONDS = 5
const VISITS = 600

interface Side {
  database: BenchDatabase
  prototype: Prototype
  portal: Served
}

async function makeSide(serverUrl: string, name: string, referrals: number): Promise<Side> {
  console.error(`Filling ${referrals} referrals`)
  const database = await makeDatabase(serverUrl, name)
  const prototype = await makePrototype(database, await fillPartnership(database.admin, referrals))
  return { database, prototype, portal: await servePortal(database) }
}

/** Against a floor that does not change with our own code, and beside it against the statements that our code sends. */
async function measureSending({ database, prototype, portal }: Side) {
  const sent = await sendThroughput(database, portal.origin, prototype.cookie, prototype)
  note('sending a referral over HTTP, against the least statements, a second', sent.portal, sent.least, {
    atLeast: 0.5,
  })
  note('sending a referral over HTTP, against its own statements, a second', sent.portal, sent.statements, {
    atLeast: 1 / 3,
  })
}

async function measureInbox({ database, prototype, portal }: Side) {
  const bare = await serveBare(database.adminUrl, prototype.inbox)
  const { cookie } = prototype
  const [floor = 0, data = 0, page = 0] = await throughputs([
    { url: `${bare.origin}/`, seconds: SECONDS },
    { url: `${portal.origin}/inbox.data`, cookie, seconds: SECONDS },
    { url: `${portal.origin}/inbox`, cookie, seconds: SECONDS },
  ])
  bare.stop()
  note('inbox as data, requests/s', data, floor, { atLeast: 0.5 })
  note('inbox as a page, requests/s', page, floor, { atLeast: 0.2 })
}

async function measureScale(small: Side, large: Side) {
  for (const path of ['/today', '/inbox', '/sent', '/cases']) {
    const [few = [], many = []] = await latencies(
      [`${small.portal.origin}${path}`, `${large.portal.origin}${path}`],
      [small.prototype.cookie, large.prototype.cookie],
      VISITS,
    )
    note(`${path} p95 at ${LARGE} against ${SMALL}, ms`, quantile(many, 0.95), quantile(few, 0.95), { atMost: 1.3 })
  }
  const { portal, owner } = await policyCost(large.database, large.prototype, large.prototype.inbox)
  note('inbox statement under row-level security, ms', portal, owner, { atMost: 1.2 })
}

const PAGES = [
  '/today',
  '/inbox',
  '/inbox?lane=in_hand',
  '/inbox?lane=finished',
  '/sent',
  '/cases',
  '/reports/new',
  '/standards',
]

async function measureScans({ database, prototype, portal }: Side) {
  const { caseId, cookie } = prototype
  const paths = [
    ...PAGES,
    `/cases/${caseId}`,
    `/cases/${caseId}/casework`,
    `/cases/${caseId}/standard`,
    `/cases/${caseId}/consents`,
    `/cases/${caseId}/referrals`,
    `/cases/${caseId}/refer`,
  ]
  const scans = await sequentialScans(database, async () => {
    for (const path of paths) await latencies([`${portal.origin}${path}`], [cookie], 5)
  })
  const many = Object.values(scans).reduce((sum, each) => sum + each, 0)
  figures.push({
    what: `sequential scans of tenant tables on ${paths.length} pages ${JSON.stringify(scans)}`,
    measured: many,
    floor: 0,
    ratio: many,
    wanted: '0',
    kept: many === 0,
  })
}

function measureScripts() {
  const [largest] = pageScripts()
  note(`JavaScript of ${largest?.route}, gzip KB`, (largest?.bytes ?? 0) / 1000, 110, { atMost: 1 })
}

const HELP = `Usage: npm run bench [-- --sending | --inbox]

Measures the built portal against floors of the same run, as a table and as JSON.

  --sending   only the sending of referrals, among 1,000 others: two minutes instead of nine
  --inbox     only the inbox, among 10,000 referrals: two minutes as well
  --papers    only the papers for clients: seconds
  --help      this text

BENCH_REFERRALS sets how many referrals the large database holds (1,000,000).`

const { values: options } = parseArgs({
  options: {
    sending: { type: 'boolean' },
    inbox: { type: 'boolean' },
    papers: { type: 'boolean' },
    help: { type: 'boolean' },
  },
})
if (options.help) {
  console.log(HELP)
  process.exit()
}

async function measureAll(serverUrl: string) {
  const small = await makeSide(serverUrl, 'bench_small', SMALL)
  const large = await makeSide(serverUrl, 'bench_large', LARGE)
  await measureSending(small)
  await measureInbox(small)
  await measureScale(small, large)
  await measureScans(large)
  measureScripts()
  measureCalculations(note)
  await measureDocuments(note)
  await measureHotspots(serverUrl, note)
}

await buildPortal()
const server = await startBenchPostgres()
try {
  if (options.sending) await measureSending(await makeSide(server.url, 'bench_sending', FEW))
  else if (options.inbox) await measureInbox(await makeSide(server.url, 'bench_inbox', SMALL))
  else if (options.papers) await measureDocuments(note)
  else await measureAll(server.url)
  console.table(figures)
  console.log(JSON.stringify(figures))
  process.exitCode = figures.every(({ kept }) => kept) ? 0 : 1
} catch (error) {
  // Said before the server stops, whose end can take this process with it.
  console.error(error)
  process.exitCode = 1
} finally {
  await server.stop()
}
process.exit()
