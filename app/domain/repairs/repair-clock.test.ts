import { describe, expect, it } from 'vitest'
import type { Clock } from '../standards/clock.ts'
import { BANK_HOLIDAYS } from '../time/bank-holidays.ts'
import { cancelRepairClock, exceptRepairClock, reopenRepairClock } from './repair-clock.ts'

const AT = new Date('2026-11-23T09:00:00Z')
const DUE = new Date('2026-11-24T09:00:00Z')

function clock(given: Partial<Clock>): Clock {
  const versions = { standardVersion: '1', calendarVersion: BANK_HOLIDAYS.version }
  const times = { startedAt: AT, dueAt: DUE, originalDueAt: DUE, keptAt: null }
  return { clockId: 'c', clause: 'R8a', subjectId: 'r', ...versions, ...times, state: 'running', reason: '', ...given }
}

const around = (...clocks: Clock[]) => ({
  caseId: 'case',
  clocks,
  agencyInvestigates: false,
  calendar: BANK_HOLIDAYS,
  now: DUE,
})
const OF = { repairId: 'r', repairKind: 'repair' } as const

describe('what ends or returns the clock of a repair', () => {
  it('R8a R8b: an exception ends only the clock of its own repair, and only while it runs', () => {
    const data = { ...OF, reason: 'police_scene' } as const
    const others = [
      clock({ clockId: 'other', subjectId: 'other' }),
      clock({ clockId: 'met', state: 'met', keptAt: AT }),
    ]
    expect(exceptRepairClock(data, around(clock({}), ...others)).changed).toEqual([
      { clockId: 'c', clause: 'R8a', set: { state: 'exception', reason: 'The place is a police scene' } },
    ])
  })

  it.each([
    { was: 'done', state: 'met' },
    { was: 'done', state: 'met_late' },
    { was: 'excepted', state: 'exception' },
  ] as const)('R8a R8b: what was recorded wrongly ($was) makes a clock that is $state run again', ({ was, state }) => {
    const ended = clock({ state, keptAt: was === 'done' ? AT : null, reason: 'x' })
    const { changed } = reopenRepairClock({ ...OF, was, reason: 'not_done' }, around(ended))
    expect(changed.map(({ set }) => ({ ...ended, ...set }))).toEqual([clock({})])
  })

  it.each([
    { was: 'done', state: 'exception' },
    { was: 'excepted', state: 'met' },
    { was: 'done', state: 'cancelled' },
  ] as const)('leaves a clock that is $state alone when $was was wrong', ({ was, state }) => {
    expect(reopenRepairClock({ ...OF, was, reason: 'not_done' }, around(clock({ state }))).changed).toEqual([])
  })

  it('R8a R8b: a report in error cancels the clock in every state', () => {
    for (const state of ['running', 'met', 'met_late', 'exception'] as const) {
      const [change] = cancelRepairClock({ ...OF, reason: 'twice' }, around(clock({ state, keptAt: AT }))).changed
      expect(change?.set).toEqual({ state: 'cancelled', keptAt: null, reason: 'It was reported twice' })
    }
  })
})
