import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { toDay } from '../time/calendar-day.ts'
import type { PlanContent } from './plan-content.ts'
import { type PlanGap, type PlanSetting, planGaps } from './plan-gaps.ts'

const dueOn = toDay('2026-11-30')
const OURS = { actionId: 'a', owner: 'agency', staffId: 'priya', what: 'Change the lock', dueOn, why: 'Safe' } as const
const THEIRS = { ...OURS, actionId: 'b', owner: 'client', staffId: null } as const
const WEEKLY = { count: 7, unit: 'day', channel: 'phone', staffId: 'priya', reason: '' } as const
const WHOLE: PlanContent = {
  actions: [OURS],
  clientAnswer: 'wants_none',
  contact: WEEKLY,
  alternativeContactId: 'ruth',
}
const SETTING: PlanSetting = {
  riskChecked: true,
  requiredContact: { count: 14, unit: 'day' },
  caseWorkerId: 'priya',
  activeStaffIds: new Set(['priya', 'ruth']),
}
const HIGH = { count: 2, unit: 'working_day' } as const

describe('what a plan lacks before it may be signed', () => {
  it.each<{ gap: PlanGap | null; plan?: Partial<PlanContent>; setting?: Partial<PlanSetting>; why: string }>([
    { gap: null, why: 'everything is there' },
    { gap: null, plan: { actions: [OURS, THEIRS], clientAnswer: 'has_actions' }, why: 'the client does something too' },
    { gap: 'no_risk_check', setting: { riskChecked: false }, why: 'G4: no risk check' },
    { gap: 'no_agency_action', plan: { actions: [THEIRS], clientAnswer: 'has_actions' }, why: 'I3: we do nothing' },
    { gap: 'action_without_worker', plan: { actions: [{ ...OURS, staffId: 'lee' }] }, why: 'I3: Lee has left' },
    { gap: 'client_not_asked', plan: { clientAnswer: 'not_asked' }, why: 'I3: the client was not asked' },
    {
      gap: 'client_actions_missing',
      plan: { clientAnswer: 'has_actions' },
      why: 'I3: what the client does is missing',
    },
    { gap: 'no_agreed_contact', plan: { contact: null }, why: 'I5: no contact was agreed' },
    { gap: 'less_often_without_reason', setting: { requiredContact: HIGH }, why: 'I5: weekly at high risk' },
    {
      gap: null,
      plan: { contact: { ...WEEKLY, reason: 'She asked for it' } },
      setting: { requiredContact: HIGH },
      why: 'I5: weekly at high risk, with a reason',
    },
    { gap: 'no_alternative_contact', plan: { alternativeContactId: null }, why: 'I6: no one is named' },
    { gap: 'no_alternative_contact', plan: { alternativeContactId: 'lee' }, why: 'I6: the alternative has left' },
    { gap: 'alternative_is_worker', plan: { alternativeContactId: 'priya' }, why: 'I6: the case worker themselves' },
    { gap: 'no_case_worker', setting: { caseWorkerId: null }, why: 'R6: no one has the case' },
  ])('$gap: $why', ({ gap, plan, setting }) => {
    expect(planGaps({ ...WHOLE, ...plan }, { ...SETTING, ...setting })).toEqual(gap === null ? [] : [gap])
  })

  it('is never nothing unless the risk was checked, we do something, and contacts are named', () => {
    const anAction = fc.constantFrom(OURS, THEIRS, { ...OURS, staffId: null })
    const plan = fc.record({
      actions: fc.array(anAction, { maxLength: 3 }),
      clientAnswer: fc.constantFrom('not_asked' as const, 'has_actions' as const, 'wants_none' as const),
      contact: fc.option(fc.constant(WEEKLY)),
      alternativeContactId: fc.constantFrom(null, 'priya', 'ruth', 'lee'),
    })
    const setting = fc.record({
      riskChecked: fc.boolean(),
      requiredContact: fc.constantFrom(null, HIGH, WEEKLY),
      caseWorkerId: fc.constantFrom(null, 'priya'),
    })
    fc.assert(
      fc.property(plan, setting, (content, given) => {
        if (planGaps(content, { ...SETTING, ...given }).length > 0) return
        expect(given.riskChecked).toBe(true)
        expect(content.actions.some(({ owner }) => owner === 'agency')).toBe(true)
        expect(content.contact).not.toBeNull()
        expect(content.alternativeContactId).toBe('ruth')
      }),
    )
  })
})
