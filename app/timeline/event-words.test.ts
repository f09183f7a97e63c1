import { describe, expect, it } from 'vitest'
import type { CaseEventData, CaseEventKind } from '../domain/cases/case-event.ts'
import { eventInWords, kindsOf, TIMELINE_GROUPS, type TimelineGroup } from './event-words.ts'

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
    [said('referral-amended', { referralId: '7', side: 'sender', version: 2 }), 'Version 2 shared: R-7'],
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
  ])('%s', (words, expected) => {
    expect(words).toBe(expected)
  })

  it('is at least its name where it has no words of its own', () => {
    expect(said('plan-agreed', { planId: 'p', agreedAt: '2026-11-23T09:00:00Z' })).toBe('Plan agreed')
  })
})

describe('the groups of a timeline', () => {
  it.each(Object.keys(TIMELINE_GROUPS) as TimelineGroup[])('%s has events', (group) => {
    expect(kindsOf(group).length).toBeGreaterThan(0)
  })
})
