import { describe, expect, it } from 'vitest'
import { toDay } from '../time/calendar-day.ts'
import {
  type ActionChange,
  type ActionProgress,
  actionsToContinue,
  actionsWhenAgreed,
  decideActionChange,
  isActionOverdue,
  withActionIds,
} from './plan-action.ts'
import type { PlannedAction } from './plan-content.ts'

const MONDAY = toDay('2026-11-23')
const FRIDAY = toDay('2026-11-27')
const planned: PlannedAction = {
  actionId: 'a',
  owner: 'agency',
  staffId: 'priya',
  what: 'Lock',
  dueOn: FRIDAY,
  why: 'Safe',
}
const open: ActionProgress = {
  actionId: 'a',
  owner: 'agency',
  state: 'open',
  staffId: 'priya',
  dueOn: FRIDAY,
  doneOn: null,
  reason: '',
}
const days = { agreedOn: MONDAY, today: FRIDAY }

describe('F2: an action of an agreed plan', () => {
  it.each<{ change: ActionChange; is: Partial<ActionProgress> | string; why: string; from?: ActionProgress }>([
    { change: { to: 'done', doneOn: MONDAY }, is: { state: 'done', doneOn: MONDAY }, why: 'is done' },
    { change: { to: 'done', doneOn: toDay('2026-11-28') }, is: 'done-in-the-future', why: 'is not done yet' },
    { change: { to: 'done', doneOn: toDay('2026-11-22') }, is: 'done-before-agreed', why: 'was not agreed then' },
    {
      change: { to: 'moved', dueOn: toDay('2026-12-01'), staffId: 'ruth', reason: 'The fitter is ill' },
      is: { dueOn: toDay('2026-12-01'), staffId: 'ruth', reason: 'The fitter is ill', state: 'open' },
      why: 'moves with a reason',
    },
    { change: { to: 'moved', dueOn: FRIDAY, staffId: 'priya', reason: 'x' }, is: 'nothing-changes', why: 'stays' },
    {
      change: { to: 'not_needed', reason: 'She moved' },
      is: { state: 'not_needed', reason: 'She moved' },
      why: 'ends',
    },
    {
      from: { ...open, state: 'done', doneOn: MONDAY },
      change: { to: 'not_needed', reason: 'x' },
      is: 'action-closed',
      why: 'is closed already',
    },
  ])('$why', ({ change, is, from = open }) => {
    const result = decideActionChange(from, change, days)
    if (result.ok) expect(result.value).toMatchObject(is as object)
    else expect(result.refusal.kind).toBe(is)
  })

  it('is overdue from the day after, until it is closed', () => {
    expect(isActionOverdue(open, FRIDAY)).toBe(false)
    expect(isActionOverdue(open, toDay('2026-11-28'))).toBe(true)
    expect(isActionOverdue({ ...open, state: 'done' }, toDay('2026-11-28'))).toBe(false)
  })
})

describe('I4a: the next version of a plan', () => {
  it('copies what is still open, as it is now', () => {
    const signed = [planned, { ...planned, actionId: 'b' }]
    const moved = { ...open, dueOn: MONDAY, staffId: null }
    const progress: ActionProgress[] = [moved, { ...open, actionId: 'b', state: 'done', doneOn: MONDAY }]
    expect(actionsToContinue(signed, progress)).toEqual([{ ...planned, dueOn: MONDAY, staffId: null }])
  })

  it('keeps an action done that was done while the next version was written', () => {
    const done: ActionProgress = { ...open, state: 'done', doneOn: MONDAY }
    expect(actionsWhenAgreed([planned, { ...planned, actionId: 'b' }], [done])).toEqual([
      done,
      { ...open, actionId: 'b' },
    ])
  })

  it('gives an action that continues its own id, once, and others new ones', () => {
    const { actionId: _, ...typed } = planned
    let made = 0
    const ids = withActionIds([typed, typed, { ...typed, what: 'Alarm' }], [planned], () => `new ${++made}`)
    expect(ids.map(({ actionId }) => actionId)).toEqual(['a', 'new 1', 'new 2'])
  })
})
