import { and, asc, eq, isNull, lte, type SQL, sql } from 'drizzle-orm'
import type { Tx } from '../../../db/as-actor.ts'
import { agency } from '../../../db/schema/agency.ts'
import { caseFile, client } from '../../../db/schema/case-file.ts'
import { consentOverride } from '../../../db/schema/consent.ts'
import { referral, referralPackage } from '../../../db/schema/referral.ts'
import { staff } from '../../../db/schema/staff.ts'
import type { Actor, Reading } from '../../domain/partnership/actor.ts'
import { findDraft } from '../../facts/drafts.server.ts'
import { isReceived, type ReceivedFilter } from '../../facts/received-referrals.server.ts'
import { isSecondPersonTo } from '../../facts/second-person.server.ts'
import { violenceOfCase, violenceShared } from '../../facts/violence-of-case.server.ts'
import { isWaitingOverride } from '../../facts/waiting-cases.server.ts'

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

export interface AuthorisationToDecide {
  overrideId: string
  reference: string
  clientName: string
  violence: { safeTimes: string } | null
  agencyName: string
  requestedByName: string
  requestedAt: string
}

/** Requests to share without consent that this manager may decide: never their own. */
export async function readAuthorisations(tx: Tx, { agencyId, staffId }: Actor): Promise<AuthorisationToDecide[]> {
  const rows = await tx
    .select({
      overrideId: consentOverride.overrideId,
      reference: caseFile.reference,
      clientName: client.name,
      violence: violenceOfCase(),
      agencyName: agency.name,
      requestedByName: staff.name,
      requestedAt: consentOverride.requestedAt,
    })
    .from(consentOverride)
    .innerJoin(
      caseFile,
      and(eq(caseFile.agencyId, consentOverride.agencyId), eq(caseFile.caseId, consentOverride.caseId)),
    )
    .innerJoin(client, and(eq(client.agencyId, caseFile.agencyId), eq(client.clientId, caseFile.clientId)))
    .innerJoin(agency, eq(agency.agencyId, consentOverride.recipientAgencyId))
    .innerJoin(staff, and(eq(staff.agencyId, consentOverride.agencyId), eq(staff.staffId, consentOverride.requestedBy)))
    .where(and(isWaitingOverride(agencyId), isSecondPersonTo(consentOverride.requestedBy, staffId, 'override')))
    .orderBy(asc(caseFile.urgentOrder), asc(consentOverride.requestedAt))
    .limit(LIMIT)
  return rows.map((row) => ({ ...row, requestedAt: row.requestedAt.toISOString() }))
}

/** Whether this person has an unfinished report, and since when. */
export async function findReportDraft(tx: Tx, reading: Reading): Promise<string | null> {
  const kept = await findDraft(tx, reading, { form: 'report' })
  return kept?.savedAt.toISOString() ?? null
}
