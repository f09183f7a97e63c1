import { describe, expect, it } from 'vitest'
import type { CaseEventData, CaseEventKind } from '../cases/case-event.ts'
import { AGENCY_EVENTS } from './agency-events.ts'
import { CASEWORK_EVENTS } from './casework-events.ts'
import { type CaseEventRow, type CaseEventTable, TIMELINE_GROUPS, type TimelineGroup } from './event-row.ts'
import { EVENTS, eventInWords, isForWorker, kindsOf } from './event-table.ts'
import { MAP_EVENTS } from './map-events.ts'
import { REPORT_EVENTS } from './report-events.ts'
import { SHARING_EVENTS } from './sharing-events.ts'

const NAMES = {
  staff: (staffId: string) => `Person ${staffId}`,
  agency: (agencyId: string) => `Agency ${agencyId}`,
  referral: (referralId: string) => `R-${referralId}`,
}

function said<Kind extends CaseEventKind>(kind: Kind, data: CaseEventData[Kind]) {
  const { title, detail } = eventInWords(kind, data, NAMES)
  return [title, detail].filter(Boolean).join(' | ')
}

describe('what an event of a case says', () => {
  it.each([
    [said('case-allocated', { staffId: '7' }), 'Allocated to Person 7'],
    [said('case-returned-to-queue', { staffId: '7', reason: 'leaver' }), 'Back in the queue | Person 7 has left.'],
    [
      said('further-report-received', {
        incidentId: 'i',
        receivedAt: '2026-11-23T09:00:00Z',
        serious: false,
        contactable: 'possible',
        channel: 'letter',
        reporterRole: 'witness',
      }),
      'Further report received | By letter. Reported by: a witness.',
    ],
    [said('case-details-changed', { changed: ['safeToCall', 'wishes'] }), 'Details changed | Calls, wishes.'],
    [
      said('case-details-changed', { changed: ['phone', 'safeToText'], answers: { safeToText: ['no'] } }),
      'Details changed | Texts: not safe. Also changed: phone.',
    ],
    [
      said('clock-rebased', {
        clockId: 'c',
        clause: 'R3',
        reason: 'Bank holiday',
        from: '2026-11-30T23:59:59Z',
        to: '2026-12-01T23:59:59Z',
      }),
      'New date for “Contact the client”: Tuesday 1 December 2026 | Bank holiday',
    ],
    [said('referral-moved', { referralId: '7', from: 'sent', to: 'declined' }), 'Referral R-7: declined'],
    [
      said('referral-moved', { referralId: '7', from: 'information_asked', to: 'received' }),
      'Referral R-7: we answered the question',
    ],
    [
      said('referral-moved', { referralId: '7', from: 'sent', to: 'stopped_consent_withdrawn' }),
      'Referral R-7: stopped because the client withdrew consent',
    ],
    [
      said('referral-moved', { referralId: '7', from: 'closed', to: 'closed', reason: 'consent_withdrawn' }),
      'Referral R-7: hidden because the client withdrew consent',
    ],
    [said('referral-amended', { referralId: '7', side: 'sender', version: 2 }), 'Version 2 shared: R-7'],
    [
      said('contact-entered-in-error', {
        contactId: 'c',
        contactedAt: '2026-11-23T09:00:00Z',
        othersAt: [],
        reason: 'twice',
      }),
      'A contact was marked as entered in error | The contact of Monday 23 November 2026 at 09:00. It was recorded twice.',
    ],
    [
      said('serious-raised', { receivedAt: '2026-11-23T09:00:00Z', reason: 'further_incident', unreachable: true }),
      'Marked as serious | A further incident, with violence or a threat of it',
    ],
    [said('case-details-changed', { changed: ['alternativeContact'] }), 'Details changed | Alternative contact.'],
    [
      said('contact-deferred', { until: '2026-11-30', reason: 'away' }),
      'The client asked to be contacted on Monday 30 November 2026 | They are away',
    ],
    [
      said('late-reason-given', { clockId: 'c', clause: 'R3', reason: 'no_answer' }),
      'Why “Contact the client” was late | We tried in time and no one answered',
    ],
    [
      said('consent-withdrawn', { consentId: 'c', recipientAgencyId: '9', how: 'phone' }),
      'Client withdrew consent to share with Agency 9',
    ],
    [
      said('document-made', { documentId: 'd', documentKind: 'report_received', language: 'en', sha256: '0' }),
      'Made a letter: “We have received your report”',
    ],
    [said('record-consulted', { what: 'document', documentId: 'd' }), 'Downloaded a letter again'],
  ])('%s', (words, expected) => {
    expect(words).toBe(expected)
  })

  it('is its name where no more is known of it', () => {
    expect(said('plan-agreed', { planId: 'p', agreedAt: '2026-11-23T09:00:00Z' })).toBe('Plan agreed')
  })

  it.each([
    [said('referral-escalated', { referralId: '7', step: 'answer' }), 'No answer in time: R-7'],
    [said('referral-escalated', { referralId: '7', step: 'reply' }), 'We did not answer a question in time: R-7'],
    [said('referral-chased', { referralId: '7' }), 'Asked for an answer: R-7'],
    [
      said('referral-disputed-as-error', { referralId: '7', reason: 'wrong_agency' }),
      'Marked as entered in error: R-7 | It went to the wrong agency',
    ],
    [said('staff-role-changed', { staffId: '7', role: 'manager' }), 'New role of Person 7: agency manager'],
  ])('%s', (words, expected) => {
    expect(words).toBe(expected)
  })
})

