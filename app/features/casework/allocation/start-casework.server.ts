import type { Tx } from '../../../../db/as-actor.ts'
import { contactabilityOf } from '../../../domain/cases/case.ts'
import type { ReportChannel, ReporterRole } from '../../../domain/cases/report.ts'
import {
  CASE_WORKER_NEEDED,
  type CaseworkNotStarted,
  decideStart,
  type StartOfCasework,
} from '../../../domain/cases/start-casework.ts'
import type { Asking } from '../../../domain/partnership/actor.ts'
import { done, type Result, refused } from '../../../domain/result.ts'
import { recordContactIn } from '../contacts/record-contact.server.ts'
import { allocateIn } from './allocate-case.server.ts'

interface SavedReport extends StartOfCasework {
  caseId: string
  channel: ReportChannel
  reporterRole: ReporterRole
  clientAware: 'yes' | 'no' | null
}

/** Takes the case and records the first contact in the transaction that saves the report: all or nothing. */
export async function startCasework(
  tx: Tx,
  asking: Asking,
  report: SavedReport,
): Promise<Result<null, CaseworkNotStarted>> {
  const contactable = contactabilityOf({ ...report, clientAware: report.clientAware === 'yes' })
  const decided = decideStart({ ...report, contactable })
  if (!decided.ok) return decided
  const { takes, spokeBy } = decided.value
  const { caseId } = report
  if (takes) {
    const taken = await allocateIn(tx, asking, { caseId, staffId: asking.actor.staffId })
    if (!taken.ok && taken.refusal.kind !== 'already-allocated-to-them')
      return notStarted('takeCase', 'This case already has a case worker. Clear “I will be the case worker”, then save')
  }
  if (!spokeBy) return done(null)
  const contact = { caseId, channel: spokeBy, outcome: 'spoke', contactedAt: null, note: '', takeCase: false } as const
  const recorded = await recordContactIn(tx, asking, { ...contact, startedByClient: true })
  if (recorded.ok) return done(null)
  const { kind } = recorded.refusal
  return kind === 'no-case-worker'
    ? refused(CASE_WORKER_NEEDED)
    : notStarted(
        'spokeNow',
        'You cannot record this contact with the report. Save the report, then record the contact in the case',
      )
}

function notStarted(field: CaseworkNotStarted['field'], message: string) {
  return refused({ kind: 'casework-not-started' as const, field, message })
}
