import { describe, expect, it } from 'vitest'
import type { CaseEvent } from '../cases/case-event.ts'
import { type LoggedEvent, listNotificationsAfter } from '../events/event-table.ts'
import type { RowsOfEvent } from './notification-audience.ts'

const HOUSING = 'a0000000-0000-4000-8000-000000000001'
const SUPPORT = 'a0000000-0000-4000-8000-000000000002'

const referral = {
  referralId: 'b0000000-0000-4000-8000-000000000001',
  reference: 'R-4F7K9M',
  fromAgencyId: HOUSING,
  toAgencyId: SUPPORT,
  sentAt: new Date('2026-11-23T09:00:00Z'),
  senderWorkerId: 'sam',
  recipientWorkerId: 'bea',
}
const file = { caseId: 'c0000000-0000-4000-8000-000000000001', reference: 'HB-4F7K', caseWorkerId: 'sam' }
const override = { overrideId: 'd0000000-0000-4000-8000-000000000001', requestedBy: 'sam' }

function told(event: CaseEvent, by: string, behind: RowsOfEvent, actorId = 'ada') {
  const logged: LoggedEvent = { ...event, agencyId: by, actorId, actorRole: 'case_worker' }
  return listNotificationsAfter(logged, behind).map(({ agencyId, kind, to }) => ({
    agency: agencyId === HOUSING ? 'housing' : 'support',
    kind,
    to: [...to.staffIds, ...(to.managers ? ['managers'] : []), ...(to.casework ? ['everybody'] : [])].join(', '),
  }))
}

const { referralId } = referral
const moved = (to: string, from = 'sent'): CaseEvent => ({ kind: 'referral-moved', data: { referralId, from, to } })

describe('who is notified of a referral', () => {
  it.each<{ why: string; event: CaseEvent; by: string; expected: string }>([
    {
      why: 'a new one: the recipient’s people',
      event: { kind: 'referral-sent', data: { referralId, sentAt: '', decidedAt: '', categories: [] } },
      by: HOUSING,
      expected: 'support: referral-arrived to everybody',
    },
    { why: 'an answer', event: moved('accepted'), by: SUPPORT, expected: 'housing: referral-answered to sam' },
    { why: 'a refusal', event: moved('declined'), by: SUPPORT, expected: 'housing: referral-answered to sam' },
    {
      why: 'a question',
      event: moved('information_asked'),
      by: SUPPORT,
      expected: 'housing: information-asked to sam',
    },
    { why: 'a contact', event: moved('in_progress'), by: SUPPORT, expected: 'housing: referral-news to sam' },
    { why: 'an outcome', event: moved('outcome_recorded'), by: SUPPORT, expected: 'housing: referral-news to sam' },
    { why: 'a receipt is on the tracker', event: moved('received'), by: SUPPORT, expected: '' },
    {
      why: 'an answered question',
      event: moved('received'),
      by: HOUSING,
      expected: 'support: referral-changed to bea',
    },
    {
      why: 'a withdrawal',
      event: moved('withdrawn_by_client'),
      by: HOUSING,
      expected: 'support: referral-changed to bea',
    },
    {
      why: 'withdrawn consent',
      event: moved('stopped_consent_withdrawn'),
      by: HOUSING,
      expected: 'support: referral-changed to bea',
    },
    {
      why: 'consent withdrawn after it was closed',
      event: moved('closed', 'closed'),
      by: HOUSING,
      expected: 'support: referral-changed to bea',
    },
    { why: 'closing an outcome', event: moved('closed', 'outcome_recorded'), by: HOUSING, expected: '' },
    { why: 'expiry is notified as an escalation', event: moved('expired'), by: HOUSING, expected: '' },
    {
      why: 'nobody answered: the sender’s side',
      event: { kind: 'referral-escalated', data: { referralId, step: 'answer' } },
      by: HOUSING,
      expected: 'housing: referral-unanswered to sam, managers',
    },
    {
      why: 'nobody answered: the recipient’s side',
      event: { kind: 'referral-escalated', data: { referralId, step: 'receive' } },
      by: SUPPORT,
      expected: 'support: inbox-unanswered to bea, managers',
    },
    {
      why: 'the sender asks',
      event: { kind: 'referral-chased', data: { referralId } },
      by: HOUSING,
      expected: 'support: referral-chased to bea',
    },
    {
      why: 'the sender amends',
      event: { kind: 'referral-amended', data: { referralId, side: 'sender', version: 2 } },
      by: HOUSING,
      expected: 'support: referral-changed to bea',
    },
    {
      why: 'the recipient amends',
      event: { kind: 'referral-amended', data: { referralId, side: 'recipient', version: 2 } },
      by: SUPPORT,
      expected: 'housing: referral-news to sam',
    },
    {
      why: 'entered in error',
      event: { kind: 'referral-disputed-as-error', data: { referralId, reason: 'wrong_agency' } },
      by: HOUSING,
      expected: 'support: referral-changed to bea',
    },
  ])('$why', ({ event, by, expected }) => {
    const lines = told(event, by, { referral }).map(({ agency, kind, to }) => `${agency}: ${kind} to ${to}`)
    expect(lines.join('; ')).toBe(expected)
  })

  it('tells the other agency nothing of a referral that was never sent', () => {
    expect(told(moved('stopped_consent_withdrawn'), HOUSING, { referral: { ...referral, sentAt: null } })).toEqual([])
  })
})

