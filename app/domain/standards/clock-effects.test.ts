import { describe, expect, it } from 'vitest'
import { BANK_HOLIDAYS } from '../time/bank-holidays.ts'
import { endOfLondonDay, toDay } from '../time/calendar-day.ts'
import type { Clock } from './clock.ts'
import { deferContactClock, exceptClock, lowerSeriousness, startContactNow } from './clock-effects.ts'
import { type ClocksBefore, newClock } from './clock-row.ts'
import { getContactStandard, getStandard, type TimedStandard } from './service-standard.ts'

const FRIDAY = new Date('2026-11-20T16:45:00Z')

function running(clockId: string, standard: TimedStandard): Clock {
  return { clockId, ...newClock(standard, 'case', FRIDAY, BANK_HOLIDAYS) }
}

function casesWith(...clocks: Clock[]): ClocksBefore {
  return { caseId: 'case', clocks, agencyInvestigates: true, calendar: BANK_HOLIDAYS, now: FRIDAY }
}

const contact = running('contact', getContactStandard(false))
const investigation = running('investigation', getStandard('V6'))

describe('the effects of events on clocks', () => {
  it('V6: leave the investigation alone when the client asks for a later day', () => {
    expect(
      deferContactClock({ until: '2026-11-30', reason: 'away' }, casesWith(contact, investigation)).changed,
    ).toEqual([{ clockId: 'contact', clause: 'R3', set: { dueAt: endOfLondonDay(toDay('2026-11-30')) } }])
  })

  it('end the one clock that an exception names', () => {
    const data = { clockId: 'investigation', clause: 'V6', reason: 'Police scene' }
    expect(exceptClock(data, casesWith(contact, investigation))).toEqual({
      started: [],
      changed: [{ clockId: 'investigation', clause: 'V6', set: { state: 'exception', reason: 'Police scene' } }],
    })
  })

  it('R3, R4: change nothing where there is nothing to lower and nothing to start', () => {
    const nothing = { started: [], changed: [] }
    const data = { receivedAt: FRIDAY.toISOString(), reason: 'mistake' }
    expect(lowerSeriousness(data, casesWith(contact))).toEqual(nothing)
    expect(startContactNow({ possibleAt: FRIDAY.toISOString() }, casesWith(contact))).toEqual(nothing)
  })
})
