import { and, eq } from 'drizzle-orm'
import { z } from 'zod'
import type { Tx } from '../../../db/as-actor.ts'
import { type AlreadyDone, writeOnce } from '../../../db/once.ts'
import { needBooking } from '../../../db/schema/interview.ts'
import { ifMay } from '../../access/ability.ts'
import {
  BOOKED_WITH,
  BOOKING_STATES,
  type BookingRefusal,
  decideBooking,
  WITHOUT_REASONS,
} from '../../domain/interview/need-booking.ts'
import type { Actor, Asking } from '../../domain/partnership/actor.ts'
import { done, type Result, refused } from '../../domain/result.ts'
import { typedInstantField } from '../../forms/date-fields.server.ts'
import { choiceOf, optionalChoiceOf, typedText } from '../../forms/form-fields.server.ts'
import { recordEvent } from '../../timeline/record-event.server.ts'
import { lockInterview } from './lock-interview.server.ts'

export const changeBookingInput = z.object({
  state: choiceOf(BOOKING_STATES, 'Choose how far it is'),
  bookedWith: optionalChoiceOf(BOOKED_WITH),
  bookedName: typedText(200),
  bookedFor: typedInstantField('correctedPlan'),
  reason: optionalChoiceOf(WITHOUT_REASONS),
  seenVersion: typedText(20),
})

export type ChangeBookingInput = z.output<typeof changeBookingInput> & { caseId: string; bookingId: string }

export type ChangeBookingRefusal =
  | { kind: 'not-found' }
  | { kind: 'interview-over' }
  | { kind: 'interview-changed-since' }
  | BookingRefusal

/** Records how far the booking of a need is (G5, G6). */
export function changeBooking(
  asking: Asking,
  input: ChangeBookingInput,
): Promise<Result<{ interviewId: string }, ChangeBookingRefusal | AlreadyDone>> {
  return writeOnce(asking, 'change-booking', input, (tx) => changeIn(tx, asking, input))
}

async function changeIn(
  tx: Tx,
  asking: Asking,
  { caseId, bookingId, seenVersion, ...change }: ChangeBookingInput,
): Promise<Result<{ interviewId: string }, ChangeBookingRefusal>> {
  const { actor, now } = asking
  const found = await findBooking(tx, actor, caseId, bookingId)
  const held = found && (await lockInterview(tx, actor, found))
  // Read again: another writer may have had the lock.
  const booking = held && ifMay(actor, 'update', 'needBooking', await findBooking(tx, actor, caseId, bookingId))
  if (!held || !booking) return refused({ kind: 'not-found' })
  if (held.row.state !== 'arranged') return refused({ kind: 'interview-over' })
  if (String(booking.version) !== seenVersion) return refused({ kind: 'interview-changed-since' })
  const decided = decideBooking(change)
  if (!decided.ok) return decided
  const { interviewId, need, version } = booking
  await tx
    .update(needBooking)
    .set({ ...decided.value, version: version + 1, changedBy: actor.staffId, changedAt: now })
    .where(and(eq(needBooking.agencyId, actor.agencyId), eq(needBooking.bookingId, bookingId)))
  const { state, reason } = decided.value
  const data = { bookingId, interviewId, need, state, ...(reason && { reason }) }
  await recordEvent(tx, asking, { kind: 'need-booking-changed', data, caseId, subjectId: interviewId })
  return done({ interviewId })
}

export async function findBooking(tx: Tx, { agencyId }: Actor, caseId: string, bookingId: string) {
  const [booking] = await tx
    .select()
    .from(needBooking)
    .where(
      and(eq(needBooking.agencyId, agencyId), eq(needBooking.caseId, caseId), eq(needBooking.bookingId, bookingId)),
    )
  return booking
}
