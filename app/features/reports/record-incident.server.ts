import { randomUUID } from 'node:crypto'
import { and, eq } from 'drizzle-orm'
import { z } from 'zod'
import type { Tx } from '../../../db/as-actor.ts'
import { lockCase } from '../../../db/lock-case.ts'
import { type AlreadyDone, writeOnce } from '../../../db/once.ts'
import { caseFile, incident } from '../../../db/schema/case-file.ts'
import { clock } from '../../../db/schema/timeline.ts'
import type { Asking } from '../../domain/actor.ts'
import { londonDayOf } from '../../domain/calendar-day.ts'
import { isSerious } from '../../domain/case.ts'
import { done, type Result, refused } from '../../domain/result.ts'
import { recordEvent } from '../../timeline/record-event.server.ts'
import { typedInstantField } from '../../ui/form-fields.server.ts'
import { checkIncident, type IncidentRefusal, incidentColumns, incidentShape } from './incident-fields.server.ts'
import { readStrandsOffered } from './read-strands.server.ts'
import { discardDraft } from './report-draft.server.ts'
import { withReportRules } from './report-fields.server.ts'

export const recordIncidentFields = withReportRules(z.object({ ...incidentShape, receivedAt: typedInstantField() }))

export type RecordIncidentInput = z.output<typeof recordIncidentFields> & { caseId: string }

export type RecordIncidentRefusal =
  | IncidentRefusal
  | { kind: 'not-found' }
  | { kind: 'case-closed' }
  | { kind: 'received-in-the-future' }
  | { kind: 'received-before-the-case' }

/**
 * Adds a further incident to a case that is there. It moves the two months of C4; violence or its threat makes the case
 * serious and starts R4 from when this incident was reported.
 */
export function recordIncident(
  asking: Asking,
  input: RecordIncidentInput,
): Promise<Result<{ caseId: string; incidentId: string }, RecordIncidentRefusal | AlreadyDone>> {
  return writeOnce(asking, 'record-incident', input, (tx) => recordIn(tx, asking, input))
}

async function recordIn(
  tx: Tx,
  asking: Asking,
  input: RecordIncidentInput,
): Promise<Result<{ caseId: string; incidentId: string }, RecordIncidentRefusal>> {
  const { actor, now } = asking
  const { caseId } = input
  const held = await lockCase(tx, actor, caseId)
  if (!held) return refused({ kind: 'not-found' })
  if (held.stage === 'closed') return refused({ kind: 'case-closed' })
  const receivedAt = input.receivedAt ?? now
  if (receivedAt > now) return refused({ kind: 'received-in-the-future' })
  if (receivedAt < held.receivedAt) return refused({ kind: 'received-before-the-case' })
  const sound = checkIncident(input, { offered: await readStrandsOffered(tx), today: londonDayOf(now) })
  if (!sound.ok) return sound
  const incidentId = randomUUID()
  await tx
    .insert(incident)
    .values({ agencyId: actor.agencyId, caseId, incidentId, ...incidentColumns(input), recordedAt: now })
  const { occurredOn } = input
  const data = { incidentId, occurredOn }
  await recordEvent(tx, asking, { kind: 'incident-recorded', data, caseId, subjectId: incidentId })
  if (isSerious({ violence: input.violence === 'yes', types: input.types })) await raise(tx, asking, caseId, receivedAt)
  await discardDraft(tx, asking)
  return done({ caseId, incidentId })
}

/** Where R4 runs already and nobody has reached the client yet, its sooner date stands for both incidents. */
async function raise(tx: Tx, asking: Asking, caseId: string, receivedAt: Date): Promise<void> {
  const { agencyId } = asking.actor
  await tx
    .update(caseFile)
    .set({ serious: true, version: asking.now })
    .where(and(eq(caseFile.agencyId, agencyId), eq(caseFile.caseId, caseId)))
  const [running] = await tx
    .select({ clockId: clock.clockId })
    .from(clock)
    .where(
      and(eq(clock.agencyId, agencyId), eq(clock.caseId, caseId), eq(clock.clause, 'R4'), eq(clock.state, 'running')),
    )
  if (running) return
  const data = { receivedAt: receivedAt.toISOString(), reason: 'further_incident' }
  await recordEvent(tx, asking, { kind: 'serious-raised', data, caseId })
}
