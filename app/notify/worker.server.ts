import { PgBoss } from 'pg-boss'
import { closePool, openPool } from '../../db/as-actor.ts'
import { contextKey } from '../../db/derived-secrets.ts'
import { Obstacle } from '../../db/obstacle.ts'
import { environment } from '../access/environment.server.ts'
import { type AgencyJob, runForEachAgency } from './agency-job.server.ts'
import { mailInvitations } from './mail-invitations.server.ts'
import { openMailer } from './mailer.server.ts'
import { sendDigests, sendUnsent } from './send-digest.server.ts'
import type { Post } from './send-mails.server.ts'
import { tell, toldJob } from './tell.server.ts'
import { deleteExpiredSignInRows, tidyAgency } from './tidy.server.ts'
import { watchDeadlines } from './watch-deadlines.server.ts'

const LONDON = 'Europe/London'
/** A job whose worker was killed is found within this and its expiry: a minute, by its queue. */
const SUPERVISE_S = 15
const SWEEP_MS = 20_000
/** What was done by the clock is of interest for a day. */
const KEPT_S = 86_400
const FINISH_WITHIN_MS = 8_000

export interface WorkerGiven {
  log: Post['log']
  /** What features do by the clock, besides the portal's own watch, digest and tidy. */
  jobs?: readonly AgencyJob[]
}

export interface Worker {
  /** Finishes what has begun, within 8 seconds, and closes every connection. */
  stop(): Promise<void>
}

/**
 * Opens the worker's own connections and takes jobs until it is stopped: sends notifications, and does what is due
 * by the clock. Any number may run; of the jobs by the clock one of them does each.
 * @throws Obstacle without WORKER_DATABASE_URL
 */
export async function startWorker({ log, jobs = [] }: WorkerGiven): Promise<Worker> {
  const settings = environment()
  const { workerDatabaseUrl, secret, origin } = settings
  if (!workerDatabaseUrl) throw new Obstacle('WORKER_DATABASE_URL must be set for the worker.')
  openPool({ url: workerDatabaseUrl, contextKey: contextKey(secret) })
  const post: Post = { mailer: openMailer(settings), origin, log }
  const boss = openQueue(workerDatabaseUrl, log)
  await boss.start()
  const all = [...ownJobs(post), ...jobs]
  await takeJobs(boss, log, all)
  await takeTold(boss, post, all)
  const endSweeping = sweep(post)
  return {
    async stop() {
      await endSweeping()
      await boss.stop({ graceful: true, timeout: FINISH_WITHIN_MS })
      post.mailer.close()
      await closePool()
    },
  }
}

/** The tables come with a migration, and the worker's login may not alter them: nothing here that would. */
function openQueue(connectionString: string, log: Post['log']): PgBoss {
  const boss = new PgBoss({
    connectionString,
    application_name: 'accord worker',
    schema: 'pgboss',
    max: 3,
    migrate: false,
    createSchema: false,
    reindex: false,
    monitorVacuum: false,
    superviseIntervalSeconds: SUPERVISE_S,
    monitorIntervalSeconds: SUPERVISE_S,
  })
  boss.on('error', (error) => log.error({ err: error }, 'the job queue'))
  return boss
}

async function takeTold(boss: PgBoss, post: Post, jobs: readonly AgencyJob[]): Promise<void> {
  const options = { batchSize: 25, burstWhenBatchFull: true, pollingIntervalSeconds: 1, perJobResults: true } as const
  await boss.work<unknown>('tell', options, (told) =>
    Promise.all(
      told.map(async ({ id, data }) => {
        const failed = await failureOf('tell', post.log, async () => {
          const event = toldJob.parse(data)
          await tell(post, event)
          for (const { name, after } of jobs) if (after === event.kind) await boss.send(name)
        })
        return failed ? { id, status: 'failed' as const, output: failed } : { id, status: 'completed' as const }
      }),
    ),
  )
}

function ownJobs(post: Post): AgencyJob[] {
  return [
    { name: 'watch', cron: '* * * * *', run: (running) => watchDeadlines(post, running) },
    { name: 'digest', cron: '30 7 * * 1-5', run: (running) => sendDigests(post, running) },
    { name: 'invite', cron: '*/10 * * * *', after: 'staff-invited', run: (running) => mailInvitations(post, running) },
    { name: 'tidy', cron: '15 3 * * *', run: tidyAgency, once: deleteExpiredSignInRows },
  ]
}

async function takeJobs(boss: PgBoss, log: Post['log'], jobs: readonly AgencyJob[]): Promise<void> {
  for (const job of jobs) {
    const { name, cron, withinSeconds = 300 } = job
    const options = { retryLimit: 1, expireInSeconds: withinSeconds, deleteAfterSeconds: KEPT_S }
    await boss.createQueue(name, { policy: 'singleton', ...options })
    await boss.updateQueue(name, options)
    if (cron) await boss.schedule(name, cron, null, { tz: LONDON })
    await boss.work(name, async () => {
      const failed = await failureOf(name, log, () => runJob(job))
      if (failed) throw failed
    })
  }
  const timed = jobs.filter(({ cron }) => cron).map(({ name }) => name)
  for (const { name } of await boss.getSchedules()) if (!timed.includes(name)) await boss.unschedule(name)
}

async function runJob({ run, once }: AgencyJob): Promise<void> {
  await once?.()
  await runForEachAgency(run)
}

/** What the queue keeps of a failure: a name, for the words of an error may repeat what a person has typed. */
async function failureOf(name: string, log: Post['log'], run: () => Promise<unknown>): Promise<Error | undefined> {
  try {
    await run()
    return undefined
  } catch (error) {
    log.error({ err: error, job: name }, 'a job failed')
    const kind = error instanceof Error ? error.name : typeof error
    return Object.assign(new Error(`${name} failed: ${kind}`), { stack: undefined })
  }
}

/** Looks again and again for mails that were claimed and not sent. */
function sweep(post: Post): () => Promise<void> {
  let running = Promise.resolve()
  let busy = false
  const timer = setInterval(() => {
    if (busy) return
    busy = true
    running = runForEachAgency((one) => sendUnsent(post, one))
      .catch((error: unknown) => post.log.error({ err: error }, 'unsent mails could not be looked for'))
      .finally(() => {
        busy = false
      })
  }, SWEEP_MS)
  return async () => {
    clearInterval(timer)
    await running
  }
}