describe('who is notified of a case', () => {
  const worker = { agency: 'housing', to: 'sam, managers' }
  const report = (serious: boolean): CaseEvent => ({
    kind: 'report-received',
    data: { receivedAt: '', serious, contactable: 'possible', backdated: false },
  })
  it.each<{ why: string; event: CaseEvent; expected: object[] }>([
    { why: 'a serious report', event: report(true), expected: [{ ...worker, kind: 'serious-report' }] },
    { why: 'any other report waits in the queue', event: report(false), expected: [] },
    {
      why: 'a case that turns out to be serious',
      event: { kind: 'serious-raised', data: { receivedAt: '', reason: '' } },
      expected: [{ ...worker, kind: 'serious-report' }],
    },
    {
      why: 'a case given to somebody',
      event: { kind: 'case-allocated', data: { staffId: 'kim' } },
      expected: [{ agency: 'housing', kind: 'case-allocated', to: 'kim' }],
    },
    {
      why: 'a case back in the queue',
      event: { kind: 'case-returned-to-queue', data: { staffId: 'kim', reason: 'leaver' } },
      expected: [{ agency: 'housing', kind: 'case-unallocated', to: 'managers' }],
    },
    {
      why: 'consent withdrawn',
      event: { kind: 'consent-withdrawn', data: { consentId: '', recipientAgencyId: SUPPORT, how: '' } },
      expected: [{ ...worker, kind: 'consent-withdrawn' }],
    },
  ])('$why', ({ event, expected }) => {
    expect(told(event, HOUSING, { file })).toEqual(expected)
  })

  it('asks the managers for an authorisation and tells the decision to who asked', () => {
    const about = { overrideId: override.overrideId, recipientAgencyId: SUPPORT, ground: 'risk_to_life' }
    const behind = { override, file }
    expect(told({ kind: 'override-asked', data: about }, HOUSING, behind, 'sam')).toEqual([
      { agency: 'housing', kind: 'authorisation-asked', to: 'managers' },
    ])
    expect(told({ kind: 'override-authorised', data: about }, HOUSING, behind)).toEqual([
      { agency: 'housing', kind: 'authorisation-decided', to: 'sam' },
    ])
  })

  it('spares whoever did it', () => {
    const event: LoggedEvent = { ...report(true), agencyId: HOUSING, actorId: 'sam', actorRole: 'case_worker' }
    expect(listNotificationsAfter(event, { file })[0]?.except).toBe('sam')
  })
})

describe('who is notified of awareness work (G13)', () => {
  const eventId = 'e0000000-0000-4000-8000-000000000001'
  const data = { eventId, heldOn: '2026-12-01', partnerAgencyIds: [SUPPORT] }

  it.each<{ why: string; event: CaseEvent; expected: string }>([
    { why: 'an invitation', event: { kind: 'awareness-invited', data }, expected: 'awareness-invited' },
    {
      why: 'a plan that changed',
      event: { kind: 'awareness-changed', data: { ...data, changed: ['heldOn'] } },
      expected: 'awareness-changed',
    },
    { why: 'a plan that is off', event: { kind: 'awareness-cancelled', data }, expected: 'awareness-changed' },
  ])('$why: the managers of the agencies invited, by its day', ({ event, expected }) => {
    expect(told(event, HOUSING, {})).toEqual([{ agency: 'support', kind: expected, to: 'managers' }])
    const logged: LoggedEvent = { ...event, agencyId: HOUSING, actorId: 'ada', actorRole: 'coordinator' }
    expect(listNotificationsAfter(logged, {})[0]?.reference).toBe('Awareness work on Tuesday 1 December 2026')
  })

  it('nobody, where nobody was invited', () => {
    expect(told({ kind: 'awareness-cancelled', data: { ...data, partnerAgencyIds: [] } }, HOUSING, {})).toEqual([])
  })
})
