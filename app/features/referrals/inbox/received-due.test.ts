import { describe, expect, it } from 'vitest'
import { REFERRAL_STATES, STATE_IDS } from '../../../domain/referrals/referral.ts'
import { dueWords } from './received-due.ts'

const now = '2026-11-23T09:00:00.000Z'

describe('dueWords', () => {
  it.each([
    { state: 'sent', dueAt: '2026-11-24T23:59:59.999Z', words: 'Answer by tomorrow, Tuesday 24 November' },
    { state: 'expired', dueAt: '2026-11-20T23:59:59.999Z', words: 'Answer was due Friday 20 November' },
    {
      state: 'information_asked',
      dueAt: '2026-11-25T23:59:59.999Z',
      words: 'Their reply is expected by Wednesday 25 November',
    },
    { state: 'accepted', dueAt: '2026-11-23T23:59:59.999Z', words: 'First attempt by today' },
    { state: 'in_progress', dueAt: '2026-11-22T23:59:59.999Z', words: 'Next step was due yesterday' },
    { state: 'declined', dueAt: '2026-11-20T10:00:00.000Z', words: 'Declined Friday 20 November' },
  ] as const)('$state: $words', ({ state, dueAt, words }) => {
    expect(dueWords({ state, dueAt }, now)).toBe(words)
  })

  it('expects something of every state in which something is expected', () => {
    for (const state of STATE_IDS.filter((id) => ['to_answer', 'in_hand'].includes(REFERRAL_STATES[id].lane)))
      expect(dueWords({ state, dueAt: '2026-11-30T10:00:00.000Z' }, now)).toMatch(/by Monday 30 November$/)
  })
})
