import { COMMUNICATION_NEEDS, type CommunicationNeedId } from '../cases/communication-need.ts'
import { done, type Result, refused } from '../result.ts'

/** A need of the client's record that an interview must meet: an interpreter, or a communication need (G5, G6). */
export type InterviewNeed = 'interpreter' | CommunicationNeedId

export const INTERVIEW_NEED_IDS: readonly InterviewNeed[] = [
  'interpreter',
  ...(Object.keys(COMMUNICATION_NEEDS) as CommunicationNeedId[]),
]

export const BOOKING_STATES = {
  to_book: { label: 'To book' },
  requested: { label: 'Requested' },
  booked: { label: 'Booked' },
  delivered: { label: 'Was there' },
  declined: { label: 'The client does not want it' },
  went_without: { label: 'The client went ahead without it' },
} as const satisfies Record<string, { label: string }>

export type BookingState = keyof typeof BOOKING_STATES

/** Why a client does not want what they need, or why the interview went ahead without it. */
export const WITHOUT_REASONS = {
  client_speaks_enough: { label: 'The client says they understand and can answer well enough' },
  own_supporter: { label: 'An adult chosen by the client helps them' },
  other_way: { label: 'Another way suits the client better' },
  not_trusted: { label: 'The client does not want a stranger to listen' },
  did_not_come: { label: 'It was booked and did not come. The client wanted to continue' },
  could_not_wait: { label: 'It could not wait. The client wanted to continue' },
} as const satisfies Record<string, { label: string }>

export type WithoutReason = keyof typeof WITHOUT_REASONS

/** Who interprets or helps. A child is in no row: a child never interprets. */
export const BOOKED_WITH = {
  professional: { label: 'A professional' },
  chosen_adult: { label: 'An adult chosen by the client' },
  own_agency: { label: 'Our own agency' },
} as const satisfies Record<string, { label: string }>

export type BookedWith = keyof typeof BOOKED_WITH

interface RecordedNeeds {
  interpreterNeeded: boolean
  communicationNeeds: readonly CommunicationNeedId[]
}

/** The needs of the client's record, in the order of the lists of needs. */
export function needsOfClient({ interpreterNeeded, communicationNeeds }: RecordedNeeds): InterviewNeed[] {
  return INTERVIEW_NEED_IDS.filter((need) =>
    need === 'interpreter' ? interpreterNeeded : communicationNeeds.includes(need),
  )
}

/** "Arabic interpreter", "British Sign Language interpreter", "Easy Read". */
export function needInWords(need: InterviewNeed, language: string): string {
  if (need !== 'interpreter') return COMMUNICATION_NEEDS[need].label
  return language === '' || language === 'English' ? 'Interpreter' : `${language} interpreter`
}

const SETTLED: readonly BookingState[] = ['delivered', 'declined', 'went_without']

export function isSettled(state: BookingState): boolean {
  return SETTLED.includes(state)
}

/** Needs that are neither met nor given up by the client. A need without a booking is open too. */
export function openNeedsOf(
  needs: readonly InterviewNeed[],
  bookings: readonly { need: InterviewNeed; state: BookingState }[],
): InterviewNeed[] {
  return needs.filter((need) => !bookings.some((booking) => booking.need === need && isSettled(booking.state)))
}

export interface BookingChange {
  state: BookingState
  bookedWith: BookedWith | null
  bookedName: string
  bookedFor: Date | null
  reason: WithoutReason | null
}

export type BookingRefusal =
  | { kind: 'with-whom-missing' }
  | { kind: 'booked-for-missing' }
  | { kind: 'without-reason-missing' }

/** A booking says with whom and for when; doing without a need says why. Answers that the state does not ask are dropped. */
export function decideBooking(change: BookingChange): Result<BookingChange, BookingRefusal> {
  const { state, bookedWith, bookedFor } = change
  if (state === 'to_book' || state === 'requested')
    return done({ ...change, bookedWith: null, bookedFor: null, reason: null })
  if (state === 'declined' || state === 'went_without') {
    if (!change.reason) return refused({ kind: 'without-reason-missing' })
    return done({ ...change, bookedWith: null, bookedFor: null })
  }
  if (state === 'booked' && !bookedWith) return refused({ kind: 'with-whom-missing' })
  if (state === 'booked' && !bookedFor) return refused({ kind: 'booked-for-missing' })
  return done({ ...change, reason: null })
}

/** Whether something is booked for another time than the interview, which was moved after the booking. */
export function isForAnotherTime(booking: Pick<BookingChange, 'state' | 'bookedFor'>, startsAt: Date): boolean {
  return booking.state === 'booked' && booking.bookedFor?.getTime() !== startsAt.getTime()
}
