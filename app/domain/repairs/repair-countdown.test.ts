import { describe, expect, it } from 'vitest'
import { repairCountdown } from './repair-countdown.ts'

/** The third column is what the page says at that moment. */
const SAID = [
  { due: '2026-11-28T18:30:00Z', now: '2026-11-28T13:30:00Z', says: '5 hours left, until Saturday 18:30' },
  { due: '2026-11-28T18:30:00Z', now: '2026-11-28T17:30:00Z', says: '1 hour left, until Saturday 18:30' },
  { due: '2026-11-28T18:30:00Z', now: '2026-11-28T17:30:01Z', says: '59 minutes left, until Saturday 18:30' },
  { due: '2026-11-28T18:30:00Z', now: '2026-11-28T18:30:00Z', says: 'Less than a minute left, until Saturday 18:30' },
  { due: '2026-11-28T18:30:00Z', now: '2026-11-28T20:31:00Z', says: '2 hours late, due Saturday 18:30' },
  { due: '2026-11-28T18:30:00Z', now: '2026-12-08T20:31:00Z', says: '10 days late, due Saturday 28 November 18:30' },
  { due: '2025-12-30T18:30:00Z', now: '2026-01-08T20:31:00Z', says: '9 days late, due Tuesday 30 December 2025 18:30' },
]

describe('the countdown', () => {
  it.each(SAID)('R8a R8b: says "$says"', ({ due, now, says }) => {
    expect(repairCountdown(new Date(due), new Date(now))).toBe(says)
  })

  it.each([
    { of: 'clocks go forward', reported: '2027-03-27T18:00:00Z', says: '24 hours left, until Sunday 19:00' },
    { of: 'clocks go back', reported: '2026-10-24T17:00:00Z', says: '24 hours left, until Sunday 17:00' },
  ])(
    'R8a R8b: counts elapsed hours when the $of, and says the time that London’s clocks then show',
    ({ reported, says }) => {
      const now = new Date(reported)
      expect(repairCountdown(new Date(now.getTime() + 24 * 3_600_000), now)).toBe(says)
    },
  )
})
