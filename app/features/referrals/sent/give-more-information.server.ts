import { z } from 'zod'
import { type AlreadyDone, writeOnce } from '../../../../db/once.ts'
import { lockCaseToChange } from '../../../access/lock-case.server.ts'
import { orNotFound } from '../../../access/require.server.ts'
import type { Asking } from '../../../domain/partnership/actor.ts'
import { movesFor } from '../../../domain/referrals/referral-move.ts'
import { type Result, refused } from '../../../domain/result.ts'
import { neededText } from '../../../forms/form-fields.server.ts'
import { type MayNotShare, mayShareAgain } from '../decide/may-share-again.ts'
import { readSharingFacts } from '../decide/read-sharing-facts.server.ts'
import { findOwnReferral, furtherDisclosure, lockOwnReferral } from '../find-own-referral.server.ts'
import { seenEntries } from '../inbox/received-entries.server.ts'
import { type Moved, moveReferral, type ReferralRefusal } from '../moves/move-referral.server.ts'
import { findNewestPackage } from '../package/find-newest-package.server.ts'

export const giveMoreInformationInput = z.object({
  ...seenEntries,
  message: neededText(2000, 'Write the answer to their question'),
})

export type GiveMoreInformationInput = z.output<typeof giveMoreInformationInput> & { referralId: string }

export type GiveMoreRefusal = ReferralRefusal | MayNotShare | AlreadyDone

/**
 * Answers the recipient's question; their time to accept or decline starts again. The answer leaves the agency, so it
 * passes the gate like a new version of the package, and the log records it as a disclosure.
 */
export async function giveMoreInformation(
  asking: Asking,
  input: GiveMoreInformationInput,
): Promise<Result<Moved, GiveMoreRefusal>> {
  return writeOnce<Moved, GiveMoreRefusal>(asking, 'give-more-information', input, async (tx) => {
    const { referralId, seenVersion: expectedVersion, message } = input
    const { actor } = asking
    const { caseId } = orNotFound(await findOwnReferral(tx, actor, referralId))
    orNotFound(await lockCaseToChange(tx, actor, caseId))
    const facts = await readSharingFacts(tx, actor, caseId, { lock: true })
    const own = orNotFound(await lockOwnReferral(tx, actor, referralId))
    const { state } = own
    const possible = movesFor(state, 'sender')
    if (!possible.includes('give_more')) return refused({ kind: 'move-not-possible', state, possible })
    const shared = orNotFound(await findNewestPackage(tx, actor, referralId))
    const allowed = mayShareAgain(own, facts, shared.categories, asking.now)
    if (!allowed.ok) return allowed
    return moveReferral(tx, asking, {
      referralId,
      expectedVersion,
      move: 'give_more',
      side: 'sender',
      details: { message },
      happening: {
        kind: 'referral-moved',
        caseId,
        subjectId: referralId,
        data: { referralId, from: 'information_asked', to: 'received' },
        disclosure: furtherDisclosure(own),
      },
    })
  })
}
