import { eq } from 'drizzle-orm'
import type { Tx } from '../../../../db/as-actor.ts'
import { referral } from '../../../../db/schema/referral.ts'
import { ifMay } from '../../../access/ability.ts'
import type { Actor, Reading } from '../../../domain/partnership/actor.ts'
import type { MoveId, ReferralSide, ReferralState } from '../../../domain/referrals/referral.ts'
import { decideMove, type MoveRefusal } from '../../../domain/referrals/referral-move.ts'
import { done, type Result, refused } from '../../../domain/result.ts'
import { type Happening, recordEvent } from '../../../timeline/record-event.server.ts'
import { caseOfReferral } from './case-of-referral.server.ts'
import { insertStep } from './insert-step.server.ts'
import type { MoveDetails } from './move-details.ts'
import { moveHappening } from './move-happening.ts'
import { updateMoved } from './update-moved.server.ts'

type Row = typeof referral.$inferSelect

export interface MoveToMake {
  referralId: string
  /** The version that the person saw; any other is refused as `changed-since`. */
  expectedVersion?: number
  move: MoveId
  side: ReferralSide
  details?: MoveDetails
  /** Columns to set besides those that follow from the move. */
  set?: Partial<
    Pick<
      Row,
      'recipientWorkerId' | 'packageVersion' | 'byOverride' | 'serious' | 'overrideGround' | 'urgency' | 'dueAt'
    >
  >
  /** Replaces the move's usual event. `send` has no usual one: its caller knows what is disclosed, and why. */
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
 * Makes one move of a referral in the caller's transaction: state, step and event. Of two simultaneous moves, the
 * second waits for the row, reads it again, and is refused with the moves possible then. A referral that the actor
 * may not move from this side counts as `not-found`.
 */
export async function moveReferral(
  tx: Tx,
  asking: Reading,
  { referralId, expectedVersion, move, side, details, set, happening }: MoveToMake,
): Promise<Result<Moved, ReferralRefusal>> {
  const { actor } = asking
  const [row] = await tx.select().from(referral).where(eq(referral.referralId, referralId)).for('update')
  if (!ifMay(actor, 'update', 'referral', row) || !row || !isOnSide(side, row, actor))
    return refused({ kind: 'not-found' })
  const decided = decideMove(row, move, side, { ...details, seenVersion: expectedVersion })
  if (!decided.ok) return decided
  const { from, to } = decided.value
  await updateMoved(tx, asking, row, { move, details: details, set })
  await insertStep(tx, asking, row, { move, details: details })
  const caseId = await caseOfReferral(tx, actor, row)
  await recordEvent(tx, asking, happening ?? moveHappening({ referralId, move, from, to, details: details }, caseId))
  return done({ referralId, from, to, version: row.version + 1, caseId })
}

function isOnSide(side: ReferralSide, row: Row, { agencyId, role }: Actor): boolean {
  if (side === 'sender') return row.fromAgencyId === agencyId
  if (side === 'recipient') return row.toAgencyId === agencyId && row.sentAt !== null
  return role === 'system'
}
