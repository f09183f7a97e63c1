import { and, asc, eq, gt, inArray, isNull, lt, notExists, sql } from 'drizzle-orm'
import { asActor, type Tx } from '../../../../db/as-actor.ts'
import { readCalendar } from '../../../../db/read-calendar.ts'
import { referral } from '../../../../db/schema/referral.ts'
import { caseEvent } from '../../../../db/schema/timeline.ts'
import type { Actor } from '../../../domain/partnership/actor.ts'
import { promptDueAt } from '../../../domain/referrals/referral-due.ts'
import { REFERRAL_PROMPTS } from '../../../domain/referrals/referral-prompt.ts'
import { recordEvent } from '../../../timeline/record-event.server.ts'
import { caseOfReferral } from '../moves/case-of-referral.server.ts'
import { moveReferral } from '../moves/move-referral.server.ts'

/** Rows per run; the next run does the rest. */
const AT_ONCE = 200

type Row = typeof referral.$inferSelect

interface Running {
  /** Of role `system`, for one agency. */
  actor: Actor
  now: Date
}

export interface Escalated {
  /** Receipt was not confirmed within a working day: the recipient's own people are reminded. */
  reminded: number
  /** No answer in time: each agency is notified by its own log. For the recipient's question, the sender alone. */
  unanswered: number
}

/**
 * Escalates unanswered referrals of one agency, as sender and as recipient. Running it again changes nothing, and a
 * referral that is answered in between is left alone. A late answer stays possible.
 */
export async function escalateReferrals(running: Running): Promise<Escalated> {
  const { receipts, answers } = await asActor(running.actor, async (tx) => ({
    receipts: await listUnconfirmed(tx, running),
    answers: await listUnanswered(tx, running),
  }))
  let reminded = 0
  for (const { referralId } of receipts) if (await remind(running, referralId)) reminded += 1
  let unanswered = 0
  for (const { referralId } of answers) if (await markUnanswered(running, referralId)) unanswered += 1
  return { reminded, unanswered }
}

const PROMPTED: readonly Row['state'][] = REFERRAL_PROMPTS.answer.state

/** Sent to this agency, not confirmed, and not reminded yet. */
async function listUnconfirmed(tx: Tx, { actor, now }: Running) {
  const waiting = await tx
    .select()
    .from(referral)
    .where(
      and(
        eq(referral.toAgencyId, actor.agencyId),
        eq(referral.lane, 'to_answer'),
        eq(referral.state, 'sent'),
        isNull(referral.escalatedAt),
      ),
    )
    .orderBy(asc(referral.dueAt))
    .limit(AT_ONCE)
  const calendar = await readCalendar(tx)
  return waiting.filter(({ sentAt }) => sentAt && promptDueAt('receive', sentAt, calendar) < now)
}

/**
 * Overdue referrals sent to this agency, and its own that the recipient's run marked as unanswered, if not in this
 * agency's log yet. Only the recipient's run marks them, so that the step names the agency that did not answer.
 */
async function listUnanswered(tx: Tx, { actor, now }: Running) {
  const ofOurs = (side: typeof referral.fromAgencyId | typeof referral.toAgencyId, states: readonly Row['state'][]) =>
    tx
      .select({ referralId: referral.referralId })
      .from(referral)
      .where(
        and(
          eq(side, actor.agencyId),
          eq(referral.lane, 'to_answer'),
          lt(referral.dueAt, now),
          inArray(referral.state, [...states]),
          notExists(selectEscalationSinceDue(tx, actor)),
        ),
      )
      .orderBy(asc(referral.dueAt))
      .limit(AT_ONCE)
  const toUs = await ofOurs(referral.toAgencyId, [...PROMPTED, 'expired'])
  return [...toUs, ...(await ofOurs(referral.fromAgencyId, ['expired', 'information_asked']))]
}

/** This agency's event about this due date. A referral that is asked about again can be late again. */
function selectEscalationSinceDue(tx: Tx, { agencyId }: Actor) {
  return tx
    .select({ seq: caseEvent.seq })
    .from(caseEvent)
    .where(
      and(
        eq(caseEvent.agencyId, agencyId),
        eq(caseEvent.subjectId, referral.referralId),
        eq(caseEvent.kind, 'referral-escalated'),
        sql`${caseEvent.data}->>'step' in ('answer', 'reply')`,
        gt(caseEvent.happenedAt, referral.dueAt),
      ),
    )
}

async function remind({ actor, now }: Running, referralId: string): Promise<boolean> {
  return asActor(actor, async (tx) => {
    const marked = await tx
      .update(referral)
      .set({ escalatedAt: now })
      .where(and(eq(referral.referralId, referralId), eq(referral.state, 'sent'), isNull(referral.escalatedAt)))
      .returning({ referralId: referral.referralId })
    if (marked.length === 0) return false
    const data = { referralId, step: 'receive' }
    await recordEvent(tx, { actor, now }, { kind: 'referral-escalated', subjectId: referralId, data })
    return true
  })
}

async function markUnanswered({ actor, now }: Running, referralId: string): Promise<boolean> {
  const asking = { actor, now }
  return asActor(actor, async (tx) => {
    const untold = and(eq(referral.referralId, referralId), lt(referral.dueAt, now))
    await tx.select({ version: referral.version }).from(referral).where(untold).for('update')
    const [row] = await tx
      .select()
      .from(referral)
      .where(and(untold, notExists(selectEscalationSinceDue(tx, actor))))
    if (!row) return false
    if (row.state !== 'expired' && row.toAgencyId === actor.agencyId) {
      const moved = await moveReferral(tx, asking, { referralId, move: 'expire', side: 'system' })
      if (!moved.ok) return false
    } else if (row.state !== 'expired' && !owesReply(row, actor)) return false
    await tx.update(referral).set({ escalatedAt: now }).where(eq(referral.referralId, referralId))
    const caseId = await caseOfReferral(tx, actor, row)
    const about = { subjectId: referralId, ...(caseId ? { caseId } : {}) }
    await recordEvent(tx, asking, {
      ...about,
      kind: 'referral-escalated',
      data: { referralId, step: owesReply(row, actor) ? 'reply' : 'answer' },
    })
    return true
  })
}

/** Whether the recipient has asked a question, so that the sender has to answer. */
function owesReply({ state, fromAgencyId }: Row, { agencyId }: Actor): boolean {
  return state === 'information_asked' && fromAgencyId === agencyId
}
