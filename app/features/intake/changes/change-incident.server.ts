import { and, eq } from 'drizzle-orm'
import { z } from 'zod'
import type { Tx } from '../../../../db/as-actor.ts'
import { type AlreadyDone, writeOnce } from '../../../../db/once.ts'
import { incident } from '../../../../db/schema/case-file.ts'
import { ifMay } from '../../../access/ability.ts'
import { lockCaseToChange } from '../../../access/lock-case.server.ts'
import { isSerious } from '../../../domain/cases/case.ts'
import { changedAnswers } from '../../../domain/cases/changed-detail.ts'
import type { Asking } from '../../../domain/partnership/actor.ts'
import { done, type Result, refused } from '../../../domain/result.ts'
import { londonDayOf } from '../../../domain/time/calendar-day.ts'
import { readStrandsOffered } from '../../../facts/read-strands.server.ts'
import { recordEvent } from '../../../timeline/record-event.server.ts'
import { checkIncident, type IncidentRefusal, incidentColumns, incidentEntries } from '../incident-entries.server.ts'
import { findCorrectedPlace } from '../place-incident.server.ts'
import { withReportRules } from '../report-entries.server.ts'
import { markSeriousness } from './change-seriousness.server.ts'
import { changedNames } from './changed-names.ts'
import type { AfterIncident } from './record-incident.server.ts'

const { account: _, ...correctable } = incidentEntries

/** Everything about an incident except the reporter's account, which stays as they gave it. */
export const changeIncidentInput = withReportRules(z.object(correctable))

export type ChangeIncidentInput = z.output<typeof changeIncidentInput> & { caseId: string; incidentId: string }

/**
 * Corrects or completes an incident: its police status, time and place. If it turns out to be violent, the case
 * becomes serious, counted from when the report was received. This never removes the mark.
 */
export function changeIncident(
  asking: Asking,
  input: ChangeIncidentInput,
  andThen?: AfterIncident<ChangeIncidentInput>,
): Promise<Result<{ changed: string[] }, IncidentRefusal | { kind: 'not-found' } | AlreadyDone>> {
  return writeOnce(asking, 'change-incident', input, async (tx) => {
    const changed = await changeIn(tx, asking, input)
    if (changed.ok) await andThen?.(tx, asking, input)
    return changed
  })
}

async function changeIn(
  tx: Tx,
  asking: Asking,
  input: ChangeIncidentInput,
): Promise<Result<{ changed: string[] }, IncidentRefusal | { kind: 'not-found' }>> {
  const { caseId, incidentId } = input
  const { agencyId } = asking.actor
  const held = await lockCaseToChange(tx, asking.actor, caseId)
  const one = and(eq(incident.agencyId, agencyId), eq(incident.caseId, caseId), eq(incident.incidentId, incidentId))
  const [before] = await tx.select().from(incident).where(one)
  if (!held || !before || !ifMay(asking.actor, 'update', 'incident', before)) return refused({ kind: 'not-found' })
  const offered = [...(await readStrandsOffered(tx)), ...before.strands]
  const sound = checkIncident(input, { offered, today: londonDayOf(asking.now) })
  if (!sound.ok) return sound
  const placed = await findCorrectedPlace(tx, before, input)
  if (!placed.ok) return placed
  const { account: unchanged, ...columns } = incidentColumns({ ...input, account: before.account }, placed.value)
  const changed = namesChanged(before, columns)
  if (changed.length === 0) return done({ changed })
  await tx.update(incident).set(columns).where(one)
  await recordEvent(tx, asking, {
    kind: 'case-details-changed',
    data: { changed, answers: changedAnswers(changed, columns) },
    caseId,
    subjectId: incidentId,
  })
  if (!held.serious && isSerious({ violence: columns.violence, types: columns.types }))
    await markSeriousness(tx, asking, { caseId, serious: true, reason: 'violence_told_later', note: '' })
  return done({ changed })
}

/** `cell` and `placeBy` are calculated from the form, so the log names the point instead. */
function namesChanged(before: typeof incident.$inferSelect, columns: Partial<typeof incident.$inferSelect>): string[] {
  const { placeBy, lat, lng, cell, ...told } = columns
  const moved = changedNames(before, { lat, lng }).length > 0
  return [...changedNames(before, told), ...(moved ? ['placeOnTheMap'] : [])]
}
