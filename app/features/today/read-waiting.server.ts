import { and, asc, desc, eq, inArray, isNull, lte, ne, notInArray, or, type SQL, sql } from 'drizzle-orm'
import type { Tx } from '../../../db/as-actor.ts'
import { agency } from '../../../db/schema/agency.ts'
import { caseFile, client } from '../../../db/schema/case-file.ts'
import { consentOverride } from '../../../db/schema/consent.ts'
import { draft } from '../../../db/schema/everyday.ts'
import { referral, referralOrigin } from '../../../db/schema/referral.ts'
import { staff } from '../../../db/schema/staff.ts'
import type { Actor } from '../../domain/actor.ts'
import type { ReferralState } from '../../domain/referral.ts'

const LIMIT = 20
/** A question of the recipient, and an outcome to tell the client: both stand in lists of their own. */
const OUR_TURN: ReferralState[] = ['information_asked', 'outcome_recorded']

/** What somebody else has to do next about referrals of this person's clients, and what they may now tell their clients. */
export interface SentByMe {
  referralId: string
  reference: string
  clientName: string
  agencyName: string
  state: string
  sentAt: string | null
  dueAt: string
  newsAt: string | null
}

const sentColumns = {
  referralId: referral.referralId,
  reference: referral.reference,
  clientName: client.name,
  agencyName: agency.name,
  state: referral.state,
  sentAt: referral.sentAt,
  dueAt: referral.dueAt,
  newsAt: referral.newsAt,
}

function sentBy(tx: Tx, { agencyId, staffId }: Actor) {
  return {
    rows: () =>
      tx
        .select(sentColumns)
        .from(referral)
        .innerJoin(
          referralOrigin,
          and(eq(referralOrigin.agencyId, referral.fromAgencyId), eq(referralOrigin.referralId, referral.referralId)),
        )
        .innerJoin(
          caseFile,
          and(eq(caseFile.agencyId, referralOrigin.agencyId), eq(caseFile.caseId, referralOrigin.caseId)),
        )
        .innerJoin(client, and(eq(client.agencyId, caseFile.agencyId), eq(client.clientId, caseFile.clientId)))
        .innerJoin(agency, eq(agency.agencyId, referral.toAgencyId)),
    // Whoever works with the client tells them, whoever sent the referral.
    mine: and(
      eq(referral.fromAgencyId, agencyId),
      or(eq(caseFile.caseWorkerId, staffId), and(isNull(caseFile.caseWorkerId), eq(referral.senderWorkerId, staffId))),
    ),
  }
}

/** Referrals of this person that the other agency has not finished, the soonest answer first. */
export async function readWaitingForOthers(tx: Tx, actor: Actor): Promise<SentByMe[]> {
  const { rows, mine } = sentBy(tx, actor)
  const found = await rows()
    .where(and(mine, inArray(referral.lane, ['to_answer', 'in_hand']), notInArray(referral.state, OUR_TURN)))
    .orderBy(asc(referral.dueAt))
    .limit(LIMIT)
  return found.map(asText)
}

/** Referrals about which the other agency has asked something, and cannot go on. */
export async function readQuestions(tx: Tx, actor: Actor): Promise<SentByMe[]> {
  const { rows, mine } = sentBy(tx, actor)
  const found = await rows()
    .where(and(mine, eq(referral.lane, 'to_answer'), eq(referral.state, 'information_asked')))
    .orderBy(asc(referral.dueAt))
    .limit(LIMIT)
  return found.map(asText)
}

/** Referrals with news that the client has not been told yet. */
export async function readNews(tx: Tx, actor: Actor): Promise<SentByMe[]> {
  const { rows, mine } = sentBy(tx, actor)
  const untold = or(isNull(referral.clientToldAt), sql`${referral.clientToldAt} < ${referral.newsAt}`)
  const found = await rows()
    .where(and(mine, sql`${referral.newsAt} is not null`, untold))
    .orderBy(desc(referral.newsAt))
    .limit(LIMIT)
  return found.map(asText)
}

