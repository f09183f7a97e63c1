import { randomUUID } from 'node:crypto'
import { and, eq } from 'drizzle-orm'
import { z } from 'zod'
import type { Tx } from '../../../db/as-actor.ts'
import { type AlreadyDone, writeOnce } from '../../../db/once.ts'
import { referral, referralPackage, referralStep } from '../../../db/schema/referral.ts'
import { orNotFound } from '../../access/require.server.ts'
import type { Asking } from '../../domain/actor.ts'
import { type GateRefusal, gate } from '../../domain/consent.ts'
import type { DataCategory } from '../../domain/data-category.ts'
import { movesFor } from '../../domain/referral-move.ts'
import { canBeAmended } from '../../domain/referral-package.ts'
import { done, type Result, refused } from '../../domain/result.ts'
import { recordEvent } from '../../timeline/record-event.server.ts'
import { neededText } from '../../ui/form-fields.server.ts'
import { buildSharedPackage, type PackageRefusal, type SharedPackage } from './build-shared-package.server.ts'
import { seriousTold, urgencyOf } from './dispatch-referral.server.ts'
import { findOwnReferral, furtherDisclosure, type OwnReferral } from './find-own-referral.server.ts'
import { nameOf, type ReferralRefusal } from './move-referral.server.ts'
import { findCaseToRefer } from './read-case-material.server.ts'
import { readSharingFacts, type SharingFacts } from './read-sharing-facts.server.ts'
import { seenShape } from './received-fields.server.ts'
import { categoriesShape, wordsShape } from './referral-fields.server.ts'

export const amendPackageInput = z.object({
  ...seenShape,
  ...wordsShape,
  ...categoriesShape,
  reason: neededText(500, 'Say what changes and why; the other agency reads it'),
})

export type AmendPackageInput = z.output<typeof amendPackageInput> & { referralId: string }

export type AmendRefusal = ReferralRefusal | PackageRefusal | GateRefusal | AlreadyDone

/**
 * Shares a new version of a package: the case as it stands now, in new words. Nothing of the earlier version changes,
 * and both agencies see that there is a new one, why, and by whom.
 */
export async function amendPackage(
  asking: Asking,
  input: AmendPackageInput,
): Promise<Result<{ referralId: string; version: number }, AmendRefusal>> {
  return writeOnce<{ referralId: string; version: number }, AmendRefusal>(
    asking,
    'amend-package',
    input,
    async (tx) => {
      const { referralId, categories, reason, summary, othersAtRisk, workerSafety } = input
      const { caseId } = orNotFound(await findOwnReferral(tx, asking.actor, referralId))
      const file = orNotFound(await findCaseToRefer(tx, asking.actor, caseId, { lock: true }))
      const facts = await readSharingFacts(tx, asking.actor, caseId, { lock: true })
      const own = await lockReferral(tx, asking, referralId)
      const { state, version: seen } = own
      const possible = movesFor(state, 'sender')
      if (!canBeAmended(own)) return refused({ kind: 'move-not-possible', state, possible })
      if (seen !== (input.seenVersion ?? seen)) return refused({ kind: 'changed-meanwhile', state, possible })
      const allowed = mayShare(own, facts, categories, asking.now)
      if (!allowed.ok) return allowed
      const built = buildSharedPackage(file.material, categories, { summary, othersAtRisk, workerSafety })
      if (!built.ok) return built
      const version = own.packageVersion + 1
      const serious = seriousTold(file, built.value.categories)
      await writeVersion(tx, asking, own, { shared: built.value, version, serious, reason })
      await recordEvent(tx, asking, {
        kind: 'referral-amended',
        caseId,
        subjectId: referralId,
        data: { referralId, side: 'sender', version },
        disclosure: furtherDisclosure(own),
      })
      return done({ referralId, version })
    },
  )
}

async function lockReferral(tx: Tx, { actor }: Asking, referralId: string): Promise<OwnReferral> {
  await tx
    .select({ referralId: referral.referralId })
    .from(referral)
    .where(and(eq(referral.referralId, referralId), eq(referral.fromAgencyId, actor.agencyId)))
    .for('update')
  return orNotFound(await findOwnReferral(tx, actor, referralId))
}

/** An override was used by this very referral: it still allows what the manager authorised, for this one only. */
function mayShare(
  own: OwnReferral,
  facts: SharingFacts,
  categories: readonly DataCategory[],
  now: Date,
): Result<unknown, GateRefusal> {
  const sharing = { recipientAgencyId: own.toAgencyId, purpose: own.purpose, categories }
  const used = facts.overrides.find((one) => one.overrideId === own.overrideId)
  const authorised = used && categories.length > 0 && categories.every((id) => used.categories.includes(id))
  return authorised ? done(null) : gate(sharing, { consents: facts.consents, overrides: [] }, now)
}

interface NewVersion {
  shared: SharedPackage
  version: number
  serious: boolean
  reason: string
}

async function writeVersion(
  tx: Tx,
  asking: Asking,
  own: OwnReferral,
  { shared, version, serious, reason }: NewVersion,
) {
  const { actor, now } = asking
  const { referralId, fromAgencyId, toAgencyId, state } = own
  const between = { referralId, fromAgencyId, toAgencyId }
  const byName = await nameOf(tx, asking)
  await tx
    .insert(referralPackage)
    .values({ ...between, ...shared, version, sharedAt: now, sharedByName: byName, amendmentReason: reason })
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
  })
}
