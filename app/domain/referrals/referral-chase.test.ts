import { describe, expect, it } from 'vitest'
import { BANK_HOLIDAYS } from '../time/bank-holidays.ts'
import { canBeChased, decideChase } from './referral-chase.ts'

const friday = new Date('2026-11-20T10:00:00Z')

describe('decideChase', () => {
  it.each([
    { at: '2026-11-20T15:00:00Z', ok: false, why: 'the same working day' },
    { at: '2026-11-21T10:00:00Z', ok: false, why: 'Saturday is no working day' },
    { at: '2026-11-23T08:00:00Z', ok: true, why: 'the next working day, early' },
  ])('says $ok at $at after a reminder on Friday: $why', ({ at, ok }) => {
    expect(decideChase({ state: 'sent', chasedAt: friday }, new Date(at), BANK_HOLIDAYS).ok).toBe(ok)
  })

  it('says from when on another reminder may go', () => {
    const answer = decideChase({ state: 'sent', chasedAt: friday }, friday, BANK_HOLIDAYS)
    expect(answer).toMatchObject({ ok: false, refusal: { kind: 'chased-already', againOn: '2026-11-23' } })
  })

  it('reminds nobody who owes nothing', () => {
    expect(canBeChased('information_asked')).toBe(false)
    expect(decideChase({ state: 'closed', chasedAt: null }, friday, BANK_HOLIDAYS)).toMatchObject({
      ok: false,
      refusal: { kind: 'nothing-awaited' },
    })
  })
})
