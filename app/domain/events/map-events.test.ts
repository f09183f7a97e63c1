import { expect, it } from 'vitest'
import { eventWords } from '../../../tests/support/event-words.ts'

it.each([
  [
    eventWords('release-rules-decided', { version: 2, decision: 'refused' }),
    'Refused rules for map releases: version 2',
  ],
  [
    eventWords('release-rules-decided', { version: 2, decision: 'in_force' }),
    'Accepted rules for map releases: version 2',
  ],
  [eventWords('incidents-imported', { importId: 'i', agencyId: '9', rows: 12, added: 3 }), 'Imported incidents: 3 new'],
])('the log says of the map: %s', (words, expected) => {
  expect(words).toBe(expected)
})
