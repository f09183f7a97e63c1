import { expect, it } from 'vitest'
import { eventWords } from '../../../tests/support/event-words.ts'

const measure = { measureId: 'm', measureKind: 'letterbox' }
const asked = { decisionId: 'd', decisionKind: 'rehousing', scope: 'temporary', wantedBy: '2026-11-30' }

it.each([
  [
    eventWords('option-answered', { answerId: 'a', option: 'perpetrator_action', answer: 'wants' }),
    'Option discussed: action against the person responsible | The client wants it',
  ],
  [eventWords('measure-requested', { ...measure, requestedOn: '2026-11-23' }), 'Requested: fireproof letterbox'],
  [eventWords('measure-done', { ...measure, doneOn: '2026-11-23' }), /^Done: fireproof letterbox \| On .*23 November/],
  [
    eventWords('measure-cancelled', { ...measure, reason: 'client_moved' }),
    'Cancelled: fireproof letterbox | The client has moved',
  ],
  [
    eventWords('client-rehoused', { decisionId: 'd', rehousing: 'temporary', rehousedOn: '2026-11-23' }),
    /^Client moved to another home on .*23 November.* \| For some time$/,
  ],
  [
    eventWords('belongings-stored', { decisionId: 'd', storedFrom: '2026-11-23', storedTo: '2026-12-21' }),
    /^Belongings stored from .*23 November.* \| Until .*21 December/,
  ],
  [eventWords('decision-asked', asked), 'Asked a manager: move the client to another home for some time'],
  [eventWords('decision-asked', { ...asked, previousId: 'c' }), /^Answered the manager’s question: move the client/],
  [
    eventWords('decision-made', { decisionId: 'd', decisionKind: 'storage', decision: 'asked_back' }),
    'A manager asked a question first | Store belongings somewhere else',
  ],
])('the timeline says: %s', (words, expected) => {
  expect(words).toMatch(expected instanceof RegExp ? expected : new RegExp(`^${expected.replaceAll('|', '\\|')}$`))
})
