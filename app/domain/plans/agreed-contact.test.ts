import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { BANK_HOLIDAYS } from '../time/bank-holidays.ts'
import { addDays, daysBetween, toDay } from '../time/calendar-day.ts'
import { frequencyInWords, isLessOften, nextContactDue } from './agreed-contact.ts'

const MONDAY = toDay('2026-11-23')
const weekly = { count: 7, unit: 'day' } as const
const due = (days: Partial<Parameters<typeof nextContactDue>[1]>, interval: typeof weekly | TwoWorkingDays = weekly) =>
  nextContactDue(interval, { agreedOn: MONDAY, lastContactOn: null, deferral: null, ...days }, BANK_HOLIDAYS)
type TwoWorkingDays = { count: 2; unit: 'working_day' }
const deferral = (askedOn: string, until: string) => ({ askedOn: toDay(askedOn), until: toDay(until) })

describe('I5: the next contact', () => {
  it.each([
    { is: '2026-11-30', days: {}, why: 'a week after the agreement' },
    { is: '2026-12-03', days: { lastContactOn: toDay('2026-11-26') }, why: 'weekly from the contact on Thursday' },
    { is: '2026-11-30', days: { lastContactOn: toDay('2026-11-20') }, why: 'a contact before the agreement is past' },
    { is: '2026-12-10', days: { deferral: deferral('2026-11-24', '2026-12-10') }, why: 'the client asked for later' },
    {
      is: '2026-11-30',
      days: { deferral: deferral('2026-11-24', '2026-11-25') },
      why: 'an earlier day changes nothing',
    },
    { is: '2026-11-30', days: { deferral: deferral('2026-11-20', '2026-12-10') }, why: 'asked before the agreement' },
    {
      is: '2026-12-18',
      days: { lastContactOn: toDay('2026-12-11'), deferral: deferral('2026-11-24', '2026-12-10') },
      why: 'a contact ends what the client asked for',
    },
  ])('is due on $is: $why', ({ is, days }) => {
    expect(due(days)).toBe(is)
  })

  it('counts working days over a holiday', () => {
    const agreedOn = toDay('2026-12-24')
    expect(due({ agreedOn }, { count: 2, unit: 'working_day' })).toBe('2026-12-30')
  })

  it('is always one interval or more after the last contact, and never later because of an earlier day', () => {
    const day = fc.integer({ min: -40, max: 40 }).map((days) => addDays(MONDAY, days))
    const interval = fc.record({ count: fc.integer({ min: 1, max: 30 }), unit: fc.constantFrom('day', 'working_day') })
    const asked = fc.option(fc.record({ askedOn: day, until: day }))
    fc.assert(
      fc.property(interval, day, fc.option(day), asked, (each, agreedOn, lastContactOn, deferral) => {
        const days = { agreedOn, lastContactOn, deferral }
        const next = nextContactDue(each, days, BANK_HOLIDAYS)
        const from = lastContactOn && lastContactOn > agreedOn ? lastContactOn : agreedOn
        expect(daysBetween(from, next)).toBeGreaterThanOrEqual(each.count)
        const later = { ...days, lastContactOn: addDays(from, 1), deferral: null }
        expect(
          nextContactDue(each, { ...days, deferral: null }, BANK_HOLIDAYS) <=
            nextContactDue(each, later, BANK_HOLIDAYS),
        ).toBe(true)
        expect(next >= nextContactDue(each, { ...days, deferral: null }, BANK_HOLIDAYS)).toBe(true)
      }),
    )
  })
})

describe('I5: a contact less often than the risk asks for', () => {
  const high = { count: 2, unit: 'working_day' } as const
  it.each([
    { agreed: { count: 30, unit: 'day' }, required: high, is: true, why: 'monthly at high risk' },
    { agreed: { count: 3, unit: 'day' }, required: high, is: true, why: 'three days are more than two working days' },
    { agreed: { count: 2, unit: 'day' }, required: high, is: false, why: 'two days are less' },
    { agreed: { count: 5, unit: 'working_day' }, required: weekly, is: false, why: 'five working days are a week' },
    { agreed: { count: 6, unit: 'working_day' }, required: weekly, is: true, why: 'six are more than a week' },
  ] as const)('$agreed.count $agreed.unit: $is, because $why', ({ agreed, required, is }) => {
    expect(isLessOften(agreed, required)).toBe(is)
  })
})

it.each([
  [{ count: 7, unit: 'day' }, 'every week'],
  [{ count: 1, unit: 'working_day' }, 'every working day'],
  [{ count: 3, unit: 'day' }, 'every 3 days'],
] as const)('%o is said as: %s', (interval, words) => {
  expect(frequencyInWords(interval)).toBe(words)
})
