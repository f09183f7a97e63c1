import { describe, expect, it } from 'vitest'
import { BANK_HOLIDAYS, MissingHolidayList, withAddedHolidays } from '../time/bank-holidays.ts'
import { londonIsoOf, readInstant, toDay } from '../time/calendar-day.ts'
import { type Clock, calculateDeadline, clockStatus } from './clock.ts'
import { type ClauseId, getStandard } from './service-standard.ts'

function at(text: string): Date {
  const read = readInstant(text)
  if (!read.ok) throw new RangeError(text)
  return read.value
}

function deadlineOf(clause: ClauseId, from: string) {
  return calculateDeadline(getStandard(clause), at(from), BANK_HOLIDAYS)
}

describe('R3, R4 and I2 count working days', () => {
  it.each([
    { from: '2026-11-20T16:45', one: '2026-11-23', two: '2026-11-24', why: 'late on a Friday' },
    { from: '2026-11-21T10:00', one: '2026-11-23', two: '2026-11-24', why: 'on a Saturday' },
    { from: '2026-11-25T23:40', one: '2026-11-26', two: '2026-11-27', why: 'at night' },
    { from: '2026-12-24T15:00', one: '2026-12-29', two: '2026-12-30', why: 'Christmas Eve' },
    { from: '2026-12-31T09:00', one: '2027-01-04', two: '2027-01-05', why: "New Year's Eve" },
    { from: '2027-03-25T14:00', one: '2027-03-30', two: '2027-03-31', why: 'the eve of Good Friday' },
    { from: '2027-04-30T17:30', one: '2027-05-04', two: '2027-05-05', why: 'the early May bank holiday' },
    { from: '2027-12-24T12:00', one: '2027-12-29', two: '2027-12-30', why: 'two substitute days' },
    { from: '2026-11-20T16:59', one: '2026-11-23', two: '2026-11-24', why: 'a minute before offices close' },
    { from: '2026-11-20T17:01', one: '2026-11-23', two: '2026-11-24', why: 'office hours do not matter' },
    {
      from: '2026-06-19T00:30',
      one: '2026-06-22',
      two: '2026-06-23',
      why: 'Friday 00:30 in summer is Thursday in UTC',
    },
    { from: '2026-06-18T23:59:59', one: '2026-06-19', two: '2026-06-22', why: 'the last second of Thursday' },
    { from: '2027-03-27T12:00', one: '2027-03-30', two: '2027-03-31', why: 'clocks forward and Easter Monday' },
    { from: '2026-10-23T12:00', one: '2026-10-26', two: '2026-10-27', why: 'the week-end the clocks go back' },
    { from: '2028-02-28T12:00', one: '2028-02-29', two: '2028-03-01', why: 'a leap day is a working day' },
    { from: '2022-09-16T12:00', one: '2022-09-20', two: '2022-09-21', why: 'a day proclaimed once' },
  ])('from $from: 1 by the end of $one, 2 by the end of $two ($why)', ({ from, one, two }) => {
    expect(deadlineOf('R3', from).dueOn).toBe(two)
    expect(deadlineOf('R4', from).dueOn).toBe(one)
    expect(deadlineOf('I2', from).dueOn).toBe(one)
    expect(deadlineOf('R3', from).dueAt).toEqual(at(`${two}T23:59:59.999`))
  })

  it('land on a working day from every half hour of 2026', () => {
    const first = Date.UTC(2026, 0, 1)
    const landed = Array.from({ length: 365 * 48 }, (_, index) =>
      calculateDeadline(getStandard('R4'), new Date(first + index * 1_800_000), BANK_HOLIDAYS),
    )
    expect(landed.filter(({ dueOn }) => [0, 6].includes(new Date(dueOn).getUTCDay()))).toEqual([])
    expect(landed.filter(({ dueOn }) => BANK_HOLIDAYS.holidays.has(dueOn))).toEqual([])
  })

  it('fail loudly in a year without a holiday list, while clocks of hours and plain days go on', () => {
    expect(() => deadlineOf('R3', '2030-06-05T10:00')).toThrow(MissingHolidayList)
    expect(() => deadlineOf('A1', '2030-06-05T10:00')).toThrow(MissingHolidayList)
    expect(deadlineOf('R8a', '2030-06-05T10:00').dueAt).toEqual(at('2030-06-06T10:00'))
    expect(deadlineOf('V6', '2030-06-05T10:00').dueOn).toBe('2030-06-19')
  })

  it('skip a holiday proclaimed after the release', () => {
    const proclaimed = withAddedHolidays(BANK_HOLIDAYS, [{ on: toDay('2026-11-23'), name: 'A proclaimed holiday' }])
    const deadline = calculateDeadline(getStandard('R3'), at('2026-11-20T16:45'), proclaimed)
    expect(deadline.dueOn).toBe('2026-11-25')
    expect(deadline.skipped.at(-1)).toEqual({ on: '2026-11-23', why: 'A proclaimed holiday' })
  })
})

