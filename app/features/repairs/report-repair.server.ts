import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import type { Tx } from '../../../db/as-actor.ts'
import { type AlreadyDone, writeOnce } from '../../../db/once.ts'
import { repair } from '../../../db/schema/repair.ts'
import { mayInsert } from '../../access/ability.ts'
import { lockCaseToChange } from '../../access/lock-case.server.ts'
import { notFound } from '../../access/require.server.ts'
import { checkReceived, type ReceivedRefusal } from '../../domain/cases/case.ts'
import type { Actor, Asking } from '../../domain/partnership/actor.ts'
import { repairDueAt } from '../../domain/repairs/repair.ts'
import { REPAIR_KINDS, type RepairKind, SURFACE_OWNERS, type SurfaceOwner } from '../../domain/repairs/repair-kind.ts'
import { done, type Result, refused } from '../../domain/result.ts'
import { typedInstantField } from '../../forms/date-fields.server.ts'
import { choiceOf, neededText, optionalChoiceOf, typedText } from '../../forms/form-fields.server.ts'
import { recordEvent } from '../../timeline/record-event.server.ts'

export const reportRepairInput = z.object({
  kind: choiceOf(REPAIR_KINDS, 'Choose whether it is a repair or graffiti'),
  damage: neededText(1_000, 'Write what is broken, or what is written and on what'),
  place: typedText(300),
  surfaceOwner: optionalChoiceOf(SURFACE_OWNERS),
  reportedAt: typedInstantField('recorded'),
  backdatedReason: typedText(500),
})

export type ReportRepairInput = z.output<typeof reportRepairInput> & { caseId: string }

export type ReportRepairRefusal = ReceivedRefusal | { kind: 'not-found' } | { kind: 'case-closed' }

/** Reports an emergency repair or graffiti, and starts its 24 hours (R8a, R8b) when the agency learnt of it. */
export function reportRepair(
  asking: Asking,
  input: ReportRepairInput,
): Promise<Result<{ repairId: string }, ReportRepairRefusal | AlreadyDone>> {
  return writeOnce(asking, 'report-repair', input, (tx) => reportIn(tx, asking, input))
}

async function reportIn(
  tx: Tx,
  asking: Asking,
  { surfaceOwner, ...input }: ReportRepairInput,
): Promise<Result<{ repairId: string }, ReportRepairRefusal>> {
  const { actor, now } = asking
  const held = await lockCaseToChange(tx, actor, input.caseId)
  if (!held || !mayReport(actor)) return refused({ kind: 'not-found' })
  if (held.stage === 'closed') return refused({ kind: 'case-closed' })
  const reportedAt = input.reportedAt ?? now
  const received = checkReceived({ receivedAt: reportedAt, backdatedReason: input.backdatedReason }, now)
  if (!received.ok) return received
  const { backdated } = received.value
  return done(
    await insertRepair(tx, asking, { ...input, surfaceOwner: surfaceOwner ?? 'not_known', reportedAt, backdated }),
  )
}

function mayReport(actor: Actor): boolean {
  return mayInsert(actor, 'repair', { agencyId: actor.agencyId, recordedBy: actor.staffId })
}

interface NewRepair {
  caseId: string
  incidentId?: string
  kind: RepairKind
  damage: string
  place: string
  surfaceOwner: SurfaceOwner
  reportedAt: Date
  backdated: boolean
  backdatedReason: string
}

async function insertRepair(tx: Tx, asking: Asking, { backdated, ...reported }: NewRepair) {
  const { actor, now } = asking
  const { agencyId, staffId } = actor
  const { caseId, kind, reportedAt } = reported
  const repairId = randomUUID()
  await tx.insert(repair).values({
    agencyId,
    repairId,
    ...reported,
    dueAt: repairDueAt(kind, reportedAt),
    recordedBy: staffId,
    recordedAt: now,
    version: now,
  })
  const moment = { reportedAt: reportedAt.toISOString(), backdated }
  const about = { caseId, subjectId: repairId, happenedAt: reportedAt }
  if (kind === 'repair')
    await recordEvent(tx, asking, { kind: 'repair-reported', data: { repairId, ...moment }, ...about })
  else await recordEvent(tx, asking, { kind: 'graffiti-reported', data: { graffitiId: repairId, ...moment }, ...about })
  return { repairId }
}

/** What a report, or a change of one, says about urgent work. */
interface UrgentWorkReported {
  caseId: string
  incidentId: string
  urgentWork: readonly RepairKind[]
  urgentWorkWhat: string
  place: string
  receivedAt?: Date | null
  backdatedReason?: string
}

/** Starts the 24 hours in the transaction that saves a report, counted from when that report was received. */
export async function reportUrgentWork(
  tx: Tx,
  asking: Asking,
  { caseId, incidentId, urgentWork, urgentWorkWhat, place, ...report }: UrgentWorkReported,
): Promise<Result<null, never>> {
  if (urgentWork.length > 0 && !mayReport(asking.actor)) throw notFound()
  const reportedAt = report.receivedAt ?? asking.now
  const { backdatedReason = '' } = report
  // The use case that saves the report has checked its time, and asks for a reason where it needs one.
  const received = checkReceived({ receivedAt: reportedAt, backdatedReason: backdatedReason || '-' }, asking.now)
  const backdated = received.ok && received.value.backdated
  const about = { caseId, incidentId, damage: urgentWorkWhat, place, surfaceOwner: 'not_known' as const }
  for (const kind of urgentWork)
    await insertRepair(tx, asking, { ...about, kind, reportedAt, backdated, backdatedReason })
  return done(null)
}
