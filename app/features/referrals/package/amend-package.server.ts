import { z } from 'zod'
import { type AlreadyDone, writeOnce } from '../../../../db/once.ts'
import { orNotFound } from '../../../access/require.server.ts'
import type { Asking } from '../../../domain/partnership/actor.ts'
import { movesFor } from '../../../domain/referrals/referral-move.ts'
import { canBeAmended } from '../../../domain/referrals/referral-package.ts'
import { isSeriousShared } from '../../../domain/referrals/referral-sending.ts'
import { buildSharedPackage, type PackageRefusal } from '../../../domain/referrals/shared-package.ts'
import { done, type Result, refused } from '../../../domain/result.ts'
import { recordEvent } from '../../../timeline/record-event.server.ts'
import { addSafetyAnswers, writeSafetyAnswers } from '../decide/complete-safe-contact.server.ts'
import { type MayNotShare, mayShareAgain } from '../decide/may-share-again.ts'
import { findCaseToRefer } from '../decide/read-case-material.server.ts'
import { readSharingFacts } from '../decide/read-sharing-facts.server.ts'
import { amendmentEntries, type WithSafety } from '../decide/referral-entries.server.ts'
import { findOwnReferral, furtherDisclosure, lockOwnReferral } from '../find-own-referral.server.ts'
import type { ReferralRefusal } from '../moves/move-referral.server.ts'
import { writePackageVersion } from './write-package-version.server.ts'

export const amendPackageInput = z.object(amendmentEntries)

export type AmendPackageInput = WithSafety<typeof amendPackageInput> & { referralId: string }

export type AmendPackageRefusal = ReferralRefusal | PackageRefusal | MayNotShare | AlreadyDone

/**
 * Shares a new version of a package: the case as it is now, in new words. Earlier versions do not change, and both
 * agencies see that there is a new one, why, and by whom.
 */
export async function amendPackage(
  asking: Asking,
  input: AmendPackageInput,
): Promise<Result<{ referralId: string; version: number }, AmendPackageRefusal>> {
  return writeOnce<{ referralId: string; version: number }, AmendPackageRefusal>(
    asking,
    'amend-package',
    input,
    async (tx) => {
      const { referralId, categories, reason, summary, othersAtRisk, workerSafety } = input
      const { caseId } = orNotFound(await findOwnReferral(tx, asking.actor, referralId))
      const file = orNotFound(await findCaseToRefer(tx, asking.actor, caseId, { lock: true }))
      const facts = await readSharingFacts(tx, asking.actor, caseId, { lock: true })
      const own = orNotFound(await lockOwnReferral(tx, asking.actor, referralId))
      const { state, version: seen } = own
      const possible = movesFor(state, 'sender')
      if (!canBeAmended(own)) return refused({ kind: 'move-not-possible', state, possible })
      if (seen !== (input.seenVersion ?? seen)) return refused({ kind: 'changed-since', state, possible })
      const allowed = mayShareAgain(own, facts, categories, asking.now)
      if (!allowed.ok) return allowed
      const words = { summary, othersAtRisk, workerSafety }
      const completed = addSafetyAnswers(file, input)
      await writeSafetyAnswers(tx, asking, completed)
      const built = buildSharedPackage(completed.material, categories, words, allowed.value)
      if (!built.ok) return built
      const version = own.packageVersion + 1
      const serious = isSeriousShared(file, built.value.categories)
      await writePackageVersion(tx, asking, own, { shared: built.value, version, serious, reason })
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
