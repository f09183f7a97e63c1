import { expect, it } from 'vitest'
import { toDay } from '../time/calendar-day.ts'
import type { ActionProgress } from './plan-action.ts'
import { sharedPlan } from './shared-plan.ts'

const dueOn = toDay('2026-11-30')
const ours = { actionId: 'a', owner: 'agency', staffId: 'priya', what: 'Change the lock', dueOn, why: 'Safe' } as const
const theirs = { ...ours, actionId: 'b', owner: 'client', staffId: null, what: 'Keep the diary' } as const
const ended = { ...ours, actionId: 'c', what: 'Paint the door' }
const contact = { count: 7, unit: 'day', channel: 'phone', staffId: 'priya', reason: 'She asked' } as const
const plan = {
  actions: [ours, theirs, ended],
  clientAnswer: 'has_actions',
  contact,
  alternativeContactId: 'ruth',
} as const

function progressOf(actionId: string, given: Partial<ActionProgress> = {}): ActionProgress {
  const open = { owner: 'agency', state: 'open', staffId: null, dueOn, doneOn: null, reason: '' } as const
  return { actionId, ...open, ...given }
}

it('what of a plan goes to another agency is actions and contact: no reasons, no names, nothing that ended', () => {
  const progress = [
    progressOf('a', { state: 'done', doneOn: toDay('2026-11-27') }),
    progressOf('b'),
    progressOf('c', { state: 'not_needed', reason: 'She moved' }),
  ]
  expect(sharedPlan(plan, progress)).toEqual({
    actions: [
      'The agency: Change the lock, done on Friday 27 November 2026',
      'The client: Keep the diary, by Monday 30 November 2026',
    ],
    contact: 'Phone call, every week',
  })
  expect(sharedPlan({ ...plan, contact: null }, [])).toBeNull()
})
