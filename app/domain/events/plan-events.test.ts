import { expect, it } from 'vitest'
import { eventWords } from '../../../tests/support/event-words.ts'

const signed = { planId: 'p', version: 2, fingerprint: 'f', signedAt: '2026-11-23T09:00:00Z' }

it.each([
  [
    eventWords('plan-signed', { ...signed, party: 'client', way: 'said_aloud' }),
    'The client signed the action plan | Version 2. Says yes aloud.',
  ],
  [
    eventWords('plan-signed', { ...signed, party: 'agency', way: 'as_staff' }),
    'We signed the action plan | Version 2.',
  ],
  [eventWords('plan-agreed', { planId: 'p', agreedAt: '2026-11-23T09:00:00Z' }), 'Action plan agreed'],
  [
    eventWords('plan-agreed', { planId: 'p', agreedAt: '2026-11-23T09:00:00Z', version: 1, way: 'documented_refusal' }),
    'Action plan agreed | Version 1. Signed by the agency. The client did not want to sign.',
  ],
  [
    eventWords('contact-agreed', { planId: 'p', count: 7, unit: 'day', channel: 'phone', staffId: '7' }),
    'Agreed contact with the client: every week | Phone call, by Person 7.',
  ],
  [
    eventWords('plan-action-changed', { planId: 'p', actionId: 'a', change: 'leaver', staffId: null }),
    'Action of the plan changed | The person has left. The case worker does it now.',
  ],
])('the timeline says of an action plan: %s', (words, expected) => {
  expect(words).toBe(expected)
})
