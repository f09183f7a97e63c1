import { randomUUID } from 'node:crypto'
import { type SQL, sql } from 'drizzle-orm'
import type { Tx } from '../../../../db/as-actor.ts'
import { type referral, referralStep } from '../../../../db/schema/referral.ts'
import { ownNameSql } from '../../../access/own-name.server.ts'
import type { Reading } from '../../../domain/partnership/actor.ts'
import { type MoveId, moveOf } from '../../../domain/referrals/referral.ts'
import type { MoveDetails } from './move-details.ts'

type Between = Pick<typeof referral.$inferSelect, 'referralId' | 'fromAgencyId' | 'toAgencyId'>

type MovedRow = Between & Pick<typeof referral.$inferSelect, 'state' | 'sentAt'>

/** Inserts the step of a move; only the sender reads steps before sending. `row`: the referral before the move. */
export async function insertStep(
  tx: Tx,
  asking: Reading,
  row: MovedRow,
  { move, details }: { move: MoveId; details?: MoveDetails },
): Promise<void> {
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
    message: details?.message?.trim() ?? '',
    reason: details?.reason ?? details?.outcome ?? '',
    nextTryOn: details?.nextTryOn ?? '',
    channel: details?.channel ?? '',
    unsafeAnswers: details?.unsafeAnswers ?? [],
    unsafeReason: details?.unsafeReason ?? '',
    byAgencyId: actor.agencyId,
    byName: ownNameSql(asking.actor),
    movedAt: details?.movedAt ?? now,
    recordedAt: afterAllSteps(row, now),
  })
}

/** Now, or just after the newest step, so that steps sort in the order of the moves. The referral is locked. */
export function afterAllSteps(row: Pick<Between, 'referralId' | 'fromAgencyId'>, now: Date): SQL<Date> {
  return sql`greatest(${now.toISOString()}::timestamptz, (select max(recorded_at) + interval '1 microsecond'
    from referral_step where from_agency_id = ${row.fromAgencyId} and referral_id = ${row.referralId}))`
}
