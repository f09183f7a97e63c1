import type { Contactability } from '../cases/case-event.ts'
import { done, type Result, refused } from '../result.ts'
import { isBeforeMinuteOf } from '../time/calendar-day.ts'
import type { Companion, InterviewPlace, InterviewState, PlaceChooser } from './interview-place.ts'
import type { InterviewSection, SectionProgress } from './interview-section.ts'
import type { InterviewNeed } from './need-booking.ts'

/** An interview as the pages of its case and other features see it. */
export interface InterviewOfCase {
  caseId: string
  interviewId: string
  startsAt: Date
  place: InterviewPlace
  state: InterviewState
  heldAt: Date | null
  sections: Record<InterviewSection, SectionProgress>
  /** Needs that are neither met nor given up by the client. */
  openNeeds: InterviewNeed[]
}

export type ArrangeRefusal =
  | { kind: 'place-not-chosen-by-client' }
  | { kind: 'place-detail-missing' }
  | { kind: 'companion-name-missing' }
  | { kind: 'start-missing' }
  | { kind: 'start-before-report' }
  | { kind: 'contact-not-possible' }
  | { kind: 'case-closed' }

interface Appointment {
  place: InterviewPlace
  chosenBy: PlaceChooser
  placeDetail: string
  companion: Companion
  companionName: string
  startsAt: Date | null
}

interface CaseOfInterview {
  stage: 'open' | 'closed'
  contactability: Contactability
  receivedAt: Date
}

/** The client chooses the place (R5): a place that we chose is no appointment. */
export function decideAppointment(
  file: CaseOfInterview,
  appointment: Appointment,
): Result<{ chosenBy: 'client'; startsAt: Date }, ArrangeRefusal> {
  const { chosenBy, startsAt } = appointment
  if (file.stage === 'closed') return refused({ kind: 'case-closed' })
  if (file.contactability !== 'possible') return refused({ kind: 'contact-not-possible' })
  const [problem] = appointmentProblems(appointment)
  if (problem) return refused(problem)
  if (chosenBy !== 'client') return refused({ kind: 'place-not-chosen-by-client' })
  if (!startsAt) return refused({ kind: 'start-missing' })
  if (startsAt < file.receivedAt) return refused({ kind: 'start-before-report' })
  return done({ chosenBy, startsAt })
}

/** What is wrong with an appointment by itself, so that a form can say all of it at once. */
export function appointmentProblems(appointment: Partial<Appointment>): ArrangeRefusal[] {
  const { place, chosenBy, placeDetail, companion, companionName, startsAt } = appointment
  return [
    ...(chosenBy === 'agency' ? [{ kind: 'place-not-chosen-by-client' } as const] : []),
    ...(place === 'elsewhere' && placeDetail === '' ? [{ kind: 'place-detail-missing' } as const] : []),
    ...(startsAt === null ? [{ kind: 'start-missing' } as const] : []),
    ...(companion && companion !== 'nobody' && companionName === ''
      ? [{ kind: 'companion-name-missing' } as const]
      : []),
  ]
}

export type HeldAtRefusal = { kind: 'held-in-the-future' } | { kind: 'held-before-report' }

/** An interview was held between the report and now; times are to the minute. */
export function checkHeldAt(
  heldAt: Date,
  { receivedAt, now }: Pick<CaseOfInterview, 'receivedAt'> & { now: Date },
): Result<null, HeldAtRefusal> {
  if (heldAt > now) return refused({ kind: 'held-in-the-future' })
  return isBeforeMinuteOf(heldAt, receivedAt) ? refused({ kind: 'held-before-report' }) : done(null)
}
