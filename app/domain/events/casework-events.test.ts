import { expect, it } from 'vitest'
import { eventWords } from '../../../tests/support/event-words.ts'

it.each([
  [eventWords('case-allocated', { staffId: '7' }), 'Allocated to Person 7'],
  [eventWords('case-returned-to-queue', { staffId: '7', reason: 'leaver' }), 'Back in the queue | Person 7 has left.'],
  [
    eventWords('clock-rebased', {
      clockId: 'c',
      clause: 'R3',
      reason: 'Bank holiday',
      from: '2026-11-30T23:59:59Z',
      to: '2026-12-01T23:59:59Z',
    }),
    'New date for “Contact the client”: Tuesday 1 December 2026 | Bank holiday',
  ],
  [
    eventWords('contact-entered-in-error', {
      contactId: 'c',
      contactedAt: '2026-11-23T09:00:00Z',
      othersAt: [],
      reason: 'twice',
    }),
    'A contact was marked as entered in error | The contact of Monday 23 November 2026 at 09:00. It was recorded twice.',
  ],
  [
    eventWords('serious-raised', { receivedAt: '2026-11-23T09:00:00Z', reason: 'further_incident', unreachable: true }),
    'Marked as serious | A further incident, with violence or a threat of it',
  ],
  [
    eventWords('contact-deferred', { until: '2026-11-30', reason: 'away' }),
    'The client asked to be contacted on Monday 30 November 2026 | They are away',
  ],
  [
    eventWords('late-reason-given', { clockId: 'c', clause: 'R3', reason: 'no_answer' }),
    'Why “Contact the client” was late | We tried in time and no one answered',
  ],
  [
    eventWords('contact-attempted', {
      contactId: 'c',
      contactedAt: '2026-11-23T09:00:00Z',
      channel: 'phone',
      unsafeAnswers: ['safeToVoicemail'],
      unsafeReason: 'by_mistake',
    }),
    'Tried to reach the client: phone call | Against the client’s safe-contact answers: Do not leave voicemail. Reason: it was a mistake.',
  ],
  [
    eventWords('standard-excepted', { clockId: 'c', clause: 'R3', reason: 'The client has died' }),
    'Exception from “Contact the client” | The client has died',
  ],
])('the timeline says of casework: %s', (words, expected) => {
  expect(words).toBe(expected)
})
