import { describe, expect, it } from 'vitest'
import { toDay } from '../time/calendar-day.ts'
import { isExpiryAllowed, latestExpiry, TENSION_GRADES, usualExpiry } from './tension.ts'

const today = toDay('2026-11-23')

describe('a tension note (G14)', () => {
  it('has one of three grades, each with its meaning', () => {
    expect(Object.values(TENSION_GRADES).map(({ label }) => label)).toEqual(['Experienced', 'Evidenced', 'Potential'])
    for (const { meaning } of Object.values(TENSION_GRADES)) expect(meaning.length).toBeGreaterThan(20)
  })

  it('stands for three months if nothing is said, and never for more than six', () => {
    expect([usualExpiry(today), latestExpiry(today)]).toEqual(['2027-02-23', '2027-05-23'])
  })

  it.each([
    { expiresOn: '2026-11-23', allowed: false, why: 'it would end today' },
    { expiresOn: '2026-11-24', allowed: true, why: 'a day is enough' },
    { expiresOn: '2027-05-23', allowed: true, why: 'six months to the day' },
    { expiresOn: '2027-05-24', allowed: false, why: 'a day over six months' },
  ])('that ends on $expiresOn is allowed: $allowed, because $why', ({ expiresOn, allowed }) => {
    expect(isExpiryAllowed(toDay(expiresOn), today)).toBe(allowed)
  })
})
