import { randomUUID } from 'node:crypto'
import type { Tx } from '../../../db/as-actor.ts'
import { interview } from '../../../db/schema/interview.ts'
import { ifMay } from '../../access/ability.ts'
import { BOOKED_WITH, BOOKING_STATES, needInWords, WITHOUT_REASONS } from '../../domain/interview/need-booking.ts'
import type { Actor } from '../../domain/partnership/actor.ts'
import type { FormState } from '../../forms/form-state.ts'
import { instantFields } from './arrange/find-appointment.server.ts'
import { findBooking } from './change-booking.server.ts'
import { interviewOf } from './lock-interview.server.ts'

const choicesFrom = (vocabulary: Readonly<Record<string, { label: string }>>) =>
  Object.entries(vocabulary).map(([value, { label }]) => ({ value, label }))

const CHOICES = {
  states: choicesFrom(BOOKING_STATES),
  bookedWith: choicesFrom(BOOKED_WITH),
  reasons: choicesFrom(WITHOUT_REASONS),
}

/** A booking and its interview, for the form. Null if it may not be changed, or the interview is over. */
export async function readBooking(
  tx: Tx,
  actor: Actor,
  { caseId, bookingId, language }: { caseId: string; bookingId: string; language: string },
) {
  const booking = ifMay(actor, 'update', 'needBooking', await findBooking(tx, actor, caseId, bookingId))
  if (!booking) return null
  const { interviewId, state, bookedWith, bookedName, bookedFor, reason, version, need } = booking
  const [row] = await tx.select().from(interview).where(interviewOf(actor, { caseId, interviewId }))
  if (row?.state !== 'arranged') return null
  const values: FormState['values'] = {
    ...{ state, bookedWith: bookedWith ?? '', bookedName, reason: reason ?? '' },
    // Nothing is booked yet: the time of the interview is the likely one.
    ...instantFields('bookedFor', bookedFor ?? row.startsAt),
  }
  return {
    need: needInWords(need, language),
    interviewId,
    startsAt: row.startsAt.toISOString(),
    seenVersion: String(version),
    values,
    choices: CHOICES,
    idempotencyKey: randomUUID(),
  }
}