describe('R8a and R8b run 24 elapsed hours', () => {
  it.each([
    { from: '2027-03-27T18:00', due: '2027-03-28T19:00:00+01:00', why: 'over the night the clocks go forward' },
    { from: '2027-10-30T18:00', due: '2027-10-31T17:00:00+00:00', why: 'over the night the clocks go back' },
    { from: '2026-12-24T16:00', due: '2026-12-25T16:00:00+00:00', why: 'into Christmas Day' },
    { from: '2026-11-20T18:30', due: '2026-11-21T18:30:00+00:00', why: 'into the week-end' },
    { from: '2028-02-28T09:00', due: '2028-02-29T09:00:00+00:00', why: 'into the leap day' },
  ])('from $from: due $due ($why)', ({ from, due }) => {
    expect(londonIsoOf(deadlineOf('R8a', from).dueAt)).toBe(due)
    expect(londonIsoOf(deadlineOf('R8b', from).dueAt)).toBe(due)
  })
})

describe('I4b, V6, C4 and A1 count days of the calendar', () => {
  it.each<{ clause: ClauseId; from: string; due: string; why: string }>([
    { clause: 'I4b', from: '2026-11-20T10:00', due: '2026-11-25', why: 'five days' },
    { clause: 'I4b', from: '2026-12-22T10:00', due: '2026-12-27', why: 'a Sunday stays' },
    { clause: 'V6', from: '2026-12-22T10:00', due: '2027-01-05', why: 'two weeks over Christmas' },
    { clause: 'C4', from: '2026-12-31T10:00', due: '2027-02-28', why: 'clamped to the end of February' },
    { clause: 'C4', from: '2027-12-31T10:00', due: '2028-02-29', why: 'clamped to the leap day' },
    { clause: 'C4', from: '2026-11-30T10:00', due: '2027-01-30', why: 'the same day of the month' },
    { clause: 'A1', from: '2026-11-27T10:00', due: '2026-12-29', why: 'Christmas Day, rolled forward' },
    { clause: 'A1', from: '2026-11-20T10:00', due: '2026-12-18', why: 'a Friday stays' },
    { clause: 'V6', from: '2027-03-20T23:30', due: '2027-04-03', why: 'over the change of clocks' },
    { clause: 'I4b', from: '2026-06-18T23:30Z', due: '2026-06-24', why: 'agreed at 00:30 on Friday in London' },
  ])('$clause from $from: by the end of $due ($why)', ({ clause, from, due }) => {
    expect(deadlineOf(clause, from).dueOn).toBe(due)
    expect(deadlineOf(clause, from).dueAt).toEqual(at(`${due}T23:59:59.999`))
  })

  it('A1: opens on day 21', () => {
    expect(deadlineOf('A1', '2026-11-27T10:00').windowFromOn).toBe('2026-12-18')
    expect(deadlineOf('V6', '2026-11-27T10:00').windowFromOn).toBeNull()
  })
})

