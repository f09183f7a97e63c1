import { and, asc, eq, inArray, notInArray, type SQL } from 'drizzle-orm'
import type { Tx } from '../../../db/as-actor.ts'
import { caseFile } from '../../../db/schema/case-file.ts'
import { referral } from '../../../db/schema/referral.ts'
import type { Actor } from '../../domain/partnership/actor.ts'
import type { ReferralState } from '../../domain/referrals/referral.ts'
import { canBeChased } from '../../domain/referrals/referral-chase.ts'
import { referralStatus } from '../../domain/referrals/referral-status.ts'
import { attemptsSql } from '../../facts/referral-attempts.server.ts'
import { isAnsweredForBy, joinSent } from './sent-by-them.server.ts'

const LIMIT = 20
/** States in which the next step is ours: both have lists of their own. */
const OUR_TURN: ReferralState[] = ['information_asked', 'outcome_recorded']

/** An unfinished referral of this person's clients. */
export interface OwnSentReferral {
  referralId: string
  clientName: string
  violence: { safeTimes: string } | null
  agencyName: string
  /** Its status, as the start of a sentence that ends with the time of sending. */
  statusWords: string
  sentAt: string | null
  dueAt: string
  /** What the other agency has not done in time, in words; empty while there is time. */
  late: string
  chaseable: boolean
}

/** This person's referrals that the other agency has not finished, the soonest answer first. */
export function readWaitingForOthers(tx: Tx, actor: Actor, now: Date): Promise<OwnSentReferral[]> {
  const open = and(inArray(referral.lane, ['to_answer', 'in_hand']), notInArray(referral.state, OUR_TURN))
  return selectSent(tx, actor, open, now)
}

/** This person's referrals with a question from the other agency, which cannot continue without an answer. */
export function readQuestions(tx: Tx, actor: Actor, now: Date): Promise<OwnSentReferral[]> {
  return selectSent(tx, actor, and(eq(referral.lane, 'to_answer'), eq(referral.state, 'information_asked')), now)
}

async function selectSent(tx: Tx, actor: Actor, which: SQL | undefined, now: Date): Promise<OwnSentReferral[]> {
  const { referralId, state, lane, sentAt, dueAt } = referral
  const rows = await joinSent(tx, { referralId, state, lane, sentAt, dueAt, attempts: attemptsSql() })
    .where(and(isAnsweredForBy(actor), which))
    .orderBy(asc(caseFile.urgentOrder), asc(dueAt))
    .limit(LIMIT)
  return rows.map((row) => ({
    referralId: row.referralId,
    clientName: row.clientName,
    violence: row.violence,
    agencyName: row.agencyName,
    statusWords: row.state === 'sent' ? 'Sent' : `${referralStatus(row)}, sent`,
    sentAt: row.sentAt?.toISOString() ?? null,
    dueAt: row.dueAt.toISOString(),
    late: row.state === 'expired' || row.dueAt < now ? LATE[row.lane] : '',
    chaseable: canBeChased(row.state),
  }))
}

const LATE = { draft: '', to_answer: 'No answer in time', in_hand: 'No news in time', finished: '' }
