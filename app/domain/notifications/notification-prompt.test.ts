import { describe, expect, it } from 'vitest'
import type { ClauseId } from '../standards/service-standard.ts'
import { endOfLondonDay, toDay } from '../time/calendar-day.ts'
import { promptBounds, promptsOwed, warnedOf } from './notification-prompt.ts'

const tuesday = endOfLondonDay(toDay('2026-11-24'))
const owed = (clause: ClauseId, dueAt: Date, now: string, warnedStep = '', allocated = true) =>
  promptsOwed({ clause, dueAt, warnedStep, allocated }, promptBounds(new Date(now))).map(({ step }) => step)

describe('the local prompts of a deadline', () => {
  it.each<{ why: string; clause: ClauseId; dueAt?: Date; now: string; steps: string[] }>([
    { why: 'the day before, no one is notified', clause: 'R3', now: '2026-11-23T23:00:00Z', steps: [] },
    { why: 'a minute early is early', clause: 'R3', now: '2026-11-24T08:29:59Z', steps: [] },
    { why: 'on the due day at 08:30', clause: 'R3', now: '2026-11-24T08:30:00Z', steps: ['due-day'] },
    {
      why: 'at 15:00 the manager as well',
      clause: 'R3',
      now: '2026-11-24T15:00:00Z',
      steps: ['due-day', 'due-day-manager'],
    },
    {
      why: 'after the last instant it is a breach',
      clause: 'R3',
      now: '2026-11-25T00:00:00Z',
      steps: ['due-day', 'due-day-manager', 'breach'],
    },
    {
      why: 'in summer 08:30 is London’s 08:30',
      clause: 'R4',
      dueAt: endOfLondonDay(toDay('2026-07-01')),
      now: '2026-07-01T07:30:00Z',
      steps: ['due-day'],
    },
    { why: 'I2 tells the manager only', clause: 'I2', now: '2026-11-24T15:00:00Z', steps: ['due-day-manager'] },
    {
      why: 'two days before an acknowledgement',
      clause: 'I4b',
      now: '2026-11-22T08:30:00Z',
      steps: ['two-days-before'],
    },
    {
      why: 'four days before an investigation',
      clause: 'V6',
      now: '2026-11-20T09:00:00Z',
      steps: ['four-days-before'],
    },
    {
      why: 'twelve hours into a day and night',
      clause: 'R8a',
      dueAt: new Date('2026-11-24T18:00:00Z'),
      now: '2026-11-24T06:00:00Z',
      steps: ['half-time'],
    },
    {
      why: 'twenty hours into it',
      clause: 'R8b',
      dueAt: new Date('2026-11-24T18:00:00Z'),
      now: '2026-11-24T14:00:00Z',
      steps: ['half-time', 'last-hours'],
    },
    { why: 'C4 is no deadline', clause: 'C4', now: '2027-11-24T15:00:00Z', steps: [] },
  ])('$clause: $why', ({ clause, dueAt = tuesday, now, steps }) => {
    expect(owed(clause, dueAt, now)).toEqual(steps)
  })

  it('tells of a case that nobody has when half of the time for its contact is over (R3 R6)', () => {
    expect(owed('R3', tuesday, '2026-11-23T14:59:00Z', '', false)).toEqual([])
    expect(owed('R3', tuesday, '2026-11-23T15:00:00Z', '', false)).toEqual(['unallocated-halfway'])
    expect(owed('R3', tuesday, '2026-11-23T15:00:00Z', '', true)).toEqual([])
  })

  it('is owed once', () => {
    expect(owed('R3', tuesday, '2026-11-24T14:00:00Z', warnedOf('due-day', tuesday))).toEqual([])
    expect(owed('R3', tuesday, '2026-11-24T15:30:00Z', warnedOf('due-day', tuesday))).toEqual(['due-day-manager'])
    expect(owed('R3', tuesday, '2026-11-24T15:30:00Z', warnedOf('breach', tuesday))).toEqual([])
  })

  it('is owed again when the client asked for a later day', () => {
    const friday = endOfLondonDay(toDay('2026-11-27'))
    expect(owed('R3', friday, '2026-11-27T09:00:00Z', warnedOf('due-day-manager', tuesday))).toEqual(['due-day'])
  })

  it('leaves the start of a serious clock to the event that starts it', () => {
    expect(promptBounds(tuesday).map(({ step }) => step)).not.toContain('start')
  })
})
