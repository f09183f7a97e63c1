import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { type AlreadyDone, writeOnce } from '../../../../db/once.ts'
import { referral } from '../../../../db/schema/referral.ts'
import { CONTACT_CHANNELS, type ContactOutcome } from '../../../domain/cases/contact.ts'
import {
  type ContactSafety,
  checkContactSafety,
  type UnsafeContactConfirmation,
  type UnsafeContactRefusal,
} from '../../../domain/cases/unsafe-contact.ts'
import type { Asking } from '../../../domain/partnership/actor.ts'
import { mayPromise } from '../../../domain/referrals/referral-due.ts'
import { ATTEMPT_RESULTS } from '../../../domain/referrals/referral-reason.ts'
import { done, type Result, refused } from '../../../domain/result.ts'
import { typedDayField, typedInstantField } from '../../../forms/date-fields.server.ts'
import { choiceOf, typedText } from '../../../forms/form-fields.server.ts'
import { unsafeContactEntries } from '../../../forms/unsafe-contact-entries.server.ts'
import { MESSAGE_LENGTH, type Received, seenEntries } from '../inbox/received-entries.server.ts'
import { type Moved, moveReferral, type ReferralRefusal } from '../moves/move-referral.server.ts'
import { readSharedContact } from '../package/read-shared-contact.server.ts'

export const recordContactAttemptInput = z.object({
  ...seenEntries,
  channel: choiceOf(CONTACT_CHANNELS, 'Choose how you tried to reach the client'),
  reason: choiceOf(ATTEMPT_RESULTS, 'Choose what happened'),
  attemptedAt: typedInstantField('recorded'),
  nextTryOn: typedDayField('planned'),
  message: typedText(MESSAGE_LENGTH),
  ...unsafeContactEntries,
})

export type RecordContactAttemptInput = Omit<
  z.output<typeof recordContactAttemptInput>,
  keyof UnsafeContactConfirmation
> &
  UnsafeContactConfirmation &
  Received

export type AttemptRefusal =
  | ReferralRefusal
  | UnsafeContactRefusal
  | { kind: 'attempted-in-the-future' }
  | { kind: 'attempted-before-it-was-sent' }
  | { kind: 'next-try-not-soon' }

/** Records that the client was not reached. The sender sees the number of attempts, and the day of the next. */
export async function recordContactAttempt(
  asking: Asking,
  input: RecordContactAttemptInput,
): Promise<Result<Moved & ContactSafety, AttemptRefusal | AlreadyDone>> {
  const { referralId, seenVersion, channel, reason, nextTryOn, message } = input
  const attemptedAt = input.attemptedAt ?? asking.now
  return writeOnce<Moved & ContactSafety, AttemptRefusal>(asking, 'record-contact-attempt', input, async (tx) => {
    if (attemptedAt > asking.now) return refused({ kind: 'attempted-in-the-future' })
    if (!mayPromise(nextTryOn, asking.now)) return refused({ kind: 'next-try-not-soon' })
    const safe = await readSharedContact(tx, asking.actor, referralId)
    const safety = checkContactSafety(safe, { channel, outcome: reason as ContactOutcome }, input)
    if (!safety.ok) return safety
    const moved = await moveReferral(tx, asking, {
      referralId,
      expectedVersion: seenVersion,
      move: 'record_contact_attempt',
      side: 'recipient',
      details: { reason, message, nextTryOn: nextTryOn ?? '', movedAt: attemptedAt, channel, ...safety.value },
    })
    if (!moved.ok) return moved
    const [row] = await tx.select({ sentAt: referral.sentAt }).from(referral).where(eq(referral.referralId, referralId))
    return row?.sentAt && attemptedAt < row.sentAt
      ? refused({ kind: 'attempted-before-it-was-sent' })
      : done({ ...moved.value, ...safety.value })
  })
}
