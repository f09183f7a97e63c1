import { z } from 'zod'
import { type AlreadyDone, writeOnce } from '../../../db/once.ts'
import type { Asking } from '../../domain/actor.ts'
import { CONTACT_CHANNELS } from '../../domain/contact.ts'
import { mayPromise } from '../../domain/referral-due.ts'
import { done, type Result, refused } from '../../domain/result.ts'
import {
  type ContactSafety,
  checkContactSafety,
  type UnsafeContactConfirmation,
  type UnsafeContactRefusal,
} from '../../domain/unsafe-contact.ts'
import { typedDayField } from '../../ui/date-fields.server.ts'
import { choiceOf, typedText } from '../../ui/form-fields.server.ts'
import { unsafeContactShape } from '../../ui/unsafe-contact-fields.server.ts'
import { type Moved, moveReferral, type ReferralRefusal } from './move-referral.server.ts'
import { readSharedContact } from './read-shared-contact.server.ts'
import { MESSAGE_LENGTH, type Received, seenShape } from './received-fields.server.ts'

export const recordEngagementInput = z.object({
  ...seenShape,
  channel: choiceOf(CONTACT_CHANNELS, 'Choose how you reached the client'),
  nextTryOn: typedDayField('planned'),
  message: typedText(MESSAGE_LENGTH),
  ...unsafeContactShape,
})

export type RecordEngagementInput = Omit<z.output<typeof recordEngagementInput>, keyof UnsafeContactConfirmation> &
  UnsafeContactConfirmation &
  Received

export type EngagementRefusal = ReferralRefusal | UnsafeContactRefusal | { kind: 'next-try-not-soon' }

/** The client was reached and is being helped; `nextTryOn` is the day of the next contact, when one is agreed. */
export async function recordEngagement(
  asking: Asking,
  input: RecordEngagementInput,
): Promise<Result<Moved & ContactSafety, EngagementRefusal | AlreadyDone>> {
  const { referralId, seenVersion, channel, nextTryOn, message } = input
  return writeOnce<Moved & ContactSafety, EngagementRefusal>(asking, 'record-engagement', input, async (tx) => {
    if (!mayPromise(nextTryOn, asking.now)) return refused({ kind: 'next-try-not-soon' })
    const safe = await readSharedContact(tx, asking.actor, referralId)
    const safety = checkContactSafety(safe, { channel, outcome: 'spoke' }, input)
    if (!safety.ok) return safety
    const moved = await moveReferral(tx, asking, {
      referralId,
      expectedVersion: seenVersion,
      move: 'engage',
      side: 'recipient',
      given: { message, nextTryOn: nextTryOn ?? '', channel, ...safety.value },
    })
    return moved.ok ? done({ ...moved.value, ...safety.value }) : moved
  })
}
