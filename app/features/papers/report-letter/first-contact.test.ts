import { describe, expect, it } from 'vitest'
import type { Clock } from '../../../domain/standards/clock.ts'
import { firstContactOf } from './first-contact.ts'

const TUESDAY = new Date('2026-11-24T23:59:59.999Z')
const FRIDAY = new Date('2026-11-27T23:59:59.999Z')

function contactClock(given: Partial<Clock> = {}): Clock {
  return {
    clockId: 'clock',
    clause: 'R3',
    subjectId: 'case',
    standardVersion: '1',
    calendarVersion: '1',
    startedAt: new Date('2026-11-20T16:45:00Z'),
    dueAt: TUESDAY,
    originalDueAt: TUESDAY,
    state: 'running',
    keptAt: null,
    reason: '',
    ...given,
  }
}

describe('the first contact in a letter', () => {
  it('is due as the standard promises (R3)', () => {
    expect(firstContactOf([contactClock()])).toEqual({ state: 'due', by: '2026-11-24', workingDays: 2 })
  })

  it('is due sooner after violence or a threat (R4)', () => {
    const clocks = [contactClock({ state: 'cancelled' }), contactClock({ clause: 'R4' })]
    expect(firstContactOf(clocks)).toEqual({ state: 'due', by: '2026-11-24', workingDays: 1 })
  })

  it('promises no number of days where the day was moved', () => {
    expect(firstContactOf([contactClock({ dueAt: FRIDAY })])).toEqual({
      state: 'due',
      by: '2026-11-27',
      workingDays: null,
    })
  })

  it('was made on the day of the contact, also late', () => {
    const keptAt = new Date('2026-11-25T00:30:00Z')
    expect(firstContactOf([contactClock({ state: 'met_late', keptAt })])).toEqual({ state: 'made', on: '2026-11-25' })
  })

  it.each(['exception', 'not_applicable', 'cancelled'] as const)('has no day while the clock is %s', (state) => {
    expect(firstContactOf([contactClock({ state })])).toEqual({ state: 'not-set' })
  })
})