function asText<Row extends { sentAt: Date | null; dueAt: Date; newsAt: Date | null }>(row: Row) {
  return {
    ...row,
    sentAt: row.sentAt?.toISOString() ?? null,
    dueAt: row.dueAt.toISOString(),
    newsAt: row.newsAt?.toISOString() ?? null,
  }
}

/** A referral this person works with for another agency, whose next step is due. */
export interface InMyHands {
  referralId: string
  reference: string
  fromName: string
  dueAt: string
}

/** Received referrals of this person with a next step due by then, the soonest first. */
export async function readInMyHands(tx: Tx, { agencyId, staffId }: Actor, until: Date): Promise<InMyHands[]> {
  const mine = and(
    eq(referral.toAgencyId, agencyId),
    eq(referral.lane, 'in_hand'),
    eq(referral.recipientWorkerId, staffId),
    lte(referral.dueAt, until),
  )
  return selectInHand(tx, mine)
}

async function selectInHand(tx: Tx, which: SQL | undefined): Promise<InMyHands[]> {
  const { referralId, reference, dueAt } = referral
  const rows = await tx
    .select({ referralId, reference, fromName: agency.name, dueAt })
    .from(referral)
    .innerJoin(agency, eq(agency.agencyId, referral.fromAgencyId))
    .where(which)
    .orderBy(asc(referral.dueAt))
    .limit(LIMIT)
  return rows.map((row) => ({ ...row, dueAt: row.dueAt.toISOString() }))
}

/** Accepted referrals whose worker has left: nobody's day shows them. */
export async function readInNobodysHands(tx: Tx, { agencyId }: Actor): Promise<InMyHands[]> {
  const nobodys = and(
    eq(referral.toAgencyId, agencyId),
    eq(referral.lane, 'in_hand'),
    isNull(referral.recipientWorkerId),
  )
  return selectInHand(tx, nobodys)
}

/** How many referrals wait for this agency's answer (at most 101 are counted), and how many of them are late. */
export async function countInbox(tx: Tx, { agencyId }: Actor, now: Date): Promise<{ toAnswer: number; late: number }> {
  const waiting = tx
    .select({ dueAt: referral.dueAt })
    .from(referral)
    .where(
      and(
        eq(referral.toAgencyId, agencyId),
        eq(referral.lane, 'to_answer'),
        // With a question open it is the sender's turn.
        ne(referral.state, 'information_asked'),
      ),
    )
    .orderBy(asc(referral.dueAt))
    .limit(101)
    .as('waiting')
  const [counted] = await tx
    .select({
      toAnswer: sql<number>`count(*)::int`,
      late: sql<number>`(count(*) filter (where ${waiting.dueAt} < ${now.toISOString()}::timestamptz))::int`,
    })
    .from(waiting)
  return counted ?? { toAnswer: 0, late: 0 }
}

export interface AskedAuthorisation {
  overrideId: string
  reference: string
  clientName: string
  agencyName: string
  requestedByName: string
  requestedAt: string
}

/** Requests to share without consent that this manager may decide: never their own. */
export async function readAuthorisations(tx: Tx, { agencyId, staffId }: Actor): Promise<AskedAuthorisation[]> {
  const rows = await tx
    .select({
      overrideId: consentOverride.overrideId,
      reference: caseFile.reference,
      clientName: client.name,
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
    .where(
      and(
        eq(consentOverride.agencyId, agencyId),
        eq(consentOverride.decision, 'asked'),
        sql`${consentOverride.requestedBy} <> ${staffId}`,
      ),
    )
    .orderBy(asc(consentOverride.requestedAt))
    .limit(LIMIT)
  return rows.map((row) => ({ ...row, requestedAt: row.requestedAt.toISOString() }))
}

/** Whether a report is waiting half-filled, and since when. */
export async function findReportDraft(tx: Tx, { agencyId, staffId }: Actor): Promise<string | null> {
  const [row] = await tx
    .select({ savedAt: draft.savedAt })
    .from(draft)
    .where(and(eq(draft.agencyId, agencyId), eq(draft.staffId, staffId), eq(draft.form, 'report')))
  return row?.savedAt.toISOString() ?? null
}
