import { and, asc, eq, gt } from 'drizzle-orm'
import { asActor, type Tx } from '../../db/as-actor.ts'
import { lockCase } from '../../db/lock-case.ts'
import { readCalendar } from '../../db/read-calendar.ts'
import { agency } from '../../db/schema/agency.ts'
import { clock } from '../../db/schema/timeline.ts'
import { type Actor, NOBODY, systemOf } from '../domain/partnership/actor.ts'
import { rebaseClocks } from '../domain/standards/clock-changes.ts'
import { recordEvent } from './record-event.server.ts'

const CASES_AT_ONCE = 500
const WHY = 'A bank holiday was added after the date had been set'

/**
 * Recalculates the open deadlines of one agency after a bank holiday was added, and records each moved deadline in the
 * timeline of its case. Each case has its own transaction, so that nobody waits long. If it is interrupted, a second
 * run moves the remaining deadlines.
 * @returns the number of deadlines moved
 */
export async function rebaseClocksOf(agencyId: string, now: Date): Promise<number> {
  const actor = systemOf(agencyId)
  let moved = 0
  let after = ''
  for (;;) {
    const cases = await asActor(actor, (tx) => listCasesWithOpenClocks(tx, agencyId, after))
    for (const caseId of cases) moved += await asActor(actor, (tx) => rebaseCase(tx, actor, caseId, now))
    if (cases.length < CASES_AT_ONCE) return moved
    after = cases.at(-1) ?? ''
  }
}

/** Recalculates the open deadlines of every agency. @returns the number of deadlines moved */
export async function rebaseEveryClock(now: Date): Promise<number> {
  const agencies = await asActor(systemOf(NOBODY), (tx) => tx.select({ agencyId: agency.agencyId }).from(agency))
  let moved = 0
  for (const { agencyId } of agencies) moved += await rebaseClocksOf(agencyId, now)
  return moved
}

async function listCasesWithOpenClocks(tx: Tx, agencyId: string, after: string): Promise<string[]> {
  const open = and(eq(clock.agencyId, agencyId), eq(clock.state, 'running'))
  const rows = await tx
    .selectDistinct({ caseId: clock.caseId })
    .from(clock)
    .where(after ? and(open, gt(clock.caseId, after)) : open)
    .orderBy(asc(clock.caseId))
    .limit(CASES_AT_ONCE)
  return rows.map(({ caseId }) => caseId)
}

async function rebaseCase(tx: Tx, actor: Actor, caseId: string, now: Date): Promise<number> {
  const { agencyId } = actor
  // Lock order: always the case before its clocks.
  await lockCase(tx, actor, caseId)
  const running = and(eq(clock.agencyId, agencyId), eq(clock.caseId, caseId), eq(clock.state, 'running'))
  const clocks = await tx.select().from(clock).where(running).for('update')
  const moves = rebaseClocks(clocks, await readCalendar(tx))
  for (const { clockId, clause, set } of moves) {
    const from = clocks.find((before) => before.clockId === clockId)?.dueAt
    const { dueAt = from, calendarVersion } = set
    if (!from || !dueAt) continue
    await tx
      .update(clock)
      .set({ dueAt, calendarVersion })
      .where(and(eq(clock.agencyId, agencyId), eq(clock.clockId, clockId)))
    const data = { clockId, clause, reason: WHY, from: from.toISOString(), to: dueAt.toISOString() }
    await recordEvent(tx, { actor, now }, { kind: 'clock-rebased', data, caseId, subjectId: clockId })
  }
  return moves.length
}
