import { expect, it } from 'vitest'
import { eventWords } from '../../../tests/support/event-words.ts'

const ACT = { way: 'posted', format: 'large_print', language: 'en' }
const GIVEN = { ...ACT, deliveryId: 'd', documentId: null, recipient: 'client', givenAt: '2026-11-23T09:00:00Z' }
const PACK = { packId: 'p', recipientId: 'r', givenAt: '2026-11-23T09:00:00Z' }

it.each([
  [
    eventWords('paper-given', { ...GIVEN, paper: 'process_leaflet' }),
    'Gave the client “How we deal with your complaint” | Posted. Large print, English.',
  ],
  [
    eventWords('paper-given', {
      ...GIVEN,
      paper: 'action_plan',
      unsafeAnswers: ['safeToPost'],
      unsafeReason: 'by_mistake',
    }),
    'Gave the client “Your action plan” | Posted. Large print, English. Against the client’s safe-contact answers: Do not send letters. Reason: it was a mistake.',
  ],
  [
    eventWords('plan-acknowledged', { planId: 'p', sentAt: '2026-11-23T09:00:00Z' }),
    'Acknowledgement of the action plan given',
  ],
  [
    eventWords('plan-acknowledged', { ...GIVEN, paper: 'acknowledgement', planId: 'p', sentAt: GIVEN.givenAt }),
    'Acknowledgement of the action plan given | Posted. Large print, English.',
  ],
  [
    eventWords('paper-entered-in-error', {
      deliveryId: 'd',
      paper: 'acknowledgement',
      planId: 'p',
      othersAt: [],
      reason: 'came_back',
    }),
    '“What we agreed: acknowledgement of the plan” was marked as entered in error | It came back and did not reach them.',
  ],
  [eventWords('braille-ordered', { paper: 'action_plan', language: 'en' }), 'Ordered “Your action plan” in Braille'],
  [
    eventWords('support-pack-given', {
      ...PACK,
      ...ACT,
      way: 'handed',
      recipient: 'witness',
      given: ['diary', 'contacts'],
      declined: ['pen'],
    }),
    'Gave a witness the support pack | Given: incident diary, list of useful contacts. Declined: pen. Handed to them. Large print, English.',
  ],
  [
    eventWords('support-pack-declined', { ...PACK, recipient: 'client', given: [], declined: ['diary'] }),
    'The client declined the support pack | Declined: incident diary.',
  ],
])('the timeline says of a paper: %s', (words, expected) => {
  expect(words).toBe(expected)
})
