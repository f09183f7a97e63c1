import { expect, test } from 'vitest'
import type { CalendarDay } from '../time/calendar-day.ts'
import { type CarriedOutDates, checkCarriedOut } from './carry-out.ts'

const MONDAY = '2026-11-23' as CalendarDay
const TUESDAY = '2026-11-24' as CalendarDay
const NO_DATES: CarriedOutDates = { rehousedOn: null, storedFrom: null, storedTo: null, storedWhere: '' }
const STORED: CarriedOutDates = { ...NO_DATES, storedFrom: MONDAY, storedTo: TUESDAY, storedWhere: 'Unit 4' }
const yes = (kind: 'rehousing' | 'storage' | 'lower_risk') => ({ kind, decision: 'yes' as const })

test.each([
  {
    why: 'no one has decided',
    request: { ...yes('rehousing'), decision: 'asked' as const },
    refusal: 'not-authorised',
  },
  { why: 'a manager said no', request: { ...yes('storage'), decision: 'no' as const }, refusal: 'not-authorised' },
  { why: 'a level has no dates', request: yes('lower_risk'), refusal: 'nothing-to-carry-out' },
  { why: 'the day of the move is missing', request: yes('rehousing'), refusal: 'rehoused-on-missing' },
  { why: 'the first day is missing', request: yes('storage'), refusal: 'stored-from-missing' },
  {
    why: 'no place is said',
    request: yes('storage'),
    dates: { ...STORED, storedWhere: ' ' },
    refusal: 'stored-where-missing',
  },
  {
    why: 'it ends before it starts',
    request: yes('storage'),
    dates: { ...STORED, storedTo: '2026-11-22' as CalendarDay },
    refusal: 'stored-to-before-from',
  },
  {
    why: 'it starts and ends on one day',
    request: yes('storage'),
    dates: { ...STORED, storedTo: MONDAY },
    refusal: null,
  },
  { why: 'its end is not known yet', request: yes('storage'), dates: { ...STORED, storedTo: null }, refusal: null },
])('G7d, G7e: carrying out a decision, where $why: $refusal', ({ request, dates = NO_DATES, refusal }) => {
  const checked = checkCarriedOut(request, dates)
  expect(checked.ok ? null : checked.refusal.kind).toBe(refusal)
})

test('G7d: keeps the day of the move and no date of storage, whatever else was sent', () => {
  const checked = checkCarriedOut(yes('rehousing'), { ...STORED, rehousedOn: TUESDAY })
  expect(checked).toEqual({ ok: true, value: { ...NO_DATES, rehousedOn: TUESDAY } })
})
