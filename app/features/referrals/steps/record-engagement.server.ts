import { z } from 'zod'
import { type AlreadyDone, writeOnce } from '../../../../db/once.ts'
import { CONTACT_CHANNELS } from '../../../domain/cases/contact.ts'
import {
  type ContactSafety,
  checkContactSafety,
  type UnsafeContactConfirmation,
  type UnsafeContactRefusal,
} from '../../../domain/cases/unsafe-contact.ts'
import type { Asking } from '../../../domain/partnership/actor.ts'
import { mayPromise } from '../../../domain/referrals/referral-due.ts'
import { done, type Result, refused } from '../../../domain/result.ts'
import { typedDayField } from '../../../forms/date-fields.server.ts'
import { choiceOf, typedText } from '../../../forms/form-fields.server.ts'
import { unsafeContactEntries } from '../../../forms/unsafe-contact-entries.server.ts'
import { MESSAGE_LENGTH, type Received, seenEntries } from '../inbox/received-entries.server.ts'
import { type Moved, moveReferral, type ReferralRefusal } from '../moves/move-referral.server.ts'
import { readSharedContact } from '../package/read-shared-contact.server.ts'

export const recordEngagementInput = z.object({
  ...seenEntries,
  channel: choiceOf(CONTACT_CHANNELS, 'Choose how you reached the client'),
  nextTryOn: typedDayField('planned'),
  message: typedText(MESSAGE_LENGTH),
  ...unsafeContactEntries,
})

export type RecordEngagementInput = Omit<z.output<typeof recordEngagementInput>, keyof UnsafeContactConfirmation> &
  UnsafeContactConfirmation &
  Received

export type EngagementRefusal = ReferralRefusal | UnsafeContactRefusal | { kind: 'next-try-not-soon' }

/** Records that the client was reached and is being helped. `nextTryOn` is the day of the next contact, if agreed. */
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
      details: { message, nextTryOn: nextTryOn ?? '', channel, ...safety.value },
    })
    return moved.ok ? done({ ...moved.value, ...safety.value }) : moved
  })
}
