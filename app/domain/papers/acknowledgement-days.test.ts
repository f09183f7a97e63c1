import { expect, it } from 'vitest'
import { BANK_HOLIDAYS } from '../time/bank-holidays.ts'
import { endOfLondonDay, toDay } from '../time/calendar-day.ts'
import { acknowledgementDays } from './acknowledgement-days.ts'

it.each([
  { why: 'the deadline is a working day', due: '2026-11-25', send: '2026-11-25' },
  { why: 'the deadline is a Sunday after Christmas', due: '2026-12-27', send: '2026-12-24' },
  { why: 'the deadline is Easter Monday', due: '2027-03-29', send: '2027-03-25' },
])('I4b: is sent by the last working day: $why', ({ due, send }) => {
  const days = acknowledgementDays(endOfLondonDay(toDay(due)), BANK_HOLIDAYS)
  expect(days).toEqual({ dueOn: due, sendBy: send })
})
