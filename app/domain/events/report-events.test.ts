import { expect, it } from 'vitest'
import { eventWords } from '../../../tests/support/event-words.ts'

it.each([
  [
    eventWords('report-received', {
      receivedAt: '2026-11-23T09:00:00Z',
      serious: true,
      contactable: 'possible',
      backdated: true,
    }),
    'Serious report received | Recorded later than it was received.',
  ],
  [
    eventWords('incident-recorded', { incidentId: 'i', occurredOn: '2026-11' }),
    'Incident recorded | Date of the incident: November 2026.',
  ],
  [eventWords('incident-recorded', { incidentId: 'i', occurredOn: null }), 'Incident recorded'],
  [
    eventWords('further-report-received', {
      incidentId: 'i',
      receivedAt: '2026-11-23T09:00:00Z',
      serious: false,
      contactable: 'possible',
      channel: 'letter',
      reporterRole: 'witness',
    }),
    'Further report received | By letter. Reported by: a witness.',
  ],
  [eventWords('case-details-changed', { changed: ['safeToCall', 'wishes'] }), 'Details changed | Calls, wishes.'],
  [
    eventWords('case-details-changed', { changed: ['phone', 'safeToText'], answers: { safeToText: ['no'] } }),
    'Details changed | Texts: not safe. Also changed: phone.',
  ],
  [eventWords('case-details-changed', { changed: ['alternativeContact'] }), 'Details changed | Alternative contact.'],
  [
    eventWords('document-made', { documentId: 'd', documentKind: 'report_received', language: 'en', sha256: '0' }),
    'Made a paper: “We have received your report”',
  ],
  [eventWords('record-consulted', { what: 'document', documentId: 'd' }), 'Downloaded a paper again'],
])('the timeline says of a report: %s', (words, expected) => {
  expect(words).toBe(expected)
})
