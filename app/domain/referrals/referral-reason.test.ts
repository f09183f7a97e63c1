import { describe, expect, test } from 'vitest'
import {
  AGENCY_WITHDRAWAL_REASONS,
  ATTEMPT_RESULTS,
  CANCELLATION_REASONS,
  CLIENT_WITHDRAWAL_REASONS,
  DECLINE_REASONS,
  OUTCOMES,
  WITHDRAWAL_REASONS,
} from './referral-reason.ts'

describe('the reasons of a referral', () => {
  test('for declining are those that went wrong in real referrals', () => {
    expect(Object.keys(DECLINE_REASONS)).toEqual([
      'duplicate',
      'out_of_scope',
      'no_safe_contact',
      'incorrect_contact',
      'no_consent',
      'capacity_full',
      'wrong_area',
      'conflict',
    ])
  })

  test('keep the client’s wish and the agency’s reasons apart', () => {
    const shared = Object.keys(CLIENT_WITHDRAWAL_REASONS).filter((id) => Object.hasOwn(AGENCY_WITHDRAWAL_REASONS, id))
    expect(shared).toEqual([])
    expect(Object.keys(WITHDRAWAL_REASONS)).toHaveLength(10)
  })

  test('for not sending never say what the other agency did: it does not know of the referral', () => {
    const never = Object.keys(WITHDRAWAL_REASONS).filter((id) => !Object.hasOwn(CANCELLATION_REASONS, id))
    expect(never).toEqual(['no_answer', 'asked_by_recipient'])
  })

  test('say of each outcome whether it helped: sent is not helped', () => {
    expect(OUTCOMES.support_given.helped).toBe(true)
    expect(OUTCOMES.unable_to_contact.helped).toBe(false)
    expect(OUTCOMES.client_declined.helped).toBe(false)
  })

  test('of an attempt never claim that the client was reached', () => {
    expect(Object.keys(ATTEMPT_RESULTS)).toContain('no_answer')
    expect(Object.keys(ATTEMPT_RESULTS)).not.toContain('spoke')
  })
})
