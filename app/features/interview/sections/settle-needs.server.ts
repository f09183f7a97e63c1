import { randomUUID } from 'node:crypto'
import { and, eq } from 'drizzle-orm'
import type { Tx } from '../../../../db/as-actor.ts'
import { needBooking } from '../../../../db/schema/interview.ts'
import type { BookingState, InterviewNeed, WithoutReason } from '../../../domain/interview/need-booking.ts'
import type { Asking } from '../../../domain/partnership/actor.ts'
import { recordEvent } from '../../../timeline/record-event.server.ts'
import type { InterviewKey } from '../lock-interview.server.ts'
import type { SavedInterview } from './saved-interview.ts'

type Booking = typeof needBooking.$inferSelect

interface Before {
  key: InterviewKey
  saved: Pick<SavedInterview, 'needs'>
  bookings: readonly Booking[]
}

interface AnsweredNeed {
  need: InterviewNeed
  met: boolean
  reason: WithoutReason | null
}

interface SettledNeed {
  need: InterviewNeed
  state: BookingState
}

/** Records of each answered need that it was there, or why the interview went on without it. A need that is new gets its row. */
export async function settleNeeds(
  tx: Tx,
  asking: Asking,
  { key, saved, bookings }: Before,
  answered: readonly AnsweredNeed[],
): Promise<SettledNeed[]> {
  const { actor, now } = asking
  const settled: SettledNeed[] = []
  for (const { need, met, reason } of answered.filter((one) => saved.needs.includes(one.need))) {
    const before = bookings.find((booking) => booking.need === need)
    // Declined before the interview, for the same reason: nothing new was said.
    if (before?.state === 'declined' && before.reason === reason) continue
    const state = met ? 'delivered' : 'went_without'
    settled.push({ need, state })
    if (before?.state === state && before.reason === reason) continue
    const bookingId = before?.bookingId ?? randomUUID()
    const row = {
      state,
      reason,
      version: (before?.version ?? 0) + 1,
      changedBy: actor.staffId,
      changedAt: now,
    } as const
    if (before)
      await tx
        .update(needBooking)
        .set(row)
        .where(and(eq(needBooking.agencyId, actor.agencyId), eq(needBooking.bookingId, bookingId)))
    else await tx.insert(needBooking).values({ agencyId: actor.agencyId, ...key, bookingId, need, ...row })
    const data = { bookingId, interviewId: key.interviewId, need, state, ...(reason && { reason }) }
    const about = { caseId: key.caseId, subjectId: key.interviewId }
    await recordEvent(tx, asking, { kind: 'need-booking-changed', data, ...about })
  }
  return settled
}
