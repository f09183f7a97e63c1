import postgres from 'postgres'
import { closePool, openPool, pingDatabase } from '../../db/as-actor.ts'
import { contextKey } from '../../db/derived-secrets.ts'
import { STAFF_ROLES } from '../domain/partnership/actor.ts'
import { buildAskedReleases } from '../features/hotspots/releases/build-asked-releases.server.ts'
import { AGENCIES } from './agencies.ts'
import { chanceOf, lend, withSeededRandom } from './chance.ts'
import { daysAround } from './days.ts'
import { foundPartnership } from './found-partnership.ts'
import { askForHistory, handInHistory, publishHistory } from './map-history.ts'
import { PEOPLE } from './people.ts'
import { STORIES } from './stories/all.ts'
import { tellAll } from './telling.ts'

export interface LoadDemo {
  /** The portal's own connection: the stories are loaded under the policy like everything else. */
  appUrl: string
  /** The worker's connection, to take what is old news from the queue. Without it everybody is mailed the whole past. */
  workerUrl?: string
  /** ACCORD_SECRET. */
  secret: string
  /** The last day of the stories; everything in them happened before. */
  now: Date
}

/** Before the first story: awareness work for last year's national week was planned a month ahead of it. */
const HISTORY_DAYS = 430

/**
 * Tells the stories of the demo partnership into a database that has none, each step by the use case of its page and as
 * the person it is about. The same `now` gives the same rows, but for when they were recorded.
 */
export async function loadDemo({ appUrl, workerUrl, secret, now }: LoadDemo): Promise<void> {
  openPool({ url: swiftly(appUrl), contextKey: contextKey(secret), max: 1 })
  try {
    // Before the luck is the seed's: the handshake with the server draws numbers that must not be known.
    await pingDatabase()
    await withSeededRandom(() => tellEverything(now, workerUrl))
    if (workerUrl) await tellTheMap({ appUrl, workerUrl, secret, now })
  } finally {
    await closePool()
  }
}

async function tellEverything(now: Date, workerUrl: string | undefined) {
  lend(chanceOf('the beginning'))
  await foundPartnership(new Date(now.getTime() - HISTORY_DAYS * 86_400_000))
  const stillNews = daysAround(now).before(1, '12:00')
  let newsFrom: Date | undefined
  await tellAll(STORIES, now, (at) => {
    if (at >= stillNews) newsFrom ??= new Date()
  })
  if (workerUrl) await forgetOldNews(workerUrl, newsFrom ?? new Date())
}

/** What a map needs: incidents of two years, built into releases by the worker and published by two people. */
async function tellTheMap({ appUrl, workerUrl, secret, now }: Required<LoadDemo>) {
  const asked = await withSeededRandom(async () => {
    await handInHistory(now)
    return askForHistory(now)
  })
  await reopenPool(workerUrl, secret)
  await buildAskedReleases()
  await reopenPool(appUrl, secret)
  await withSeededRandom(() => publishHistory(now, asked))
}

async function reopenPool(url: string, secret: string) {
  await closePool()
  openPool({ url: swiftly(url), contextKey: contextKey(secret), max: 1 })
  await pingDatabase()
}

/** Deletes what loading the past put on the queue: no one should get weeks of mail at once. */
async function forgetOldNews(workerUrl: string, newsFrom: Date) {
  const sql = postgres(workerUrl, { max: 1, onnotice: () => {} })
  try {
    await sql`delete from pgboss.job where name = 'tell' and created_on < ${newsFrom}`
  } finally {
    await sql.end({ timeout: 5 })
  }
}

/** The stories can be loaded again, so no commit waits for the disk. */
function swiftly(url: string): string {
  const address = new URL(url)
  address.searchParams.set('synchronous_commit', 'off')
  return address.href
}

export interface DemoSignIn {
  name: string
  role: string
  agency: string
  email: string
}

/** Who may sign in with one click. */
export function demoSignIns(): DemoSignIn[] {
  return Object.values(PEOPLE).map(({ name, actor, agency, email }) => ({
    name,
    role: STAFF_ROLES[actor.role].label,
    agency: AGENCIES[agency].name,
    email,
  }))
}
