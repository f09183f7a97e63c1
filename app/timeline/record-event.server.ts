import { randomUUID } from 'node:crypto'
import { and, eq, sql } from 'drizzle-orm'
import type { Tx } from '../../db/as-actor.ts'
import { readCalendar } from '../../db/read-calendar.ts'
import { agency } from '../../db/schema/agency.ts'
import { caseFile } from '../../db/schema/case-file.ts'
import { clock } from '../../db/schema/timeline.ts'
import type { CaseEvent, Disclosure } from '../domain/cases/case-event.ts'
import { isForWorker } from '../domain/events/event-table.ts'
import type { Asking } from '../domain/partnership/actor.ts'
import { clocksAfter, movesClocks } from '../domain/standards/clock-changes.ts'

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
 * The one door for every change: appends to the agency's log, moves the clocks of the case and queues what others are * notified, in the transaction of the change. The same transaction must hold the change itself.
 * @throws MissingHolidayList when a deadline falls into a year without a list of bank holidays
 */
export async function recordEvent(tx: Tx, asking: Omit<Asking, 'key'>, happening: Happening): Promise<void> {
  const { caseId, subjectId, disclosure, kind } = happening
  if (caseId && movesClocks(kind)) await moveClocks(tx, asking, caseId, happening)
  const appended = sql`app.append_event(
    ${kind}, ${caseId ?? null}::uuid, ${subjectId ?? null}::uuid,
    ${(happening.happenedAt ?? asking.now).toISOString()}::timestamptz, ${JSON.stringify(happening.data)}::jsonb,
    ${disclosure?.recipientAgencyId ?? null}::uuid, ${disclosure?.ground ?? null}, ${disclosure?.justification ?? null})`
  const queued = sql`app.enqueue_telling(${kind}, ${caseId ?? null}::uuid, ${subjectId ?? null}::uuid, ${appended})`
  await tx.execute(sql`select ${isForWorker(kind) ? queued : appended}`)
}

async function moveClocks(tx: Tx, { actor, now }: Omit<Asking, 'key'>, caseId: string, event: CaseEvent) {
  const { agencyId } = actor
  const ofCase = and(eq(clock.agencyId, agencyId), eq(clock.caseId, caseId))
  const home = eq(agency.agencyId, agencyId)
  // One after the other on one connection, in one round trip. The case is held before its clocks, because a clock
  // that moves writes its case: whoever held them in turn would lock each other out.
  const [, clocks, [owner], calendar] = await Promise.all([
    tx
      .select({ caseId: caseFile.caseId })
      .from(caseFile)
      .where(and(eq(caseFile.agencyId, agencyId), eq(caseFile.caseId, caseId)))
      .for('update'),
    tx.select().from(clock).where(ofCase).for('update'),
    tx.select({ investigates: agency.investigates }).from(agency).where(home),
    readCalendar(tx),
  ])
  const agencyInvestigates = owner?.investigates ?? false
  const { started, changed } = clocksAfter(event, { caseId, clocks, agencyInvestigates, calendar, now })
  if (started.length > 0)
    await tx.insert(clock).values(started.map((row) => ({ ...row, agencyId, caseId, clockId: randomUUID() })))
  for (const { clockId, set } of changed)
    await tx
      .update(clock)
      .set(columnsThatMove(set))
      .where(and(eq(clock.agencyId, agencyId), eq(clock.clockId, clockId)))
}

/** The columns a clock may change; what it is a clock of never does, but for C4, which starts again in place. */
function columnsThatMove(set: ReturnType<typeof clocksAfter>['changed'][number]['set']) {
  const { calendarVersion, startedAt, originalDueAt, dueAt, state, keptAt, reason } = set
  return { calendarVersion, startedAt, originalDueAt, dueAt, state, keptAt, reason }
}
