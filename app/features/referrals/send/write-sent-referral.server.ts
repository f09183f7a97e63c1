import type { Tx } from '../../../../db/as-actor.ts'
import { insertPackage } from '../../../../db/search-keys.ts'
import { ownNameSql } from '../../../access/own-name.server.ts'
import type { Asking } from '../../../domain/partnership/actor.ts'
import type { AskedBy } from '../../../domain/referrals/referral-decision.ts'
import { dueAfterMove } from '../../../domain/referrals/referral-due.ts'
import type { Sending } from '../../../domain/referrals/referral-sending.ts'
import { urgencyOf } from '../../../domain/referrals/shared-package.ts'
import { done, type Result, refused } from '../../../domain/result.ts'
import type { Calendar } from '../../../domain/time/bank-holidays.ts'
import { type Inserted, insertReferral } from '../decide/insert-referral.server.ts'
import { insertStep } from '../moves/insert-step.server.ts'
import { spendOverride } from './spend-override.server.ts'

interface ReferralToWrite extends Sending {
  caseId: string
  askedBy: AskedBy
  /** The referral that this one replaces; empty for none. */
  reroutedFromId: string
  calendar: Calendar
}

/** A referral sent at once counts two changes: decided, then sent. */
const VERSION_AS_SENT = 2

/**
 * Inserts the referral as sent, with its package and the step that both sides read, so that no row is written twice.
 */
export async function writeSentReferral(
  tx: Tx,
  asking: Asking,
  referralToWrite: ReferralToWrite,
): Promise<Result<Inserted, { kind: 'override-used' }>> {
  const { caseId, askedBy, ground } = referralToWrite
  const consentId = ground.basis === 'consent' ? ground.consentId : null
  const overrideId = ground.basis === 'override' ? ground.overrideId : null
  const origin = { caseId, askedBy, decidedBy: asking.actor.staffId, consentId, overrideId }
  const inserted = await insertReferral(tx, asking.actor, rowAsSent(asking, referralToWrite), origin)
  const { referralId } = inserted
  if (overrideId && !(await spendOverride(tx, asking, { overrideId, referralId })))
    return refused({ kind: 'override-used' })
  const { recipientAgencyId: toAgencyId, shared } = referralToWrite
  const between = { referralId, fromAgencyId: asking.actor.agencyId, toAgencyId }
  await Promise.all([
    insertStep(tx, asking, { ...between, state: 'decided', sentAt: null }, { move: 'send' }),
    insertFirstPackage(tx, asking, between, shared),
  ])
  return done(inserted)
}

function rowAsSent({ actor, now }: Asking, referralToWrite: ReferralToWrite) {
  const { recipientAgencyId, purpose, decidedAt, reroutedFromId, calendar } = referralToWrite
  return {
    fromAgencyId: actor.agencyId,
    toAgencyId: recipientAgencyId,
    state: 'sent' as const,
    version: VERSION_AS_SENT,
    purpose,
    decidedAt,
    sentAt: now,
    dueAt: dueAfterMove('send', { dueAt: now, movedAt: now, nextTryOn: null }, calendar),
    senderWorkerId: actor.staffId,
    reroutedFromId: reroutedFromId || null,
    ...shownToRecipient(referralToWrite),
  }
}

/** Inserts the first version of the package, in the name of the person who shares it. */
export function insertFirstPackage(
  tx: Tx,
  asking: Asking,
  between: { referralId: string; fromAgencyId: string; toAgencyId: string },
  shared: Sending['shared'],
): Promise<void> {
  return insertPackage(tx, {
    ...between,
    ...shared,
    version: 1,
    sharedAt: asking.now,
    sharedByName: ownNameSql(asking.actor),
  })
}

/** What the recipient's lists show of a referral. */
export function shownToRecipient({ override, serious, shared }: Sending) {
  return {
    packageVersion: 1,
    byOverride: override !== null,
    overrideGround: override?.ground ?? '',
    serious,
    urgency: urgencyOf(shared),
  }
}
