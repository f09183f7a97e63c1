import { escalateReferrals } from '../app/features/referrals/escalate-referrals.server.ts'
import type { AgencyJob } from '../app/notify/agency-job.server.ts'
import { startWorker } from '../app/notify/worker.server.ts'
import { log } from './log.ts'
import { endsWithParent } from './process-end.ts'
import { runOrHalt } from './say.ts'

const DRAIN_MS = 10_000

/** What features do by the clock, for each agency. */
const JOBS: AgencyJob[] = [{ name: 'escalate', cron: '* * * * *', run: escalateReferrals }]

await runOrHalt(async () => {
  // Before the start: whoever asks for the end meanwhile must not be missed.
  const starting = startWorker({ log, jobs: JOBS })
  let ending = false
  const end = (code: number) => {
    if (ending) return
    ending = true
    setTimeout(() => process.exit(code), DRAIN_MS).unref()
    starting.then((worker) => worker.stop()).finally(() => process.exit(code))
  }
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => end(0))
  process.on('uncaughtException', (error) => {
    log.fatal({ err: error }, 'the worker ends after an uncaught exception')
    process.exit(1)
  })
  endsWithParent(() => end(0))
  await starting
})
