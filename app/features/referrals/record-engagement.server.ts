import { z } from 'zod'
import { type AlreadyDone, writeOnce } from '../../../db/once.ts'
import type { Asking } from '../../domain/actor.ts'
import { mayPromise } from '../../domain/referral-due.ts'
import { type Result, refused } from '../../domain/result.ts'
import { typedDayField } from '../../ui/date-fields.server.ts'
import { typedText } from '../../ui/form-fields.server.ts'
import { type Moved, moveReferral, type ReferralRefusal } from './move-referral.server.ts'
import { MESSAGE_LENGTH, type Received, seenShape } from './received-fields.server.ts'

export const recordEngagementInput = z.object({
  ...seenShape,
  nextTryOn: typedDayField('planned'),
  message: typedText(MESSAGE_LENGTH),
})

export type RecordEngagementInput = z.output<typeof recordEngagementInput> & Received

export type EngagementRefusal = ReferralRefusal | { kind: 'next-try-not-soon' }

/** The client was reached and is being helped; `nextTryOn` is the day of the next contact, when one is agreed. */
export async function recordEngagement(
  asking: Asking,
  input: RecordEngagementInput,
): Promise<Result<Moved, EngagementRefusal | AlreadyDone>> {
  const { referralId, seenVersion, nextTryOn, message } = input
  return writeOnce<Moved, EngagementRefusal>(asking, 'record-engagement', input, async (tx) => {
    if (!mayPromise(nextTryOn, asking.now)) return refused({ kind: 'next-try-not-soon' })
    return moveReferral(tx, asking, {
      referralId,
      expectedVersion: seenVersion,
      move: 'engage',
      side: 'recipient',
      given: { message, nextTryOn: nextTryOn ?? '' },
    })
  })
}
