import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import type { Tx } from '../../../../db/as-actor.ts'
import { referral, referralStep } from '../../../../db/schema/referral.ts'
import { insertPackage } from '../../../../db/search-keys.ts'
import { ownName } from '../../../access/own-name.server.ts'
import type { Asking } from '../../../domain/partnership/actor.ts'
import { type SharedPackage, urgencyOf } from '../../../domain/referrals/shared-package.ts'
import type { OwnReferral } from '../find-own-referral.server.ts'
import { afterAllSteps } from '../moves/insert-step.server.ts'

interface NewVersion {
  shared: SharedPackage
  version: number
  serious: boolean
  reason: string
}

/** Writes a new version and the step that shows it to both sides. The caller has locked the referral. */
export async function writePackageVersion(
  tx: Tx,
  asking: Asking,
  own: OwnReferral,
  { shared, version, serious, reason }: NewVersion,
) {
  const { actor, now } = asking
  const { referralId, fromAgencyId, toAgencyId, state } = own
  const between = { referralId, fromAgencyId, toAgencyId }
  const byName = await ownName(tx, asking.actor)
  const sharing = { sharedAt: now, sharedByName: byName, amendmentReason: reason }
  await insertPackage(tx, { ...between, ...shared, ...sharing, version })
  await tx
    .update(referral)
    .set({ packageVersion: version, version: own.version + 1, serious, urgency: urgencyOf(shared) })
    .where(eq(referral.referralId, referralId))
  await tx.insert(referralStep).values({
    ...between,
    stepId: randomUUID(),
    shared: true,
    move: 'amend',
    fromState: state,
    toState: state,
    message: reason,
    byAgencyId: actor.agencyId,
    byName,
    movedAt: now,
    recordedAt: afterAllSteps(between, now),
  })
}
