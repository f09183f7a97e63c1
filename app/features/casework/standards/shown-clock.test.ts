import { describe, expect, it } from 'vitest'
import type { Clock } from '../../../domain/standards/clock.ts'
import { BANK_HOLIDAYS } from '../../../domain/time/bank-holidays.ts'
import { shownClocks } from './shown-clock.ts'

const RECEIVED = new Date('2026-11-20T16:45:00Z')
const TUESDAY = new Date('2026-11-24T23:59:59.999Z')
const NOW = new Date('2026-11-23T09:00:00Z')

function clock(given: Partial<Clock> & { lateReason?: string }): Clock & { lateReason: string } {
  return {
    clockId: `clock-${given.clause ?? 'R3'}`,
    clause: 'R3',
    subjectId: 'case',
    standardVersion: '1',
    calendarVersion: BANK_HOLIDAYS.version,
    startedAt: RECEIVED,
    dueAt: TUESDAY,
    originalDueAt: TUESDAY,
    state: 'running',
    keptAt: null,
    reason: '',
    lateReason: '',
    ...given,
  }
}

function shown(...clocks: Parameters<typeof clock>[0][]) {
  return shownClocks(clocks.map(clock), BANK_HOLIDAYS, NOW)
}

describe('the clocks of a case', () => {
  it('stand with what is owed on top, the soonest first, then what may be closed, then what is done', () => {
    const clauses = shown(
      { clause: 'C4' },
      { clause: 'R3', state: 'met', keptAt: RECEIVED },
      { clause: 'V6', dueAt: new Date('2026-12-04T23:59:59.999Z') },
      { clause: 'R4' },
    ).map(({ clause }) => clause)
    expect(clauses).toEqual(['R4', 'V6', 'C4', 'R3'])
  })

  it('leave out what was cancelled', () => {
    expect(shown({ state: 'cancelled' })).toEqual([])
  })

  it('each say why its date is what it is, and that it moved where it did', () => {
    const [asCalculated, deferred] = shown({}, { clause: 'R4', dueAt: new Date('2026-11-30T23:59:59.999Z') })
    expect(asCalculated?.why).toContain('Day 1 is Monday 23, day 2 is Tuesday 24')
    expect(deferred?.why).toContain('It was first due by the end of Tuesday 24 November')
  })

  it('give no date where contact is not possible (R2)', () => {
    expect(shown({ state: 'not_applicable', reason: 'Contact not possible' })[0]).toMatchObject({
      why: '',
      line: 'Contact not possible',
    })
  })
})
