import type { needBooking } from '../../../db/schema/interview.ts'
import {
  BOOKED_WITH,
  BOOKING_STATES,
  isForAnotherTime,
  isSettled,
  needInWords,
  WITHOUT_REASONS,
} from '../../domain/interview/need-booking.ts'
import type { TagColour } from '../../ui/tag.tsx'
import { sayFullInstant } from '../../ui/time/say-time.ts'

type Booking = typeof needBooking.$inferSelect

export interface BookingInWords {
  bookingId: string
  need: string
  state: string
  colour: TagColour
  detail: string
  /** Booked for another time than the interview. */
  wrongTime: boolean
}

/** Each booking as the page of its interview shows it. */
export function bookingsInWords(
  bookings: readonly Booking[],
  { language }: { language: string },
  startsAt: Date,
): BookingInWords[] {
  return bookings.map((booking) => {
    const { bookingId, need, state, bookedWith, bookedName, bookedFor, reason } = booking
    const wrongTime = isForAnotherTime(booking, startsAt)
    return {
      bookingId,
      need: needInWords(need, language),
      state: BOOKING_STATES[state].label,
      colour: wrongTime || state === 'to_book' ? 'orange' : isSettled(state) || state === 'booked' ? 'green' : 'yellow',
      detail: [
        bookedWith ? `${BOOKED_WITH[bookedWith].label}.` : '',
        bookedName ? `${bookedName}.` : '',
        bookedFor ? `For ${sayFullInstant(bookedFor)}.` : '',
        reason ? `${WITHOUT_REASONS[reason].label}.` : '',
      ]
        .filter(Boolean)
        .join(' '),
      wrongTime,
    }
  })
}
