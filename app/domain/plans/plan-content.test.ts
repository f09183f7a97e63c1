import fc from 'fast-check'
import { expect, it } from 'vitest'
import { toDay } from '../time/calendar-day.ts'
import { canonicalPlan, type SignedText } from './plan-content.ts'

const PLAN: SignedText = {
  caseId: 'case',
  version: 1,
  actions: [
    {
      actionId: 'a',
      owner: 'agency',
      staffId: 'priya',
      what: 'Change the lock',
      dueOn: toDay('2026-11-30'),
      why: 'Safe',
    },
  ],
  clientAnswer: 'wants_none',
  contact: { count: 7, unit: 'day', channel: 'phone', staffId: 'priya', reason: '' },
  alternativeContactId: 'ruth',
}

const words = fc.string({ minLength: 1 })
const anAction = fc.record({
  actionId: words,
  owner: fc.constantFrom('agency' as const, 'client' as const),
  staffId: fc.option(words),
  what: words,
  dueOn: fc.constantFrom(toDay('2026-11-30'), toDay('2026-12-01')),
  why: words,
})
const aPlan: fc.Arbitrary<SignedText> = fc.record({
  caseId: fc.constantFrom('one case', 'another'),
  version: fc.integer({ min: 1, max: 3 }),
  actions: fc.array(anAction, { maxLength: 3 }),
  clientAnswer: fc.constantFrom('has_actions' as const, 'wants_none' as const),
  contact: fc.option(
    fc.record({
      count: fc.integer({ min: 1, max: 90 }),
      unit: fc.constantFrom('day' as const, 'working_day' as const),
      channel: fc.constantFrom('phone' as const, 'text' as const),
      staffId: words,
      reason: fc.string(),
    }),
  ),
  alternativeContactId: fc.option(words),
})

it('I4a: the text that is signed is the same whatever the order of its keys, and how its letters are composed', () => {
  const reversed = Object.fromEntries(Object.entries(PLAN).toReversed()) as unknown as SignedText
  expect(canonicalPlan(reversed)).toBe(canonicalPlan(PLAN))
  const accented = (what: string) => canonicalPlan({ ...PLAN, actions: PLAN.actions.map((one) => ({ ...one, what })) })
  expect(accented('Call Ren\u00e9')).toBe(accented('Call Rene\u0301'))
})

it('I4a: two plans that say different things never have the same text', () => {
  fc.assert(
    fc.property(aPlan, aPlan, (one, other) => {
      const normal = (plan: SignedText) => JSON.parse(JSON.stringify(plan).normalize('NFC'))
      const same = canonicalPlan(one) === canonicalPlan(other)
      if (same) expect(normal(one)).toEqual(normal(other))
      expect(canonicalPlan(structuredClone(one))).toBe(canonicalPlan(one))
    }),
  )
  expect(canonicalPlan({ ...PLAN, version: 2 })).not.toBe(canonicalPlan(PLAN))
  expect(canonicalPlan({ ...PLAN, alternativeContactId: 'lee' })).not.toBe(canonicalPlan(PLAN))
})
