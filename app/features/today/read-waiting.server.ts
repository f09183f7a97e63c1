import { and, asc, eq, isNull, lte, type SQL, sql } from 'drizzle-orm'
import type { Tx } from '../../../db/as-actor.ts'
import { agency } from '../../../db/schema/agency.ts'
import { referral, referralPackage } from '../../../db/schema/referral.ts'
import type { Actor, Reading } from '../../domain/partnership/actor.ts'
import { findDraft } from '../../facts/drafts.server.ts'
import { isReceived, type ReceivedFilter } from '../../facts/received-referrals.server.ts'
import { violenceShared } from '../../facts/violence-of-case.server.ts'

const LIMIT = 20

/** A received referral in progress. */
export interface ReceivedInProgress {
  referralId: string
  reference: string
  fromName: string
  violence: { safeTimes: string } | null
  dueAt: string
}

/** This person's received referrals with a next step due by `until`, soonest first. */
export async function readReceivedWithStepDue(
  tx: Tx,
  { agencyId, staffId }: Actor,
  until: Date,
): Promise<ReceivedInProgress[]> {
  const mine = and(
    eq(referral.toAgencyId, agencyId),
    eq(referral.lane, 'in_hand'),
    eq(referral.recipientWorkerId, staffId),
    lte(referral.dueAt, until),
  )
  return selectInHand(tx, mine)
}

async function selectInHand(tx: Tx, which: SQL | undefined): Promise<ReceivedInProgress[]> {
  const { referralId, reference, dueAt } = referral
  const rows = await tx
    .select({ referralId, reference, fromName: agency.name, violence: violenceShared(), dueAt })
    .from(referral)
    .innerJoin(agency, eq(agency.agencyId, referral.fromAgencyId))
    .leftJoin(
      referralPackage,
      and(eq(referralPackage.referralId, referralId), eq(referralPackage.version, referral.packageVersion)),
    )
    .where(which)
    .orderBy(asc(referral.urgentOrder), asc(referral.dueAt))
    .limit(LIMIT)
  return rows.map((row) => ({ ...row, dueAt: row.dueAt.toISOString() }))
}

/** Accepted referrals whose worker has left: they are on no one's Today. */
export async function readReceivedWithoutWorker(tx: Tx, { agencyId }: Actor): Promise<ReceivedInProgress[]> {
  const nobodys = and(
    eq(referral.toAgencyId, agencyId),
    eq(referral.lane, 'in_hand'),
    isNull(referral.recipientWorkerId),
  )
  return selectInHand(tx, nobodys)
}

/** How many referrals wait for this agency's answer (counted up to 101), and how many are late. */
export async function countInbox(tx: Tx, actor: Actor, now: Date): Promise<{ toAnswer: number; late: number }> {
  const anyone = { mine: false, workerId: null } as const
  const waiting = { ...anyone, lane: 'to_answer', state: null, ours: true, overdue: false, high: false } as const
  const count = (filter: ReceivedFilter) =>
    sql`(select count(*)::int from (select from referral r where ${isReceived(actor, filter, now)} limit 101) as counted)`
  const [counted] = await tx.execute<{ toAnswer: number; late: number }>(
    sql`select ${count(waiting)} as "toAnswer", ${count({ ...waiting, overdue: true })} as late`,
  )
  return counted ?? { toAnswer: 0, late: 0 }
}

/** Whether this person has an unfinished report, and since when. */
export async function findReportDraft(tx: Tx, reading: Reading): Promise<string | null> {
  const kept = await findDraft(tx, reading, { form: 'report' })
  return kept?.savedAt.toISOString() ?? null
}
