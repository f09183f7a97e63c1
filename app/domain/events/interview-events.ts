import { CANCEL_REASONS, CHANGE_REASONS, INTERVIEW_PLACES } from '../interview/interview-place.ts'
import { INTERVIEW_SECTIONS } from '../interview/interview-section.ts'
import { BOOKING_STATES, type InterviewNeed, needInWords, WITHOUT_REASONS } from '../interview/need-booking.ts'
import {
  ENCOURAGEMENT_BENEFITS,
  ENCOURAGEMENT_RESPONSES,
  PROCESS_FORMATS,
  PROCESS_WAYS,
} from '../interview/process-explained.ts'
import { lowerFirst } from '../text/first-letter.ts'
import { dayInWords, londonDayOf, londonTimeOf, toDay } from '../time/calendar-day.ts'
import { type CaseEventTable, labelOf } from './event-row.ts'

/** Events about interviews with the client (R5, R7, I1, I7, G5, G6, G9). */
export const INTERVIEW_EVENTS = {
  'interview-arranged': {
    group: 'interview',
    title: ({ startsAt }) => `Interview arranged for ${startInWords(startsAt)}`,
    detail: ({ place }) => `The client chose the place: ${lowerFirst(labelOf(INTERVIEW_PLACES, place))}.`,
    notifies: 'nobody',
  },
  'interview-changed': {
    group: 'interview',
    title: ({ startsAt }) => `Interview changed: ${startInWords(startsAt)}`,
    detail: ({ place, reason }) =>
      `${labelOf(INTERVIEW_PLACES, place)}. Reason: ${lowerFirst(labelOf(CHANGE_REASONS, reason))}.`,
    notifies: 'nobody',
  },
  'interview-cancelled': {
    group: 'interview',
    title: ({ startsAt }) => `Interview of ${startInWords(startsAt)} cancelled`,
    detail: ({ reason }) => `${labelOf(CANCEL_REASONS, reason)}.`,
    notifies: 'nobody',
  },
  'interview-section-saved': {
    group: 'interview',
    title: ({ section }) => `Interview: “${titleOf(section)}” saved`,
    detail: ({ complete }) => (complete ? '' : 'Not complete yet.'),
    notifies: 'nobody',
  },
  'interview-held': {
    group: 'interview',
    title: ({ heldAt }) => `Interview held on ${startInWords(heldAt)}`,
    notifies: 'nobody',
  },
  'need-booking-changed': {
    group: 'interview',
    title: ({ need, state }) =>
      `${needInWords(need as InterviewNeed, '')}: ${lowerFirst(labelOf(BOOKING_STATES, state))}`,
    detail: ({ reason }) => (reason ? `${labelOf(WITHOUT_REASONS, reason)}.` : ''),
    notifies: 'nobody',
  },
  'process-explained': {
    group: 'interview',
    title: ({ explainedOn }) => `What happens next explained to the client on ${dayInWords(toDay(explainedOn))}`,
    detail: ({ ways, format }) =>
      `${ways.map((way) => labelOf(PROCESS_WAYS, way)).join('. ')}. Format: ${labelOf(PROCESS_FORMATS, format)}.`,
    notifies: 'nobody',
  },
  'encouragement-given': {
    group: 'interview',
    title: ({ givenOn }) => `Encouraged the client on ${dayInWords(toDay(givenOn))}`,
    detail: ({ benefits, response }) =>
      `${benefits.map((benefit) => `${labelOf(ENCOURAGEMENT_BENEFITS, benefit)}. `).join('')}Answer: ${lowerFirst(labelOf(ENCOURAGEMENT_RESPONSES, response))}.`,
    notifies: 'nobody',
  },
} satisfies Partial<CaseEventTable>

function startInWords(instant: string): string {
  const at = new Date(instant)
  return `${dayInWords(londonDayOf(at))} at ${londonTimeOf(at)}`
}

function titleOf(section: string): string {
  return Object.hasOwn(INTERVIEW_SECTIONS, section)
    ? INTERVIEW_SECTIONS[section as keyof typeof INTERVIEW_SECTIONS].title
    : section
}
