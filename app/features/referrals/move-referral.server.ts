import { randomUUID } from 'node:crypto'
import { and, eq, isNull, ne, type SQL, sql } from 'drizzle-orm'
import type { Tx } from '../../../db/as-actor.ts'
import { readCalendar } from '../../../db/read-calendar.ts'
import { referral, referralOrigin, referralPackage, referralStep } from '../../../db/schema/referral.ts'
import { staff } from '../../../db/schema/staff.ts'
import type { ContactChannel } from '../../domain/cases/contact.ts'
import { type ContactSafety, unsafeActOf } from '../../domain/cases/unsafe-contact.ts'
import type { Asking } from '../../domain/partnership/actor.ts'
import {
  type MoveId,
  moveOf,
  REFERRAL_STATES,
  type ReferralSide,
  type ReferralState,
} from '../../domain/referrals/referral.ts'
import { dueAfterMove, dueWithoutCalendar } from '../../domain/referrals/referral-due.ts'
import { decideMove, type MoveGiven, type MoveRefusal } from '../../domain/referrals/referral-move.ts'
import { done, type Result, refused } from '../../domain/result.ts'
import { type CalendarDay, isDay } from '../../domain/time/calendar-day.ts'
import { type Happening, recordEvent } from '../../timeline/record-event.server.ts'

type Row = typeof referral.$inferSelect

export interface MoveAsked {
  referralId: string
  /** The version on the page that the person looked at; another one is refused as `changed-since`. */
  expectedVersion?: number
  move: MoveId
  side: ReferralSide
  given?: Omit<MoveGiven, 'seenVersion'> & {
    /** When it happened, if not now: an attempt that is typed in later. */
    movedAt?: Date
    /** 'YYYY-MM-DD', or empty. */
    nextTryOn?: string
    /** How the client was contacted, for a move that records a contact. */
    channel?: ContactChannel
  } & Partial<ContactSafety>
  /** Columns that the caller's move writes besides those that follow from the move. */
  set?: Partial<
    Pick<
      Row,
      'recipientWorkerId' | 'packageVersion' | 'byOverride' | 'serious' | 'overrideGround' | 'urgency' | 'dueAt'
    >
  >
  /** In place of the move's plain event. `send` has no plain one: its caller knows what is disclosed, and why. */
  happening?: Happening
}

export interface Moved {
  referralId: string
  from: ReferralState
  to: ReferralState
  version: number
  /** The sender's own case; null for the recipient. */
  caseId: string | null
}

export type ReferralRefusal = MoveRefusal | { kind: 'not-found' }

/**
 * Makes one move of a referral: state, step and event, in the transaction of the caller. Of two moves at once the
 * second waits for the row, looks again, and is refused with what is possible then. A referral that the actor may not
 * move from this side does not exist: `not-found`.
 */
export async function moveReferral(
  tx: Tx,
  asking: Omit<Asking, 'key'>,
  asked: MoveAsked,
): Promise<Result<Moved, ReferralRefusal>> {
  const [row] = await tx.select().from(referral).where(eq(referral.referralId, asked.referralId)).for('update')
  if (!row || !standsOn(asked.side, row, asking)) return refused({ kind: 'not-found' })
  const given = { ...asked.given, seenVersion: asked.expectedVersion }
  const decided = decideMove(row, asked.move, asked.side, given)
  if (!decided.ok) return decided
  const { from, to } = decided.value
  await writeRow(tx, asking, row, asked)
  await writeStep(tx, asking, row, asked)
  const caseId = await caseOfReferral(tx, asking, row)
  await recordEvent(tx, asking, asked.happening ?? plainHappening(asked, { from, to }, caseId))
  return done({ referralId: row.referralId, from, to, version: row.version + 1, caseId })
}

function standsOn(side: ReferralSide, row: Row, { actor }: Omit<Asking, 'key'>): boolean {
  if (side === 'sender') return row.fromAgencyId === actor.agencyId
  if (side === 'recipient') return row.toAgencyId === actor.agencyId && row.sentAt !== null
  return actor.role === 'system'
}

async function writeRow(tx: Tx, asking: Omit<Asking, 'key'>, row: Row, { move, given, set }: MoveAsked): Promise<void> {
  const { now } = asking
  const { to } = moveOf(move)
  const dueAt = set?.dueAt ?? (await calculateDue(tx, asking, row, { move, given }))
  const hidden = !REFERRAL_STATES[to].packageShown && row.sentAt && row.fromAgencyId === asking.actor.agencyId
  const written = await tx
    .update(referral)
    .set({
      ...set,
      state: to,
      version: row.version + 1,
      dueAt,
      ...instantsOf(row, move, now),
      ...(hidden && !row.hiddenAt ? { hiddenAt: now } : {}),
      ...(moveOf(move).tellClient && row.sentAt ? { newsAt: now } : {}),
      ...(REFERRAL_STATES[to].lane === 'finished' && given?.reason ? { reason: given.reason } : {}),
      ...(moveOf(move).needs.includes('outcome') ? { outcome: given?.outcome } : {}),
      ...(moveOf(move).needs.includes('suggestion') ? { suggestedAgencyId: given?.suggestion } : {}),
    })
    .where(
      and(eq(referral.referralId, row.referralId), eq(referral.state, row.state), eq(referral.version, row.version)),
    )
    .returning({ version: referral.version })
  if (written.length !== 1) throw new Error('A referral that was locked has changed.')
  if (hidden) await hideWhatWasShared(tx, asking, row.referralId, now)
}

