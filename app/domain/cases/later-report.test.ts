import { describe, expect, it } from 'vitest'
import type { Clock } from '../standards/clock.ts'
import type { ClocksBefore } from '../standards/clock-row.ts'
import { BANK_HOLIDAYS } from '../time/bank-holidays.ts'
import { isOfLaterReport, startForFurtherReport } from './later-report.ts'

const EARLIER = new Date('2026-11-20T16:45:00Z')
const LATER = '2026-12-07T10:00:00Z'

/** One case with a contact clock in this state; none without one. */
function caseWith(contact?: Partial<Clock>): ClocksBefore {
  const clock = { clockId: 'one', clause: 'R3', subjectId: 'case', startedAt: EARLIER, state: 'met', keptAt: EARLIER }
  const clocks = contact ? [{ ...clock, ...contact } as Clock] : []
  return { caseId: 'case', clocks, calendar: BANK_HOLIDAYS, agencyInvestigates: false, now: new Date(LATER) }
}

describe('violence told of later', () => {
  it.each([
    { why: 'it came in after the case', clocks: caseWith({}), later: true },
    { why: 'it is what the case began with', clocks: caseWith({ startedAt: new Date(LATER) }), later: false },
    { why: 'nobody has been owed a contact', clocks: caseWith(), later: false },
  ])('$later: $why', ({ clocks, later }) => {
    expect(isOfLaterReport(LATER, clocks)).toBe(later)
  })
})

describe('a further report', () => {
  const report = { incidentId: 'two', receivedAt: LATER, serious: false, contactable: 'possible' } as const

  it.each([
    { why: 'the first contact was made', clocks: caseWith({}), started: 1 },
    {
      why: 'a contact is owed already, and its date is the sooner one',
      clocks: caseWith({ state: 'running' }),
      started: 0,
    },
  ])('R3: starts $started clock: $why', ({ clocks, started }) => {
    expect(startForFurtherReport(report, clocks).started).toHaveLength(started)
  })
})
