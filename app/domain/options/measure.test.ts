import { describe, expect, it } from 'vitest'
import { toDay } from '../time/calendar-day.ts'
import { checkMeasureEnd, type MeasureEnd, measureStateOf, missingOfEnd } from './measure.ts'

const OPEN = { requestedOn: '2026-11-20', doneOn: null, cancelReason: null }
const DONE: MeasureEnd = { result: 'done', doneOn: toDay('2026-11-23'), workedBy: 'The crew', cancelReason: null }

describe('the end of a measure', () => {
  it.each([
    { why: 'it is done', measure: OPEN, end: DONE, refusal: null },
    {
      why: 'done on the day it was requested',
      measure: { ...OPEN, requestedOn: '2026-11-23' },
      end: DONE,
      refusal: null,
    },
    {
      why: 'done before it was requested',
      measure: { ...OPEN, requestedOn: '2026-11-24' },
      end: DONE,
      refusal: 'done-before-requested',
    },
    { why: 'the day is missing', measure: OPEN, end: { ...DONE, doneOn: null }, refusal: 'done-on-missing' },
    { why: 'who did it is missing', measure: OPEN, end: { ...DONE, workedBy: ' ' }, refusal: 'worked-by-missing' },
    {
      why: 'a reason is missing',
      measure: OPEN,
      end: { ...DONE, result: 'cancelled' },
      refusal: 'cancel-reason-missing',
    },
    { why: 'it is done already', measure: { ...OPEN, doneOn: '2026-11-21' }, end: DONE, refusal: 'measure-ended' },
    {
      why: 'it is cancelled already',
      measure: { ...OPEN, cancelReason: 'client_moved' },
      end: DONE,
      refusal: 'measure-ended',
    },
  ] as const)('$why: $refusal', ({ measure, end, refusal }) => {
    const checked = checkMeasureEnd(measure, end)
    expect(checked.ok ? null : checked.refusal.kind).toBe(refusal)
  })

  it('lacks several things at once, and says all of them', () => {
    const missing = missingOfEnd({ result: 'done', doneOn: null, workedBy: '' }).map(({ kind }) => kind)
    expect(missing).toEqual(['done-on-missing', 'worked-by-missing'])
    expect(missingOfEnd({ workedBy: '' })).toEqual([])
  })

  it('is one of two: what was typed for the other is dropped', () => {
    const cancelled = checkMeasureEnd(OPEN, { ...DONE, result: 'cancelled', cancelReason: 'client_moved' })
    expect(cancelled).toEqual({ ok: true, value: { doneOn: null, workedBy: '', cancelReason: 'client_moved' } })
    expect(measureStateOf(OPEN)).toBe('open')
  })
})