/** An answer also tells that it arrived, so that what was never confirmed does not count as never received. */
function instantsOf(row: Row, move: MoveId, now: Date): Partial<Row> {
  if (move === 'send') return { sentAt: now }
  const ended = REFERRAL_STATES[moveOf(move).to].lane === 'finished' ? { closedAt: now } : {}
  const arrived = row.receivedAt ? {} : { receivedAt: now }
  if (move === 'receive' || move === 'ask_for_more') return arrived
  if (move === 'accept' || move === 'decline') return { ...arrived, answeredAt: now, ...ended }
  return ended
}

async function calculateDue(
  tx: Tx,
  { now }: Omit<Asking, 'key'>,
  row: Row,
  { move, given }: Pick<MoveAsked, 'move' | 'given'>,
): Promise<Date> {
  const kept = dueWithoutCalendar(move, { dueAt: row.dueAt, movedAt: now })
  if (kept) return kept
  const nextTryOn: CalendarDay | null = given?.nextTryOn && isDay(given.nextTryOn) ? given.nextTryOn : null
  return dueAfterMove(move, { dueAt: row.dueAt, movedAt: now, nextTryOn }, await readCalendar(tx))
}

/**
 * What the recipient was shown is gone for it from now on: the packages, and what the sender wrote besides. The
 * recipient's own notes and its steps stay. When it is the recipient who declines, the database hides the packages.
 */
export async function hideWhatWasShared(tx: Tx, { actor }: Omit<Asking, 'key'>, referralId: string, hiddenAt: Date) {
  await tx
    .update(referralPackage)
    .set({ hiddenAt })
    .where(and(eq(referralPackage.referralId, referralId), isNull(referralPackage.hiddenAt)))
  const ours = and(eq(referralStep.referralId, referralId), eq(referralStep.byAgencyId, actor.agencyId))
  await tx
    .update(referralStep)
    .set({ shared: false })
    .where(and(ours, ne(referralStep.message, '')))
}

async function writeStep(tx: Tx, asking: Omit<Asking, 'key'>, row: Row, { move, given }: MoveAsked): Promise<void> {
  const { actor, now } = asking
  await tx.insert(referralStep).values({
    referralId: row.referralId,
    fromAgencyId: row.fromAgencyId,
    toAgencyId: row.toAgencyId,
    stepId: randomUUID(),
    shared: move === 'send' || row.sentAt !== null,
    move,
    fromState: row.state,
    toState: moveOf(move).to,
    message: given?.message?.trim() ?? '',
    reason: given?.reason ?? given?.outcome ?? '',
    nextTryOn: given?.nextTryOn ?? '',
    channel: given?.channel ?? '',
    unsafeAnswers: given?.unsafeAnswers ?? [],
    unsafeReason: given?.unsafeReason ?? '',
    byAgencyId: actor.agencyId,
    byName: nameSql(asking),
    movedAt: given?.movedAt ?? now,
    recordedAt: afterAllSteps(row, now),
  })
}

/** Now, or just after the newest step: while the row is held, so that the order of the steps is that of the moves. */
export function afterAllSteps(row: Pick<Row, 'referralId' | 'fromAgencyId'>, now: Date): SQL<Date> {
  return sql`greatest(${now.toISOString()}::timestamptz, (select max(recorded_at) + interval '1 microsecond'
    from referral_step where from_agency_id = ${row.fromAgencyId} and referral_id = ${row.referralId}))`
}

/** The name that the other agency sees; the portal itself when nobody acted. */
export async function nameOf(tx: Tx, asking: Omit<Asking, 'key'>): Promise<string> {
  const [row] = await tx.execute<{ name: string }>(sql`select ${nameSql(asking)} as name`)
  return row?.name ?? ''
}

function nameSql({ actor }: Omit<Asking, 'key'>): SQL<string> {
  if (actor.role === 'system') return sql`'Accord'`
  return sql`(select ${staff.name} from ${staff}
    where ${staff.agencyId} = ${actor.agencyId} and ${staff.staffId} = ${actor.staffId})`
}

export async function caseOfReferral(
  tx: Tx,
  { actor }: Omit<Asking, 'key'>,
  row: Pick<Row, 'referralId' | 'fromAgencyId'>,
): Promise<string | null> {
  if (row.fromAgencyId !== actor.agencyId) return null
  const [origin] = await tx
    .select({ caseId: referralOrigin.caseId })
    .from(referralOrigin)
    .where(and(eq(referralOrigin.agencyId, actor.agencyId), eq(referralOrigin.referralId, row.referralId)))
  return origin?.caseId ?? null
}

function plainHappening(
  { referralId, move, given }: MoveAsked,
  { from, to }: { from: ReferralState; to: ReferralState },
  caseId: string | null,
): Happening {
  const about = { subjectId: referralId, happenedAt: given?.movedAt, ...(caseId ? { caseId } : {}) }
  const reason = given?.reason ?? given?.outcome
  const { unsafeAnswers = [], unsafeReason = '' } = given ?? {}
  const unsafe = unsafeActOf({ unsafeAnswers, unsafeReason })
  const kind = moveOf(move).event
  if (kind === 'referral-cancelled' || kind === 'referral-disputed-as-error')
    return { ...about, kind, data: { referralId, reason: reason ?? '' } }
  if (kind !== 'referral-moved') throw new Error(`The caller of "${move}" says what happened: ${kind}.`)
  return { ...about, kind, data: { referralId, from, to, ...(reason ? { reason } : {}), ...unsafe } }
}
