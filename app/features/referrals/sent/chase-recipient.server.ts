import { randomUUID } from 'node:crypto'
import { and, desc, eq } from 'drizzle-orm'
import { z } from 'zod'
import type { Tx } from '../../../../db/as-actor.ts'
import { type AlreadyDone, writeOnce } from '../../../../db/once.ts'
import { readCalendar } from '../../../../db/read-calendar.ts'
import { referralStep } from '../../../../db/schema/referral.ts'
import { ownName } from '../../../access/own-name.server.ts'
import { orNotFound } from '../../../access/require.server.ts'
import type { Actor, Asking } from '../../../domain/partnership/actor.ts'
import { type ChaseRefusal, decideChase } from '../../../domain/referrals/referral-chase.ts'
import { done, type Result } from '../../../domain/result.ts'
import { recordEvent } from '../../../timeline/record-event.server.ts'
import { lockOwnReferral } from '../find-own-referral.server.ts'
import { afterAllSteps } from '../moves/insert-step.server.ts'

export const chaseRecipientInput = z.object({})

export interface ChaseRecipientInput {
  referralId: string
}

/** Reminds the other agency's duty address that an answer or news is due, at most once per working day. */
export async function chaseRecipient(
  asking: Asking,
  input: ChaseRecipientInput,
): Promise<Result<{ referralId: string }, ChaseRefusal | AlreadyDone>> {
  return writeOnce<{ referralId: string }, ChaseRefusal>(asking, 'chase-recipient', input, async (tx) => {
    const { referralId } = input
    // Locked, so that two simultaneous reminders send only one.
    const own = orNotFound(await lockOwnReferral(tx, asking.actor, referralId))
    const chasedAt = await lastChasedAt(tx, asking.actor, referralId)
    const chase = decideChase({ state: own.state, chasedAt }, asking.now, await readCalendar(tx))
    if (!chase.ok) return chase
    await tx.insert(referralStep).values({
      referralId,
      fromAgencyId: own.fromAgencyId,
      toAgencyId: own.toAgencyId,
      stepId: randomUUID(),
      shared: true,
      move: 'chase',
      fromState: own.state,
      toState: own.state,
      byAgencyId: asking.actor.agencyId,
      byName: await ownName(tx, asking.actor),
      movedAt: asking.now,
      recordedAt: afterAllSteps(own, asking.now),
    })
    await recordEvent(tx, asking, {
      kind: 'referral-chased',
      caseId: own.caseId,
      subjectId: referralId,
      data: { referralId },
    })
    return done({ referralId })
  })
}

async function lastChasedAt(tx: Tx, { agencyId }: Actor, referralId: string): Promise<Date | null> {
  const [last] = await tx
    .select({ movedAt: referralStep.movedAt })
    .from(referralStep)
    .where(
      and(
        eq(referralStep.fromAgencyId, agencyId),
        eq(referralStep.referralId, referralId),
        eq(referralStep.move, 'chase'),
      ),
    )
    .orderBy(desc(referralStep.movedAt))
    .limit(1)
  return last?.movedAt ?? null
}
