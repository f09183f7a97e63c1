import { expect, it } from 'vitest'
import { remindUntil } from './interview-reminder.ts'

it.each([
  { why: 'before half past eight, today alone', now: '2026-11-25T08:29:00Z', until: '2026-11-25T23:59:59.999Z' },
  { why: 'from half past eight, tomorrow too', now: '2026-11-25T08:30:00Z', until: '2026-11-26T23:59:59.999Z' },
  { why: 'tomorrow has 25 hours', now: '2026-10-24T09:00:00Z', until: '2026-10-25T23:59:59.999Z' },
])('case workers are reminded of interviews until then: $why', ({ now, until }) => {
  expect(remindUntil(new Date(now)).toISOString()).toBe(until)
})
