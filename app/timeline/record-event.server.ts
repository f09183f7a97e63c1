import { randomUUID } from 'node:crypto'
import { and, eq, sql } from 'drizzle-orm'
import type { Tx } from '../../db/as-actor.ts'
import { readCalendar } from '../../db/read-calendar.ts'
import { agency } from '../../db/schema/agency.ts'
import { caseFile } from '../../db/schema/case-file.ts'
import { clock } from '../../db/schema/timeline.ts'
import type { CaseEvent, Disclosure } from '../domain/cases/case-event.ts'
import { isForWorker } from '../domain/events/event-table.ts'
import type { Actor, Reading } from '../domain/partnership/actor.ts'
import { clocksAfter, movesClocks } from '../domain/standards/clock-changes.ts'
import type { ClocksBefore } from '../domain/standards/clock-row.ts'

export type Happening = CaseEvent & {
  /** A case of the actor's own agency. Absent for events about staff, an agency or a received referral. */
  caseId?: string
  /** The id of the referral, consent or person that the event is about, if it is not about the whole case. */
  subjectId?: string
  /** When it happened, if that was earlier: for example a contact recorded later. */
  happenedAt?: Date
  /** Required for events that share data with another agency, and absent from all others. */
  disclosure?: Disclosure
}

/**
 * Records an event: appends it to the agency's log, moves the deadlines of the case and queues notifications. Every
 * change must call it, in the transaction that makes the change.
 * @param held the clocks, if the caller has locked the case and read them already
 * @throws MissingHolidayList when a deadline falls into a year without a list of bank holidays
 */
export async function recordEvent(tx: Tx, asking: Reading, happening: Happening, held?: HeldClocks): Promise<void> {
  const { caseId, kind } = happening
  const moving = caseId && movesClocks(kind) ? { caseId, held: held ?? (await holdClocks(tx, asking, caseId)) } : null
  // The statements are sent together and run in order. Lock order: always the clocks before the log.
  await Promise.all([moving && moveClocks(tx, asking, moving, happening), append(tx, asking, happening)])
}

/** What moving a case's clocks needs. A caller that locked the case may pass it, to save reading it. */
export type HeldClocks = Pick<ClocksBefore, 'clocks' | 'agencyInvestigates' | 'calendar'>

async function append(tx: Tx, asking: Reading, happening: Happening): Promise<void> {
  const { caseId, subjectId, disclosure, kind } = happening
  const appended = sql`app.append_event(
    ${kind}, ${caseId ?? null}::uuid, ${subjectId ?? null}::uuid,
    ${(happening.happenedAt ?? asking.now).toISOString()}::timestamptz, ${JSON.stringify(happening.data)}::jsonb,
    ${disclosure?.recipientAgencyId ?? null}::uuid, ${disclosure?.ground ?? null}, ${disclosure?.justification ?? null})`
  const queued = sql`app.enqueue_telling(${kind}, ${caseId ?? null}::uuid, ${subjectId ?? null}::uuid, ${appended})`
  await tx.execute(sql`select ${isForWorker(kind) ? queued : appended}`)
}

async function holdClocks(tx: Tx, { actor }: Reading, caseId: string): Promise<HeldClocks> {
  const { agencyId } = actor
  // One connection runs these statements in order, in one round trip. The case is locked before its clocks: moving a
  // clock writes the case, so two transactions with the opposite order would deadlock.
  const [, clocks, [owner], calendar] = await Promise.all([
    tx
      .select({ caseId: caseFile.caseId })
      .from(caseFile)
      .where(and(eq(caseFile.agencyId, agencyId), eq(caseFile.caseId, caseId)))
      .for('update'),
    lockClocks(tx, actor, caseId),
    tx.select({ investigates: agency.investigates }).from(agency).where(eq(agency.agencyId, agencyId)),
    readCalendar(tx),
  ])
  return { clocks, agencyInvestigates: owner?.investigates ?? false, calendar }
}

/** Locks all clocks of a case until the transaction ends. The caller must have locked the case. */
export async function lockClocks(tx: Tx, { agencyId }: Pick<Actor, 'agencyId'>, caseId: string) {
  const ofCase = and(eq(clock.agencyId, agencyId), eq(clock.caseId, caseId))
  return tx.select().from(clock).where(ofCase).for('update')
}

async function moveClocks(
  tx: Tx,
  { actor, now }: Reading,
  { caseId, held }: { caseId: string; held: HeldClocks },
  event: CaseEvent,
) {
  const { agencyId } = actor
  const { started, changed } = clocksAfter(event, { ...held, caseId, now })
  await Promise.all([
    started.length > 0 &&
      tx.insert(clock).values(started.map((row) => ({ ...row, agencyId, caseId, clockId: randomUUID() }))),
    ...changed.map(({ clockId, set }) =>
      tx
        .update(clock)
        .set(columnsThatMove(set))
        .where(and(eq(clock.agencyId, agencyId), eq(clock.clockId, clockId))),
    ),
  ])
}

/** The columns that may change. What a clock belongs to never changes; only C4 may restart in the same row. */
function columnsThatMove(set: ReturnType<typeof clocksAfter>['changed'][number]['set']) {
  const { calendarVersion, startedAt, originalDueAt, dueAt, state, keptAt, reason } = set
  return { calendarVersion, startedAt, originalDueAt, dueAt, state, keptAt, reason }
}
