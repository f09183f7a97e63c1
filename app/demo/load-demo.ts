import postgres from 'postgres'
import { closePool, openPool, pingDatabase } from '../../db/as-actor.ts'
import { contextKey } from '../../db/derived-secrets.ts'
import { STAFF_ROLES } from '../domain/partnership/actor.ts'
import { buildAskedReleases } from '../features/hotspots/releases/build-asked-releases.server.ts'
import { addPartnership } from './add-partnership.ts'
import { AGENCIES } from './agencies.ts'
import { chanceOf, setRandomSource, withSeededRandom } from './chance.ts'
import { daysAround } from './days.ts'
import { askForHistory, importHistory, publishHistory } from './map-history.ts'
import { PEOPLE } from './people.ts'
import { playStories } from './play-stories.ts'
import { STORIES } from './stories/all.ts'

export interface LoadDemo {
  /** The address of the portal's own login, so that the stories are loaded under the policy. */
  appUrl: string
  /**
   * The address of the worker's login, for deleting old notifications from the queue and for building the map. Without
   * it there is no map, and everyone gets mail about the whole past.
   */
  workerUrl?: string
  secret: string
  /** The moment of loading. All stories happen before it. */
  now: Date
}

/** Days before loading. Awareness work for last year's national week was planned a month ahead. */
const HISTORY_DAYS = 430

/**
 * Loads the stories of the demo into a database without any. Each step runs the use case of its page, as the person in
 * the story. The same `now` gives the same rows, except for the times of recording.
 */
export async function loadDemo({ appUrl, workerUrl, secret, now }: LoadDemo): Promise<void> {
  openPool({ url: withAsyncCommit(appUrl), contextKey: contextKey(secret), max: 1 })
  try {
    // Connect before random values come from the seed: the handshake with the server needs values that nobody can
    // predict.
    await pingDatabase()
    await withSeededRandom(() => loadStories(now, workerUrl))
    if (workerUrl) await loadMap({ appUrl, workerUrl, secret, now })
  } finally {
    await closePool()
  }
}

async function loadStories(now: Date, workerUrl: string | undefined) {
  setRandomSource(chanceOf('the beginning'))
  await addPartnership(new Date(now.getTime() - HISTORY_DAYS * 86_400_000))
  const stillNews = daysAround(now).before(1, '12:00')
  let newsFrom: Date | undefined
  await playStories(STORIES, now, (at) => {
    if (at >= stillNews) newsFrom ??= new Date()
  })
  if (workerUrl) await forgetOldNews(workerUrl, newsFrom ?? new Date())
}

/** Loads the map: incidents of two years as files, releases built by the worker and published by two people. */
async function loadMap({ appUrl, workerUrl, secret, now }: Required<LoadDemo>) {
  const releaseIds = await withSeededRandom(async () => {
    await importHistory(now)
    return askForHistory(now)
  })
  await reopenPool(workerUrl, secret)
  await buildAskedReleases()
  await reopenPool(appUrl, secret)
  await withSeededRandom(() => publishHistory(now, releaseIds))
}

async function reopenPool(url: string, secret: string) {
  await closePool()
  openPool({ url: withAsyncCommit(url), contextKey: contextKey(secret), max: 1 })
  await pingDatabase()
}

/** Deletes queued notifications about the past, so that nobody gets weeks of mail at once. */
async function forgetOldNews(workerUrl: string, newsFrom: Date) {
  const sql = postgres(workerUrl, { max: 1, onnotice: () => {} })
  try {
    await sql`delete from pgboss.job where name = 'tell' and created_on < ${newsFrom}`
  } finally {
    await sql.end({ timeout: 5 })
  }
}

/** Commits do not wait for the disk: after a crash the stories can simply be loaded again. */
function withAsyncCommit(url: string): string {
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

/** The people whom the demonstration lets sign in with one click. */
export function demoSignIns(): DemoSignIn[] {
  return Object.values(PEOPLE).map(({ name, actor, agency, email }) => ({
    name,
    role: STAFF_ROLES[actor.role].label,
    agency: AGENCIES[agency].name,
    email,
  }))
}
