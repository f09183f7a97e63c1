import { expect, it } from 'vitest'
import { eventWords } from '../../../tests/support/event-words.ts'

const startsAt = '2026-11-26T10:00:00Z'
const of = { interviewId: 'i', startsAt }

it.each([
  [
    eventWords('interview-arranged', { ...of, place: 'home', chosenBy: 'client' }),
    'Interview arranged for Thursday 26 November 2026 at 10:00 | The client chose the place: at the client’s home.',
  ],
  [
    eventWords('interview-changed', { ...of, place: 'phone', reason: 'client_unwell', changed: ['place'] }),
    'Interview changed: Thursday 26 November 2026 at 10:00 | By phone. Reason: the client is unwell.',
  ],
  [
    eventWords('interview-cancelled', { ...of, reason: 'not_safe' }),
    'Interview of Thursday 26 November 2026 at 10:00 cancelled | It is not safe to meet.',
  ],
  [
    eventWords('interview-section-saved', { interviewId: 'i', section: 'account', complete: false }),
    'Interview: “What happened” saved | Not complete yet.',
  ],
  [
    eventWords('interview-held', { interviewId: 'i', heldAt: startsAt }),
    'Interview held on Thursday 26 November 2026 at 10:00',
  ],
  [
    eventWords('need-booking-changed', {
      bookingId: 'b',
      interviewId: 'i',
      need: 'interpreter',
      state: 'went_without',
      reason: 'did_not_come',
    }),
    'Interpreter: the client went ahead without it | It was booked and did not come. The client wanted to continue.',
  ],
  [
    eventWords('process-explained', {
      interviewId: 'i',
      explainedOn: '2026-11-26',
      ways: ['said', 'leaflet_given'],
      format: 'easy_read',
    }),
    'What happens next explained to the client on Thursday 26 November 2026 | I said it. I gave the leaflet. Format: Easy Read.',
  ],
  [
    eventWords('encouragement-given', {
      interviewId: 'i',
      givenOn: '2026-11-26',
      benefits: ['safer'],
      response: 'wants_time',
    }),
    'Encouraged the client on Thursday 26 November 2026 | We can make the client and the home safer. Answer: the client wants time to think.',
  ],
])('the timeline says of interviews: %s', (words, expected) => {
  expect(words).toBe(expected)
})
