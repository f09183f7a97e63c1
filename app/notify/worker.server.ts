import { PgBoss } from 'pg-boss'
import { closePool, openPool } from '../../db/as-actor.ts'
import { contextKey } from '../../db/derived-secrets.ts'
import { Obstacle } from '../../db/obstacle.ts'
import { environment } from '../access/environment.server.ts'
import { type AgencyJob, runForEachAgency } from './agency-job.server.ts'
import { deleteExpiredRows, deleteExpiredSignInRows } from './delete-expired-rows.server.ts'
import { mailInvitations } from './mail-invitations.server.ts'
import { openMailer } from './mailer.server.ts'
import { eventJob, notifyOfEvent } from './notify-of-event.server.ts'
import { remindInterviews } from './remind-interviews.server.ts'
import { sendDigests, sendUnsent } from './send-digest.server.ts'
import type { MailContext } from './send-mails.server.ts'
import { watchDeadlines } from './watch-deadlines.server.ts'

const LONDON = 'Europe/London'
/** How often jobs of killed workers are looked for. Such a job is found after its expiry plus this time. */
const SUPERVISE_S = 15
const SWEEP_MS = 20_000
/** Finished scheduled jobs are deleted after a day. */
const KEPT_S = 86_400
const FINISH_WITHIN_MS = 8_000

export interface WorkerOptions {
  log: MailContext['log']
  /** Scheduled jobs of the features, besides the portal's own. */
  jobs?: readonly AgencyJob[]
}

export interface Worker {
  /** Finishes the running jobs, within 8 seconds, and closes all connections. */
  stop(): Promise<void>
}

/**
 * Starts a worker: it sends notifications and runs scheduled jobs until it is stopped. Several workers may run; each
 * scheduled job then runs in one of them.
 * @throws Obstacle without WORKER_DATABASE_URL
 */
export async function startWorker({ log, jobs = [] }: WorkerOptions): Promise<Worker> {
  const settings = environment()
  const { workerDatabaseUrl, secret, origin } = settings
  if (!workerDatabaseUrl) throw new Obstacle('WORKER_DATABASE_URL must be set for the worker.')
  openPool({ url: workerDatabaseUrl, contextKey: contextKey(secret) })
  const context: MailContext = { mailer: openMailer(settings), origin, log }
  const boss = openQueue(workerDatabaseUrl, log)
  await boss.start()
  const all = [...ownJobs(context), ...jobs]
  await takeJobs(boss, log, all)
  await takeEventJobs(boss, context, all)
  const endSweeping = sweep(context)
  return {
    async stop() {
      await endSweeping()
      await boss.stop({ graceful: true, timeout: FINISH_WITHIN_MS })
      context.mailer.close()
      await closePool()
    },
  }
}

/** Migrations make the queue's tables, and the worker's login may not alter them. All options that would are off. */
function openQueue(connectionString: string, log: MailContext['log']): PgBoss {
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

async function takeEventJobs(boss: PgBoss, context: MailContext, jobs: readonly AgencyJob[]): Promise<void> {
  const options = { batchSize: 25, burstWhenBatchFull: true, pollingIntervalSeconds: 1, perJobResults: true } as const
  await boss.work<unknown>('tell', options, (jobsTaken) =>
    Promise.all(
      jobsTaken.map(async ({ id, data }) => {
        const failed = await failureOf('tell', context.log, async () => {
          const event = eventJob.parse(data)
          await notifyOfEvent(context, event)
          for (const { name, after } of jobs) if (after === event.kind) await boss.send(name)
        })
        return failed ? { id, status: 'failed' as const, output: failed } : { id, status: 'completed' as const }
      }),
    ),
  )
}

function ownJobs(context: MailContext): AgencyJob[] {
  return [
    { name: 'watch', cron: '* * * * *', run: (running) => watchDeadlines(context, running) },
    { name: 'remind', cron: '*/5 * * * *', run: (running) => remindInterviews(context, running) },
    { name: 'digest', cron: '30 7 * * 1-5', run: (running) => sendDigests(context, running) },
    {
      name: 'invite',
      cron: '*/10 * * * *',
      after: 'staff-invited',
      run: (running) => mailInvitations(context, running),
    },
    { name: 'tidy', cron: '15 3 * * *', run: deleteExpiredRows, once: deleteExpiredSignInRows },
  ]
}

async function takeJobs(boss: PgBoss, log: MailContext['log'], jobs: readonly AgencyJob[]): Promise<void> {
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

/** Runs a job and returns its failure with only the error's name: the message may repeat what people typed. */
async function failureOf(
  name: string,
  log: MailContext['log'],
  run: () => Promise<unknown>,
): Promise<Error | undefined> {
  try {
    await run()
    return undefined
  } catch (error) {
    log.error({ err: error, job: name }, 'a job failed')
    const kind = error instanceof Error ? error.name : typeof error
    return Object.assign(new Error(`${name} failed: ${kind}`), { stack: undefined })
  }
}

/** Sends unsent mails every 20 seconds. @returns a function that stops it */
function sweep(context: MailContext): () => Promise<void> {
  let sweeping = Promise.resolve()
  let busy = false
  const timer = setInterval(() => {
    if (busy) return
    busy = true
    sweeping = runForEachAgency((running) => sendUnsent(context, running))
      .catch((error: unknown) => context.log.error({ err: error }, 'unsent mails could not be looked for'))
      .finally(() => {
        busy = false
      })
  }, SWEEP_MS)
  return async () => {
    clearInterval(timer)
    await sweeping
  }
}
