import { and, eq } from 'drizzle-orm'
import { z } from 'zod'
import { asActor } from '../../../../db/as-actor.ts'
import { type AlreadyDone, writeOnce } from '../../../../db/once.ts'
import { referral } from '../../../../db/schema/referral.ts'
import { orNotFound } from '../../../access/require.server.ts'
import { CONTACT_CHANNELS } from '../../../domain/cases/contact.ts'
import {
  type ContactSafety,
  checkContactSafety,
  type UnsafeContactConfirmation,
  type UnsafeContactRefusal,
  unsafeActOf,
} from '../../../domain/cases/unsafe-contact.ts'
import type { Asking } from '../../../domain/partnership/actor.ts'
import { done, type Result, refused } from '../../../domain/result.ts'
import { isBeforeMinuteOf } from '../../../domain/time/calendar-day.ts'
import { readSafeContact } from '../../../facts/read-safe-contact.server.ts'
import { typedInstantField } from '../../../forms/date-fields.server.ts'
import { choiceOf } from '../../../forms/form-fields.server.ts'
import type { FieldError } from '../../../forms/form-state.ts'
import { unsafeContactEntries, unsafeContactErrors } from '../../../forms/unsafe-contact-entries.server.ts'
import { recordEvent } from '../../../timeline/record-event.server.ts'
import { findOwnReferral } from '../find-own-referral.server.ts'

export const tellClientInput = z.object({
  channel: choiceOf(CONTACT_CHANNELS, 'Choose how you told the client'),
  toldAt: typedInstantField('recorded'),
  ...unsafeContactEntries,
})

export type TellClientInput = Omit<z.output<typeof tellClientInput>, keyof UnsafeContactConfirmation> &
  UnsafeContactConfirmation & { referralId: string }

export type TellClientRefusal =
  | UnsafeContactRefusal
  | { kind: 'no-news' }
  | { kind: 'told-in-the-future' }
  | { kind: 'told-before-news'; newsAt: string }
  | AlreadyDone

export async function tellClient(
  asking: Asking,
  input: TellClientInput,
): Promise<Result<{ referralId: string } & ContactSafety, TellClientRefusal>> {
  return writeOnce<{ referralId: string } & ContactSafety, TellClientRefusal>(
    asking,
    'tell-client',
    input,
    async (tx) => {
      const { referralId, channel } = input
      const { newsAt, caseId } = orNotFound(await findOwnReferral(tx, asking.actor, referralId, 'update'))
      const typedAt = input.toldAt ?? asking.now
      if (newsAt === null) return refused({ kind: 'no-news' })
      if (typedAt > asking.now) return refused({ kind: 'told-in-the-future' })
      if (isBeforeMinuteOf(typedAt, newsAt)) return refused({ kind: 'told-before-news', newsAt: newsAt.toISOString() })
      const safety = checkContactSafety(
        await readSafeContact(tx, asking.actor, caseId),
        { channel, outcome: 'spoke' },
        input,
      )
      if (!safety.ok) return safety
      // A time in the same minute as the news counts as after it, or the client would count as not told.
      const toldAt = new Date(Math.max(typedAt.getTime(), newsAt.getTime()))
      await tx
        .update(referral)
        .set({ clientToldAt: toldAt })
        .where(and(eq(referral.referralId, referralId), eq(referral.fromAgencyId, asking.actor.agencyId)))
      const data = { referralId, toldAt: toldAt.toISOString(), channel, ...unsafeActOf(safety.value) }
      await recordEvent(tx, asking, { kind: 'client-told', caseId, subjectId: referralId, happenedAt: toldAt, data })
      return done({ referralId, ...safety.value })
    },
  )
}

/** Whether telling the client goes against their answers: checked first, so that all errors appear at once. */
export function checkClientNotification(
  { actor }: Pick<Asking, 'actor'>,
  referralId: string,
  sound: Partial<z.output<typeof tellClientInput>>,
): Promise<FieldError[]> {
  return asActor(actor, async (tx) => {
    const own = sound.channel && (await findOwnReferral(tx, actor, referralId))
    if (!sound.channel || !own) return []
    const safe = await readSafeContact(tx, actor, own.caseId)
    return unsafeContactErrors(safe, { channel: sound.channel, outcome: 'spoke' }, sound)
  })
}
