import { expect, it } from 'vitest'
import { toDay } from '../time/calendar-day.ts'
import type { ActionProgress } from './plan-action.ts'
import { planAlerts } from './plan-alerts.ts'

const action: ActionProgress = {
  actionId: 'a',
  owner: 'agency',
  state: 'open',
  staffId: 'priya',
  dueOn: toDay('2026-11-27'),
  doneOn: null,
  reason: '',
}
const contact = { count: 7, unit: 'day', channel: 'phone', staffId: 'priya', reason: '' } as const
const people = { activeStaffIds: new Set(['priya', 'ruth']), caseAlternativeId: 'ruth', caseWorkerId: 'priya' }

it.each([
  { alerts: [], why: 'all are there' },
  { of: { caseAlternativeId: null }, alerts: ['alternative_contact_missing'], why: 'the alternative contact left' },
  { of: { caseAlternativeId: 'priya' }, alerts: ['alternative_contact_missing'], why: 'they became the case worker' },
  { actions: [{ ...action, staffId: null }], alerts: ['actions_without_worker'], why: 'an action has no one' },
  { actions: [{ ...action, state: 'done' as const, staffId: 'lee' }], alerts: [], why: 'the action was done' },
  { contact: { ...contact, staffId: 'lee' }, alerts: ['contact_person_left'], why: 'who calls has left' },
])('I6: an agreed plan alerts of $alerts when $why', (given) => {
  const agreed = { contact: given.contact ?? contact }
  expect(planAlerts(agreed, given.actions ?? [action], { ...people, ...given.of })).toEqual(given.alerts)
})
