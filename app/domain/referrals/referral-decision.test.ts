import { describe, expect, test } from 'vitest'
import { checkReceiver, checkReferralDecision } from './referral-decision.ts'

const now = new Date('2026-11-23T09:00:00Z')
const decision = {
  fromAgencyId: 'harthill',
  decidedAt: new Date('2026-11-20T15:00:00Z'),
  purpose: 'support' as const,
  recipient: { agencyId: 'beacon', kind: 'victim_support' },
  receivedAt: new Date('2026-11-19T10:00:00Z'),
}

describe('decideReferral', () => {
  test('I2: keeps the true moment of a decision typed in late', () => {
    expect(checkReferralDecision(decision, now)).toEqual({ ok: true, value: { decidedAt: decision.decidedAt } })
  })

  const rows = [
    {
      why: 'I2: a decision in the future would give more time',
      change: { decidedAt: new Date('2026-11-23T09:00:01Z') },
      kind: 'decided-in-the-future',
    },
    {
      why: 'nobody decides before the report',
      change: { decidedAt: new Date('2026-11-19T09:59:00Z') },
      kind: 'decided-before-report',
    },
    {
      why: 'an agency does not refer to itself',
      change: { recipient: { agencyId: 'harthill', kind: 'social_landlord' } },
      kind: 'recipient-is-own-agency',
    },
    {
      why: 'a reporting centre receives nothing',
      change: { recipient: { agencyId: 'granby', kind: 'reporting_centre' } },
      kind: 'recipient-cannot-receive',
    },
    {
      why: 'victim support repairs no doors',
      change: { purpose: 'repairs_security' as const },
      kind: 'recipient-cannot-receive',
    },
    {
      why: 'no kind known to the partnership',
      change: { recipient: { agencyId: 'x', kind: 'toString' } },
      kind: 'recipient-cannot-receive',
    },
  ]
  test.each(rows)('$why', ({ change, kind }) => {
    expect(checkReferralDecision({ ...decision, ...change }, now)).toEqual({ ok: false, refusal: { kind } })
  })
})

describe('checkReceiver', () => {
  const receiver = { kind: 'victim_support', purposes: ['support'], takesReferrals: true }
  const rows = [
    { why: 'it offers this', change: {}, kind: null },
    { why: 'naming no purposes, it offers all of its kind', change: { purposes: [] }, kind: null },
    { why: 'it does not offer this', change: { purposes: ['risk_meeting'] }, kind: 'recipient-cannot-receive' },
    { why: 'its kind receives nothing', change: { kind: 'reporting_centre' }, kind: 'recipient-cannot-receive' },
    { why: 'it takes nothing at present', change: { takesReferrals: false }, kind: 'recipient-takes-none' },
  ]
  test.each(rows)('$why: $kind', ({ change, kind }) => {
    const answer = checkReceiver({ ...receiver, ...change }, 'support')
    expect(answer.ok ? null : answer.refusal.kind).toBe(kind)
  })
})
