import { describe, expect, it } from 'vitest'
import { BANK_HOLIDAYS } from '../time/bank-holidays.ts'
import { londonIsoOf, toDay } from '../time/calendar-day.ts'
import { MOVE_IDS, moveOf, REFERRAL_STATES } from './referral.ts'
import { dueAfterMove, dueStatus, dueWithoutCalendar, promptDueAt } from './referral-due.ts'

const FRIDAY = new Date('2026-11-20T16:45:00Z')

describe('promptDueAt', () => {
  it.each([
    { prompt: 'receive', from: FRIDAY, due: '2026-11-23T23:59:59', why: 'the next working day after a Friday' },
    { prompt: 'answer', from: FRIDAY, due: '2026-11-24T23:59:59', why: 'two working days' },
    { prompt: 'answer', from: new Date('2026-12-24T15:00:00Z'), due: '2026-12-30T23:59:59', why: 'over Christmas' },
    {
      prompt: 'answer',
      from: new Date('2027-04-30T16:30:00Z'),
      due: '2027-05-05T23:59:59',
      why: 'over a bank holiday',
    },
    { prompt: 'news', from: FRIDAY, due: '2026-12-04T23:59:59', why: 'ten working days' },
  ] as const)('$prompt: $why', ({ prompt, from, due }) => {
    expect(londonIsoOf(promptDueAt(prompt, from, BANK_HOLIDAYS)).slice(0, 19)).toBe(due)
  })
})

describe('dueAfterMove', () => {
  const dueAt = new Date('2026-11-24T23:59:59.999Z')

  it.each([
    { move: 'receive', due: '2026-11-24', why: 'a receipt gives no more time to answer' },
    { move: 'expire', due: '2026-11-24', why: 'what is late stays as late as it is' },
    { move: 'ask_for_more', due: '2026-11-24', why: 'a question starts the two days again' },
    { move: 'give_more', due: '2026-11-24', why: 'and so does its answer' },
    { move: 'accept', due: '2026-11-24', why: 'then the client is to be tried within two working days' },
    { move: 'engage', due: '2026-12-04', why: 'news within ten working days' },
    { move: 'record_contact_attempt', due: '2026-12-04', why: 'the same, when no next try is named' },
    { move: 'record_outcome', due: '2026-12-04', why: 'it waits to be closed' },
    { move: 'decline', due: '2026-11-20', why: 'what is finished sorts by when it ended' },
  ] as const)('$move: $why', ({ move, due }) => {
    const at = { dueAt, movedAt: FRIDAY, nextTryOn: null }
    expect(londonIsoOf(dueAfterMove(move, at, BANK_HOLIDAYS)).slice(0, 10)).toBe(due)
  })

  it('follows the day on which the recipient tries again', () => {
    const at = { dueAt, movedAt: FRIDAY, nextTryOn: toDay('2026-11-26') }
    expect(londonIsoOf(dueAfterMove('record_contact_attempt', at, BANK_HOLIDAYS)).slice(0, 10)).toBe('2026-11-26')
  })

  it('needs no list of bank holidays for what is finished, however far in the future', () => {
    const movedAt = new Date('2090-01-02T09:00:00Z')
    for (const move of MOVE_IDS.filter((id) => REFERRAL_STATES[moveOf(id).to].lane === 'finished'))
      expect([move, dueWithoutCalendar(move, { dueAt, movedAt })]).toEqual([move, movedAt])
  })
})

describe('dueStatus', () => {
  const now = new Date('2026-11-23T09:00:00Z')
  it.each([
    { due: '2026-11-23T08:59:00Z', expected: 'overdue', why: 'the instant has passed' },
    { due: '2026-11-23T23:59:59Z', expected: 'due-today', why: 'until midnight' },
    { due: '2026-11-24T23:59:59Z', expected: 'soon', why: 'tomorrow' },
    { due: '2026-11-26T23:59:59Z', expected: 'running', why: 'later' },
  ])('$expected: $why', ({ due, expected }) => {
    expect(dueStatus({ state: 'sent', dueAt: new Date(due) }, now)).toBe(expected)
  })

  it('expects nothing more of what is finished', () => {
    expect(dueStatus({ state: 'declined', dueAt: new Date('2026-01-01') }, now)).toBeNull()
  })
})
