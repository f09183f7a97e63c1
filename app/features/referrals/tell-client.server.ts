import { and, eq } from 'drizzle-orm'
import { z } from 'zod'
import { type AlreadyDone, writeOnce } from '../../../db/once.ts'
import { referral } from '../../../db/schema/referral.ts'
import { orNotFound } from '../../access/require.server.ts'
import type { Asking } from '../../domain/actor.ts'
import { isBeforeMinuteOf } from '../../domain/calendar-day.ts'
import { done, type Result, refused } from '../../domain/result.ts'
import { recordEvent } from '../../timeline/record-event.server.ts'
import { typedInstantField } from '../../ui/date-fields.server.ts'
import { findOwnReferral } from './find-own-referral.server.ts'

export const tellClientInput = z.object({ toldAt: typedInstantField('recorded') })

export type TellClientInput = z.output<typeof tellClientInput> & { referralId: string }

export type TellClientRefusal =
  | { kind: 'no-news' }
  | { kind: 'told-in-the-future' }
  | { kind: 'told-before-news'; newsAt: string }
  | AlreadyDone

/** Records that the client heard what became of the referral: the last step of the loop. */
export async function tellClient(
  asking: Asking,
  input: TellClientInput,
): Promise<Result<{ referralId: string }, TellClientRefusal>> {
  return writeOnce<{ referralId: string }, TellClientRefusal>(asking, 'tell-client', input, async (tx) => {
    const { referralId } = input
    const { newsAt, caseId } = orNotFound(await findOwnReferral(tx, asking.actor, referralId))
    const typedAt = input.toldAt ?? asking.now
    if (newsAt === null) return refused({ kind: 'no-news' })
    if (typedAt > asking.now) return refused({ kind: 'told-in-the-future' })
    if (isBeforeMinuteOf(typedAt, newsAt)) return refused({ kind: 'told-before-news', newsAt: newsAt.toISOString() })
    // Typed as the minute of the news, it is after the news, or the client would count as not told.
    const toldAt = new Date(Math.max(typedAt.getTime(), newsAt.getTime()))
    await tx
      .update(referral)
      .set({ clientToldAt: toldAt })
      .where(and(eq(referral.referralId, referralId), eq(referral.fromAgencyId, asking.actor.agencyId)))
    const data = { referralId, toldAt: toldAt.toISOString() }
    await recordEvent(tx, asking, { kind: 'client-told', caseId, subjectId: referralId, happenedAt: toldAt, data })
    return done({ referralId })
  })
}