describe('what a clock is when it is read', () => {
  const running = { clause: 'R3' as ClauseId, dueAt: at('2026-11-24T23:59:59.999'), keptAt: null, reason: '' }
  const open = (clock: Partial<Clock>) => ({ ...running, state: 'running' as const, ...clock })

  it.each([
    { now: '2026-11-20T17:00', status: 'running', line: 'Due by the end of Tuesday 24 November' },
    { now: '2026-11-23T09:00', status: 'soon', line: 'Due by the end of tomorrow, Tuesday 24 November' },
    { now: '2026-11-24T09:00', status: 'due-today', line: 'Due today' },
    { now: '2026-11-24T23:59:59.999', status: 'due-today', line: 'Due today' },
    { now: '2026-11-25T00:00', status: 'overdue', line: 'Overdue since the end of Tuesday 24 November' },
    { now: '2027-01-04T00:00', status: 'overdue', line: 'Overdue since the end of Tuesday 24 November 2026' },
  ])('R3: at $now it is $status', ({ now, status, line }) => {
    expect(clockStatus(open({}), at(now))).toEqual({ status, line })
  })

  it.each<{ clock: Partial<Clock>; now: string; status: string; line: string }>([
    {
      clock: { clause: 'R4', dueAt: at('2026-11-23T23:59:59.999') },
      now: '2026-11-20T17:00',
      status: 'soon',
      line: 'Due by the end of Monday 23 November',
    },
    {
      clock: { clause: 'V6', dueAt: at('2026-11-24T23:59:59.999') },
      now: '2026-11-20T17:00',
      status: 'soon',
      line: 'Due by the end of Tuesday 24 November',
    },
    {
      clock: { clause: 'R8a', dueAt: at('2026-11-21T18:30') },
      now: '2026-11-21T18:30',
      status: 'due-today',
      line: 'Due today at 18:30',
    },
    {
      clock: { clause: 'R8a', dueAt: at('2026-11-21T18:30') },
      now: '2026-11-21T18:30:00.001',
      status: 'overdue',
      line: 'Overdue since Saturday 21 November at 18:30',
    },
    {
      clock: { clause: 'C4', dueAt: at('2027-02-28T23:59:59.999') },
      now: '2027-02-28T12:00',
      status: 'running',
      line: 'Possible from Monday 1 March',
    },
    {
      clock: { clause: 'C4', dueAt: at('2027-02-28T23:59:59.999') },
      now: '2027-03-01T00:00',
      status: 'running',
      line: 'Possible since Monday 1 March',
    },
    {
      clock: { state: 'met', keptAt: at('2026-11-24T18:00') },
      now: '2026-11-25T09:00',
      status: 'kept',
      line: 'Kept on Tuesday 24 November at 18:00',
    },
    {
      clock: { state: 'met_late', keptAt: at('2026-11-25T09:10') },
      now: '2026-11-25T09:30',
      status: 'kept-late',
      line: 'Kept late on Wednesday 25 November at 09:10',
    },
    {
      clock: { state: 'exception', reason: 'Access refused' },
      now: '2026-11-25T09:30',
      status: 'exception',
      line: 'Exception: Access refused',
    },
    {
      clock: { state: 'not_applicable', reason: 'Contact not possible: the report is anonymous' },
      now: '2026-11-25T09:30',
      status: 'not-applicable',
      line: 'Contact not possible: the report is anonymous',
    },
    { clock: { state: 'cancelled' }, now: '2026-11-25T09:30', status: 'cancelled', line: 'Cancelled' },
  ])('$clock.clause $clock.state at $now is $status', ({ clock, now, status, line }) => {
    expect(clockStatus(open(clock), at(now))).toEqual({ status, line })
  })
})
