import { describe, expect, it } from 'vitest'
import { deliveryOf, kindOf, listKindsForRole, NOTIFICATION_KIND_IDS } from './notification.ts'

describe('notifications', () => {
  it.each(NOTIFICATION_KIND_IDS)('%s goes out as a short subject that follows a reference', (kind) => {
    expect(kindOf(kind).subject.length).toBeLessThan(60)
    expect(kindOf(kind).subject).toMatch(/^[a-z]/)
    expect(kindOf(kind).sentence).toMatch(/\.$/)
  })

  it('follows a choice, and without one the default of its kind', () => {
    expect(deliveryOf('referral-arrived', undefined)).toBe('digest')
    expect(deliveryOf('referral-arrived', 'at_once')).toBe('at_once')
    expect(deliveryOf('referral-answered', 'never')).toBe('never')
  })

  it('offers each role only the notifications it can get', () => {
    expect(listKindsForRole('manager')).toContain('authorisation-asked')
    expect(listKindsForRole('case_worker')).not.toContain('authorisation-asked')
    expect(listKindsForRole('case_worker')).toContain('case-allocated')
    expect(listKindsForRole('cohesion_officer')).toEqual([])
    for (const role of ['coordinator', 'administrator'] as const)
      expect(listKindsForRole(role)).toEqual(['release-proposed', 'rules-proposed'])
    expect(listKindsForRole('manager')).not.toContain('release-proposed')
  })
})
