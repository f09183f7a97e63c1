import { z } from 'zod'
import { type AlreadyDone, writeOnce } from '../../../db/once.ts'
import { orNotFound } from '../../access/require.server.ts'
import type { Asking } from '../../domain/actor.ts'
import type { Result } from '../../domain/result.ts'
import { neededText } from '../../ui/form-fields.server.ts'
import { findOwnReferral, furtherDisclosure } from './find-own-referral.server.ts'
import { type Moved, moveReferral, type ReferralRefusal } from './move-referral.server.ts'
import { seenShape } from './received-fields.server.ts'

export const giveMoreInformationInput = z.object({
  ...seenShape,
  message: neededText(2000, 'Write the answer to their question'),
})

export type GiveMoreInformationInput = z.output<typeof giveMoreInformationInput> & { referralId: string }

/**
 * Answers what the recipient asked; their time to say yes or no starts again. What is written leaves the agency, so it
 * stands in the log as a disclosure.
 */
export async function giveMoreInformation(
  asking: Asking,
  input: GiveMoreInformationInput,
): Promise<Result<Moved, ReferralRefusal | AlreadyDone>> {
  return writeOnce(asking, 'give-more-information', input, async (tx) => {
    const { referralId, seenVersion: expectedVersion, message } = input
    const own = orNotFound(await findOwnReferral(tx, asking.actor, referralId))
    return moveReferral(tx, asking, {
      referralId,
      expectedVersion,
      move: 'give_more',
      side: 'sender',
      given: { message },
      happening: {
        kind: 'referral-moved',
        caseId: own.caseId,
        subjectId: referralId,
        data: { referralId, from: 'information_asked', to: 'received' },
        disclosure: furtherDisclosure(own),
      },
    })
  })
}
