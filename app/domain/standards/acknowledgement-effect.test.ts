import { expect, it } from 'vitest'
import { BANK_HOLIDAYS } from '../time/bank-holidays.ts'
import { undoAcknowledgement } from './acknowledgement-effect.ts'
import type { Clock } from './clock.ts'

const DUE = new Date('2026-12-27T23:59:59.999Z')
const KEPT: Clock = {
  clockId: 'clock',
  clause: 'I4b',
  subjectId: 'plan',
  standardVersion: '1',
  calendarVersion: '1',
  startedAt: new Date('2026-12-22T10:00:00Z'),
  dueAt: DUE,
  originalDueAt: DUE,
  state: 'met',
  keptAt: new Date('2026-12-23T10:00:00Z'),
  reason: '',
}
const ERROR = { deliveryId: 'd', paper: 'acknowledgement', planId: 'plan', othersAt: [], reason: 'came_back' }

it.each([
  { why: 'without another one the clock runs', event: ERROR, set: [{ state: 'running', keptAt: null }] },
  {
    why: 'the next valid one keeps it, here too late',
    event: { ...ERROR, othersAt: ['2026-12-30T09:00:00Z', '2026-12-29T09:00:00Z'] },
    set: [{ state: 'met_late', keptAt: new Date('2026-12-29T09:00:00Z') }],
  },
  { why: 'another plan is not concerned', event: { ...ERROR, planId: 'other' }, set: [] },
  { why: 'another paper is not concerned', event: { ...ERROR, paper: 'action_plan' }, set: [] },
])('I4b: an acknowledgement in error: $why', ({ event, set }) => {
  const before = { caseId: 'case', clocks: [KEPT], calendar: BANK_HOLIDAYS, now: DUE }
  const { changed } = undoAcknowledgement(event, before as unknown as Parameters<typeof undoAcknowledgement>[1])
  expect(changed.map((one) => one.set)).toMatchObject(set)
})
