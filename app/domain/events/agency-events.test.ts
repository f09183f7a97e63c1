import { expect, it } from 'vitest'
import { eventWords } from '../../../tests/support/event-words.ts'

it.each([
  [eventWords('staff-role-changed', { staffId: '7', role: 'manager' }), 'New role of Person 7: agency manager'],
  [
    eventWords('holiday-added', { on: '2026-11-30', name: 'Day of mourning' }),
    'Added a bank holiday: Day of mourning, Monday 30 November 2026',
  ],
  [
    eventWords('tension-noted', { noteId: 'n', grade: 'potential', expiresOn: '2026-12-30', confirmed: false }),
    'Added a tension note: potential',
  ],
])('the log says of an agency and its people: %s', (words, expected) => {
  expect(words).toBe(expected)
})
