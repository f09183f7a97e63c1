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

/** Rows of one run; what is left over is done by the next one. */
const AT_ONCE = 200

type Row = typeof referral.$inferSelect

interface Running {
  /** Of role `system`, for one agency. */
  actor: Actor
  now: Date
}

export interface Escalated {
  /** Receipt not confirmed within a working day: the recipient's own people are reminded. */
  reminded: number
  /** No answer in time: both agencies are notified, each through its own log. A question of the recipient: the sender alone. */
  unanswered: number
}

/**
 * What nobody has answered does not lie there silently. For one agency, as sender and as recipient; running it again
 * changes nothing, and a referral that is answered in between is left alone. A late answer stays possible.
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

/** Sent to this agency, not confirmed, and nobody reminded yet. */
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
 * Sent to this agency and overdue, or sent by it and marked as unanswered by the recipient's run; not in this agency's
 * log yet. The recipient's own run marks it, so that the step says who did not answer.
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
          notExists(toldSinceDue(tx, actor)),
        ),
      )
      .orderBy(asc(referral.dueAt))
      .limit(AT_ONCE)
  const toUs = await ofOurs(referral.toAgencyId, [...PROMPTED, 'expired'])
  return [...toUs, ...(await ofOurs(referral.fromAgencyId, ['expired', 'information_asked']))]
}

/** The event of this agency about this time that no one answered; a referral asked about again can be late again. */
function toldSinceDue(tx: Tx, { agencyId }: Actor) {
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
      .where(and(untold, notExists(toldSinceDue(tx, actor))))
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

/** The recipient has asked something, so it is the sender's turn. */
function owesReply({ state, fromAgencyId }: Row, { agencyId }: Actor): boolean {
  return state === 'information_asked' && fromAgencyId === agencyId
}
