import { environment } from '../app/access/environment.server.ts'
import { scanFiles } from '../app/features/evidence/scan-files.server.ts'
import { buildAskedReleases } from '../app/features/hotspots/releases/build-asked-releases.server.ts'
import { tryProposedRules } from '../app/features/hotspots/rules/try-proposed-rules.server.ts'
import { escalateReferrals } from '../app/features/referrals/sent/escalate-referrals.server.ts'
import { sweepArriving, sweepFilesOf } from '../app/files/sweep-files.server.ts'
import type { AgencyJob } from '../app/notify/agency-job.server.ts'
import { startWorker } from '../app/notify/worker.server.ts'
import { log } from '../app/server/log.ts'
import { rebaseClocksOf } from '../app/timeline/rebase-clocks.server.ts'
import { anchorFileOf, hourlyAnchoring } from './audit-anchors.ts'
import { endsWithParent } from './postgres/process-end.ts'
import { runOrHalt } from './say.ts'

const DRAIN_MS = 10_000

/** Jobs for each agency, besides mail. */
const JOBS: AgencyJob[] = [
  // Also on a schedule: a scanner that was down finds later what waits for it.
  { name: 'scan', cron: '* * * * *', after: 'file-added', withinSeconds: 900, run: (running) => scanFiles(running) },
  { name: 'sweep', cron: '50 3 * * *', once: () => sweepArriving(new Date()), run: sweepFilesOf },
  { name: 'escalate', cron: '* * * * *', run: escalateReferrals },
  {
    name: 'rebase',
    // Also at night: a report that was being saved while the holiday was added has a deadline that ignores it.
    cron: '40 3 * * *',
    after: 'holiday-added',
    withinSeconds: 3600,
    run: ({ actor, now }) => rebaseClocksOf(actor.agencyId, now),
  },
  {
    name: 'rules',
    cron: '*/5 * * * *',
    after: 'release-rules-proposed',
    withinSeconds: 900,
    once: tryProposedRules,
    run: async () => undefined,
  },
  {
    name: 'release',
    // Also on a schedule: if a worker stopped before finishing, the request is still open.
    cron: '*/5 * * * *',
    after: 'hotspot-release-asked',
    withinSeconds: 900,
    once: buildAskedReleases,
    run: async () => undefined,
  },
]

/** Writes the end of each agency's log outside the database. Nothing else reveals that a whole log was rewritten. */
function anchorJobs(): AgencyJob[] {
  const { auditDatabaseUrl, auditAnchorFile, dataDir, demo } = environment()
  if (!auditDatabaseUrl) return []
  const file = auditAnchorFile ?? anchorFileOf(dataDir, { demo })
  return [
    { name: 'anchor', cron: '0 * * * *', once: hourlyAnchoring(auditDatabaseUrl, file), run: async () => undefined },
  ]
}

await runOrHalt(async () => {
  // Before the start, so that a stop signal during the start is not missed.
  const starting = startWorker({ log, jobs: [...JOBS, ...anchorJobs()] })
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
