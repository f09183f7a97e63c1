import { and, eq } from 'drizzle-orm'
import type { Tx } from '../../../../db/as-actor.ts'
import { readCalendar } from '../../../../db/read-calendar.ts'
import { referral } from '../../../../db/schema/referral.ts'
import type { Reading } from '../../../domain/partnership/actor.ts'
import { type MoveId, moveOf, REFERRAL_STATES } from '../../../domain/referrals/referral.ts'
import { dueAfterMove, dueWithoutCalendar } from '../../../domain/referrals/referral-due.ts'
import { type CalendarDay, isDay } from '../../../domain/time/calendar-day.ts'
import { hideWhatWasShared } from './hide-what-was-shared.server.ts'
import type { MoveDetails } from './move-details.ts'

type Row = typeof referral.$inferSelect

interface MoveOfRow {
  move: MoveId
  details?: MoveDetails
  set?: Partial<Row>
}

/** Updates the referral after a move; the caller has locked it. Hides what the recipient may no longer see. */
export async function updateMoved(
  tx: Tx,
  { actor, now }: Reading,
  row: Row,
  { move, details, set }: MoveOfRow,
): Promise<void> {
  const { to, needs, tellClient } = moveOf(move)
  const dueAt = set?.dueAt ?? (await dueAtAfter(tx, row, { move, details: details, now }))
  const hidden = !REFERRAL_STATES[to].packageShown && row.sentAt && row.fromAgencyId === actor.agencyId
  const written = await tx
    .update(referral)
    .set({
      ...set,
      state: to,
      version: row.version + 1,
      dueAt,
      ...instantsOf(row, move, now),
      ...(hidden && !row.hiddenAt ? { hiddenAt: now } : {}),
      ...(tellClient && row.sentAt ? { newsAt: now } : {}),
      ...(REFERRAL_STATES[to].lane === 'finished' && details?.reason ? { reason: details.reason } : {}),
      ...(needs.includes('outcome') ? { outcome: details?.outcome } : {}),
      ...(needs.includes('suggestion') ? { suggestedAgencyId: details?.suggestion } : {}),
    })
    .where(
      and(eq(referral.referralId, row.referralId), eq(referral.state, row.state), eq(referral.version, row.version)),
    )
    .returning({ version: referral.version })
  if (written.length !== 1) throw new Error('A referral that was locked has changed.')
  if (hidden) await hideWhatWasShared(tx, actor, row.referralId, now)
}

/** An answer proves receipt, so a referral answered without a confirmation does not count as never received. */
function instantsOf(row: Row, move: MoveId, now: Date): Partial<Row> {
  if (move === 'send') return { sentAt: now }
  const ended = REFERRAL_STATES[moveOf(move).to].lane === 'finished' ? { closedAt: now } : {}
  const arrived = row.receivedAt ? {} : { receivedAt: now }
  if (move === 'receive' || move === 'ask_for_more') return arrived
  if (move === 'accept' || move === 'decline') return { ...arrived, answeredAt: now, ...ended }
  return ended
}

async function dueAtAfter(
  tx: Tx,
  row: Row,
  { move, details, now }: { move: MoveId; details?: MoveDetails; now: Date },
): Promise<Date> {
  const kept = dueWithoutCalendar(move, { dueAt: row.dueAt, movedAt: now })
  if (kept) return kept
  const nextTryOn: CalendarDay | null = details?.nextTryOn && isDay(details.nextTryOn) ? details.nextTryOn : null
  return dueAfterMove(move, { dueAt: row.dueAt, movedAt: now, nextTryOn }, await readCalendar(tx))
}
