import { randomUUID } from 'node:crypto'
import { and, eq, sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Tx } from '../../../../db/as-actor.ts'
import { type AlreadyDone, writeOnce } from '../../../../db/once.ts'
import { caseFile, type FurtherReport, incident } from '../../../../db/schema/case-file.ts'
import { clock } from '../../../../db/schema/timeline.ts'
import { mayInsert } from '../../../access/ability.ts'
import { lockCaseToChange } from '../../../access/lock-case.server.ts'
import { isSerious } from '../../../domain/cases/case.ts'
import type { Contactability } from '../../../domain/cases/case-event.ts'
import type { Asking } from '../../../domain/partnership/actor.ts'
import { done, type Result, refused } from '../../../domain/result.ts'
import { isBeforeMinuteOf } from '../../../domain/time/calendar-day.ts'
import { typedInstantField } from '../../../forms/date-fields.server.ts'
import { recordEvent } from '../../../timeline/record-event.server.ts'
import { type IncidentRefusal, incidentColumns, incidentEntries } from '../incident-entries.server.ts'
import { checkAndPlace } from '../place-incident.server.ts'
import { withReportRules } from '../report-entries.server.ts'

export const recordIncidentInput = withReportRules(
  z.object({ ...incidentEntries, receivedAt: typedInstantField('recorded') }),
)

export type RecordIncidentInput = z.output<typeof recordIncidentInput> & { caseId: string }

export type RecordIncidentRefusal =
  | IncidentRefusal
  | { kind: 'not-found' }
  | { kind: 'case-closed' }
  | { kind: 'received-in-the-future' }
  | { kind: 'received-before-the-case' }

/** What follows in the transaction that saves an incident. It belongs to another feature, so the route passes it in. */
export type AfterIncident<Input> = (
  tx: Tx,
  asking: Asking,
  saved: Input & { incidentId: string },
) => Promise<Result<null, never>>

/**
 * Adds an incident to an existing case. It restarts the two months of C4. As a report of its own it starts R3, unless
 * a contact is due already; with violence or a threat the case becomes serious and R4 starts instead.
 */
export function recordIncident(
  asking: Asking,
  input: RecordIncidentInput,
  andThen?: AfterIncident<RecordIncidentInput>,
): Promise<Result<{ caseId: string; incidentId: string }, RecordIncidentRefusal | AlreadyDone>> {
  return writeOnce(asking, 'record-incident', input, async (tx) => {
    const recorded = await recordIncidentIn(tx, asking, input)
    if (recorded.ok) await andThen?.(tx, asking, { ...input, incidentId: recorded.value.incidentId })
    return recorded
  })
}

/** The rest of a report, if the form asked for more than the incident. */
interface ReportOf {
  report: FurtherReport
  contactable: Contactability
}

/** Records an incident in the transaction of a whole report. */
export async function recordIncidentIn(
  tx: Tx,
  asking: Asking,
  input: RecordIncidentInput,
  furtherReport?: ReportOf,
): Promise<Result<{ caseId: string; incidentId: string }, RecordIncidentRefusal>> {
  const { actor, now } = asking
  const { caseId } = input
  const held = await lockCaseToChange(tx, actor, caseId)
  if (!held || !mayInsert(actor, 'incident', actor)) return refused({ kind: 'not-found' })
  if (held.stage === 'closed') return refused({ kind: 'case-closed' })
  const receivedAt = input.receivedAt ?? now
  if (receivedAt > now) return refused({ kind: 'received-in-the-future' })
  if (isBeforeMinuteOf(receivedAt, held.receivedAt)) return refused({ kind: 'received-before-the-case' })
  const placed = await checkAndPlace(tx, input, now)
  if (!placed.ok) return placed
  const incidentId = randomUUID()
  await tx.insert(incident).values({
    agencyId: actor.agencyId,
    caseId,
    incidentId,
    ...incidentColumns(input, placed.value),
    furtherReport: furtherReport?.report ?? null,
    recordedAt: now,
  })
  const { occurredOn } = input
  const data = { incidentId, occurredOn }
  await recordEvent(tx, asking, { kind: 'incident-recorded', data, caseId, subjectId: incidentId })
  await startContact(tx, asking, input, {
    incidentId,
    receivedAt,
    furtherReport: furtherReport,
    contactability: held.contactability,
  })
  return done({ caseId, incidentId })
}

interface Started {
  incidentId: string
  receivedAt: Date
  furtherReport: ReportOf | undefined
  contactability: Contactability
}

/** Even if the client may be contacted, they must not be contacted about a report they do not know of. */
async function startContact(
  tx: Tx,
  asking: Asking,
  { caseId, violence, types }: RecordIncidentInput,
  { incidentId, receivedAt, furtherReport, contactability }: Started,
): Promise<void> {
  const serious = isSerious({ violence: violence === 'yes', types })
  const contactable = contactability === 'possible' ? (furtherReport?.contactable ?? 'possible') : contactability
  const how = furtherReport
    ? { channel: furtherReport.report.channel, reporterRole: furtherReport.report.reporterRole }
    : {}
  await recordEvent(tx, asking, {
    kind: 'further-report-received',
    data: { incidentId, receivedAt: receivedAt.toISOString(), serious, contactable, ...how },
    caseId,
    subjectId: incidentId,
    happenedAt: receivedAt,
  })
  const unreachable = contactability === 'possible' && contactable !== 'possible'
  if (serious) await raise(tx, asking, caseId, { receivedAt, unreachable })
}

/** If R4 already runs and the client was not reached yet, its earlier deadline serves both incidents. */
async function raise(
  tx: Tx,
  asking: Asking,
  caseId: string,
  { receivedAt, unreachable }: { receivedAt: Date; unreachable: boolean },
): Promise<void> {
  const { agencyId } = asking.actor
  // The note from removing an earlier mark does not apply to the new one, so it is cleared.
  const reasonIfSerious = sql`case when ${caseFile.serious} then ${caseFile.seriousReason} else '' end`
  await tx
    .update(caseFile)
    .set({ serious: true, seriousReason: reasonIfSerious, version: asking.now })
    .where(and(eq(caseFile.agencyId, agencyId), eq(caseFile.caseId, caseId)))
  const [running] = await tx
    .select({ clockId: clock.clockId })
    .from(clock)
    .where(
      and(eq(clock.agencyId, agencyId), eq(clock.caseId, caseId), eq(clock.clause, 'R4'), eq(clock.state, 'running')),
    )
  if (running) return
  const data = { receivedAt: receivedAt.toISOString(), reason: 'further_incident', ...(unreachable && { unreachable }) }
  await recordEvent(tx, asking, { kind: 'serious-raised', data, caseId })
}
