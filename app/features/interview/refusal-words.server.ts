import type { AlreadyDone } from '../../../db/once.ts'
import type { ArrangeRefusal } from '../../domain/interview/interview.ts'
import { INTERVIEW_GAPS } from '../../domain/interview/interview-gaps.ts'
import type { RefusalTable } from '../../forms/refusal-table.server.ts'
import type { CancelInterviewRefusal } from './arrange/cancel-interview.server.ts'
import type { ChangeInterviewRefusal } from './arrange/change-interview.server.ts'
import type { ChangeBookingRefusal } from './change-booking.server.ts'
import type { FinishInterviewRefusal } from './finish-interview.server.ts'
import type { SaveSectionRefusal } from './sections/save-section.server.ts'

type InterviewRefusal =
  | ArrangeRefusal
  | ChangeInterviewRefusal
  | CancelInterviewRefusal
  | ChangeBookingRefusal
  | FinishInterviewRefusal
  | SaveSectionRefusal
  | AlreadyDone

const CHANGED =
  'A colleague has changed this since you opened it. Open the page again to see it. What you typed is still here'

export const INTERVIEW_REFUSALS: RefusalTable<InterviewRefusal> = {
  'case-closed': { message: 'The case is closed' },
  'contact-not-possible': {
    message: 'Contact is not possible in this case. If that has changed, change the client’s details first',
  },
  'place-not-chosen-by-client': {
    field: 'chosenBy',
    message: 'Ask the client where they want to meet, and record the place that they choose',
  },
  'place-detail-missing': { field: 'placeDetail', message: 'Enter where it is' },
  'companion-name-missing': { field: 'companionName', message: 'Enter who it is, for example “her sister”' },
  'start-missing': { field: 'startsAt', message: 'Enter the day and the time' },
  'start-before-report': { field: 'startsAt', message: 'This is before the report was received. Check the day' },
  'interview-over': { message: 'This interview is finished or cancelled. It cannot be changed any more' },
  'interview-changed-since': { status: 409, message: CHANGED },
  'section-changed-since': ({ byName, seenVersion }) => ({
    errors: [
      {
        field: '',
        message: `${byName || 'A colleague'} has changed this since you opened it. Read what is saved below. Save again to replace it with your answers`,
      },
    ],
    values: { seenVersion },
  }),
  'with-whom-missing': { field: 'bookedWith', message: 'Choose who is booked' },
  'booked-for-missing': { field: 'bookedFor', message: 'Enter the day and time it is booked for' },
  'without-reason-missing': { field: 'reason', message: 'Choose why the client does without it' },
  'held-at-missing': { field: 'heldAt', message: 'Enter when the interview was held' },
  'held-in-the-future': { field: 'heldAt', message: 'The time must be now or earlier' },
  'held-before-report': { field: 'heldAt', message: 'This is before the report was received. Check the day' },
  'interview-incomplete': ({ gaps }) => ({
    errors: gaps.map((gap) => ({ field: '', message: `${INTERVIEW_GAPS[gap].words} (${INTERVIEW_GAPS[gap].clause})` })),
  }),
  'already-done': {
    status: 409,
    message: 'You have already sent this form, with different answers. Open the case to see what was saved',
  },
}