describe('the groups of a timeline', () => {
  it.each(Object.keys(TIMELINE_GROUPS) as TimelineGroup[])('%s has events', (group) => {
    expect(kindsOf(group).length).toBeGreaterThan(0)
  })
})

describe('the table of events', () => {
  const LOST = { 'referral-lost': { group: 'referral', title: () => 'Referral lost', notifies: 'nobody' } } as const
  type WithLost = CaseEventData & { 'referral-lost': { referralId: string } }

  it('has a row for every event that has data: one without words does not compile', () => {
    // @ts-expect-error: 'referral-lost' has data and no row
    const withoutRow: CaseEventTable<WithLost> = EVENTS
    const complete: CaseEventTable<WithLost> = { ...EVENTS, ...LOST }
    type Lost = CaseEventRow<{ referralId: string }>
    // @ts-expect-error: a row without a title
    const withoutWords: Lost = { group: 'referral', notifies: 'nobody' }
    // @ts-expect-error: a row that does not say whom it notifies
    const notifiesUnsaid: Lost = { group: null, title: () => 'Lost' }
    expect(Object.keys(complete)).toHaveLength(Object.keys(withoutRow).length + 1)
    expect([withoutWords.title, notifiesUnsaid.notifies]).toEqual([undefined, undefined])
  })

  it('has no row for an event without data: that does not compile either', () => {
    // @ts-expect-error: 'referral-lost' has a row and no data
    const rows = { ...LOST } satisfies Partial<CaseEventTable>
    const sent = SHARING_EVENTS['referral-sent']
    const misread: Partial<CaseEventTable> = {
      // @ts-expect-error: the data of a sent referral have no field of this name
      'referral-sent': { ...sent, title: ({ lost }) => String(lost) },
    }
    expect([rows, misread].map((table) => Object.keys(table).length)).toEqual([1, 1])
  })

  it('has each event in one of its parts only', () => {
    const parts = [REPORT_EVENTS, CASEWORK_EVENTS, SHARING_EVENTS, AGENCY_EVENTS, MAP_EVENTS].flatMap(Object.keys)
    expect(parts.toSorted()).toEqual(Object.keys(EVENTS).toSorted())
  })

  it('leaves to the worker what somebody is notified of, or what starts a job', () => {
    const kinds = Object.keys(EVENTS) as CaseEventKind[]
    expect(kinds.filter(isForWorker).toSorted()).toEqual([
      'awareness-cancelled',
      'awareness-changed',
      'awareness-invited',
      'case-allocated',
      'case-returned-to-queue',
      'consent-withdrawn',
      'holiday-added',
      'hotspot-release-asked',
      'hotspot-release-proposed',
      'override-asked',
      'override-authorised',
      'override-refused',
      'referral-amended',
      'referral-chased',
      'referral-disputed-as-error',
      'referral-escalated',
      'referral-handed-over',
      'referral-moved',
      'referral-sent',
      'release-rules-proposed',
      'report-received',
      'serious-raised',
      'staff-invited',
    ])
  })
})
