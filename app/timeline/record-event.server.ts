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
  /** The case of the actor's own agency; absent where there is none (staff, agency, a referral received). */
  caseId?: string
  /** What it happened to, when that is not the case: a referral, a consent, a person. */
  subjectId?: string
  /** When it happened, if not now: a contact typed in later. */
  happenedAt?: Date
  /** Only and always for what leaves the agency. */
  disclosure?: Disclosure
}

/**
 * The one door for every change: appends to the agency's log, moves the clocks of the case and queues the notifications. The same
 * transaction must hold the change itself.
 * @throws MissingHolidayList when a deadline falls into a year without a list of bank holidays
 */
export async function recordEvent(tx: Tx, asking: Reading, happening: Happening, held?: HeldClocks): Promise<void> {
  const { caseId, kind } = happening
  const moving = caseId && movesClocks(kind) ? { caseId, held: held ?? (await holdClocks(tx, asking, caseId)) } : null
  // The clocks and the log leave together; the clocks first, as everywhere.
  await Promise.all([moving && moveClocks(tx, asking, moving, happening), append(tx, asking, happening)])
}

/**
 * What the clocks of a case are moved by. A caller that holds the case, and has read them since, hands them on, so that
 * they are not read again.
 */
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
  // One after the other on one connection, in one round trip. The case is held before its clocks, because a clock
  // that moves writes its case: whoever held them in turn would lock each other out.
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

/** All clocks of a case, held until the transaction ends. The caller holds the case. */
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

/** The columns a clock may change; what it is a clock of never does, but for C4, which starts again in place. */
function columnsThatMove(set: ReturnType<typeof clocksAfter>['changed'][number]['set']) {
  const { calendarVersion, startedAt, originalDueAt, dueAt, state, keptAt, reason } = set
  return { calendarVersion, startedAt, originalDueAt, dueAt, state, keptAt, reason }
}
