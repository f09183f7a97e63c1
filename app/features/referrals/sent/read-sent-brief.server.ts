import { and, eq } from 'drizzle-orm'
import { asActor, type Tx } from '../../../../db/as-actor.ts'
import { agency } from '../../../../db/schema/agency.ts'
import { caseFile, client } from '../../../../db/schema/case-file.ts'
import { referral, referralOrigin, referralStep } from '../../../../db/schema/referral.ts'
import { orNotFound } from '../../../access/require.server.ts'
import type { Actor } from '../../../domain/partnership/actor.ts'
import { canBeChased } from '../../../domain/referrals/referral-chase.ts'
import { movesFor } from '../../../domain/referrals/referral-move.ts'
import { attemptsSql } from '../../../facts/referral-attempts.server.ts'

/** The facts for a page that changes a sent referral: reference, client, recipient, and possible moves. */
export async function readSentBrief({ actor }: { actor: Actor }, referralId: string) {
  return asActor(actor, async (tx) => {
    const row = orNotFound(await findBrief(tx, actor, referralId))
    const { newsAt, ...rest } = row
    return {
      ...rest,
      newsAt: newsAt?.toISOString() ?? null,
      moves: movesFor(row.state, 'sender'),
      chaseable: canBeChased(row.state),
      question: row.state === 'information_asked' ? await lastQuestion(tx, actor, referralId) : '',
    }
  })
}

export type SentBrief = Awaited<ReturnType<typeof readSentBrief>>

async function findBrief(tx: Tx, { agencyId }: Actor, referralId: string) {
  const [row] = await tx
    .select({
      referralId: referral.referralId,
      reference: referral.reference,
      state: referral.state,
      attempts: attemptsSql(),
      version: referral.version,
      purpose: referral.purpose,
      suggestedAgencyId: referral.suggestedAgencyId,
      newsAt: referral.newsAt,
      caseId: referralOrigin.caseId,
      clientName: client.name,
      recipientName: agency.name,
    })
    .from(referralOrigin)
    .innerJoin(referral, eq(referral.referralId, referralOrigin.referralId))
    .innerJoin(caseFile, and(eq(caseFile.agencyId, agencyId), eq(caseFile.caseId, referralOrigin.caseId)))
    .innerJoin(client, and(eq(client.agencyId, agencyId), eq(client.clientId, caseFile.clientId)))
    .innerJoin(agency, eq(agency.agencyId, referral.toAgencyId))
    .where(and(eq(referralOrigin.agencyId, agencyId), eq(referralOrigin.referralId, referralId)))
  return row
}

async function lastQuestion(tx: Tx, { agencyId }: Actor, referralId: string): Promise<string> {
  const questions = await tx
    .select({ message: referralStep.message, movedAt: referralStep.movedAt })
    .from(referralStep)
    .where(
      and(
        eq(referralStep.fromAgencyId, agencyId),
        eq(referralStep.referralId, referralId),
        eq(referralStep.move, 'ask_for_more'),
      ),
    )
    .orderBy(referralStep.movedAt)
  return questions.at(-1)?.message ?? ''
}
