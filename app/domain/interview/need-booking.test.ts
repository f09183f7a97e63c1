import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { COMMUNICATION_NEEDS, type CommunicationNeedId } from '../cases/communication-need.ts'
import {
  BOOKED_WITH,
  BOOKING_STATES,
  type BookingChange,
  type BookingState,
  decideBooking,
  INTERVIEW_NEED_IDS,
  isForAnotherTime,
  isSettled,
  needInWords,
  needsOfClient,
  openNeedsOf,
  WITHOUT_REASONS,
} from './need-booking.ts'

const AT = new Date('2026-11-26T10:00:00Z')
const CHANGE: BookingChange = { state: 'requested', bookedWith: null, bookedName: '', bookedFor: null, reason: null }
const ids = <Id extends string>(table: Record<Id, unknown>) => Object.keys(table) as Id[]
const states = ids(BOOKING_STATES)

const anyChange = fc.record<BookingChange>({
  state: fc.constantFrom(...states),
  bookedWith: fc.option(fc.constantFrom(...ids(BOOKED_WITH)), { nil: null }),
  bookedName: fc.string({ maxLength: 20 }),
  bookedFor: fc.option(fc.constant(AT), { nil: null }),
  reason: fc.option(fc.constantFrom(...ids(WITHOUT_REASONS)), { nil: null }),
})

describe('G5, G6: what is to be booked', () => {
  it('is the client’s own record: the interpreter first, then each need once', () => {
    const needs = {
      interpreterNeeded: true,
      communicationNeeds: ['easy_read', 'bsl_interpreter'] as CommunicationNeedId[],
    }
    expect(needsOfClient(needs)).toEqual(['interpreter', 'bsl_interpreter', 'easy_read'])
    expect(needsOfClient({ interpreterNeeded: false, communicationNeeds: [] })).toEqual([])
  })

  it('stays open until it was there or the client decided to do without: a booking alone does not meet it', () => {
    fc.assert(
      fc.property(
        fc.subarray([...INTERVIEW_NEED_IDS]),
        fc.array(fc.record({ need: fc.constantFrom(...INTERVIEW_NEED_IDS), state: fc.constantFrom(...states) })),
        (needs, bookings) => {
          const open = openNeedsOf(needs, bookings)
          const settled = bookings.filter(({ state }) => isSettled(state)).map(({ need }) => need)
          expect(open).toEqual(needs.filter((need) => !settled.includes(need)))
        },
      ),
    )
    expect(states.filter(isSettled)).toEqual(['delivered', 'declined', 'went_without'])
  })

  it('is named with the client’s language', () => {
    expect(needInWords('interpreter', 'Arabic')).toBe('Arabic interpreter')
    expect(needInWords('interpreter', '')).toBe('Interpreter')
    expect(needInWords('easy_read', 'Arabic')).toBe(COMMUNICATION_NEEDS.easy_read.label)
  })
})

describe('a change of a booking', () => {
  it.each<{ why: string; change: Partial<BookingChange>; is: string }>([
    { why: 'a request needs nothing else', change: {}, is: 'ok' },
    { why: 'booked with nobody', change: { state: 'booked', bookedFor: AT }, is: 'with-whom-missing' },
    { why: 'booked for no time', change: { state: 'booked', bookedWith: 'professional' }, is: 'booked-for-missing' },
    { why: 'booked', change: { state: 'booked', bookedWith: 'professional', bookedFor: AT }, is: 'ok' },
    { why: 'declined without a reason', change: { state: 'declined' }, is: 'without-reason-missing' },
    { why: 'went without it, and no reason', change: { state: 'went_without' }, is: 'without-reason-missing' },
    { why: 'went without it', change: { state: 'went_without', reason: 'did_not_come' }, is: 'ok' },
  ])('$why: $is', ({ change, is }) => {
    const decided = decideBooking({ ...CHANGE, ...change })
    expect(decided.ok ? 'ok' : decided.refusal.kind).toBe(is)
  })

  it('leaves a row that the table accepts: a reason only for doing without, a time for what is booked', () => {
    fc.assert(
      fc.property(anyChange, (change) => {
        const decided = decideBooking(change)
        if (!decided.ok) return
        const { state, reason, bookedWith, bookedFor } = decided.value
        expect(state).toBe(change.state)
        expect(reason !== null).toBe(['declined', 'went_without'].includes(state))
        if (state === 'booked') expect([bookedWith, bookedFor]).not.toContain(null)
      }),
    )
  })

  it('G5: offers no child as interpreter', () => {
    expect(JSON.stringify([BOOKED_WITH, WITHOUT_REASONS])).not.toMatch(/child|son\b|daughter/i)
  })

  it.each<{ why: string; state: BookingState; bookedFor: Date | null; is: boolean }>([
    { why: 'booked for the interview', state: 'booked', bookedFor: AT, is: false },
    { why: 'booked for before it was moved', state: 'booked', bookedFor: new Date('2026-11-25T10:00:00Z'), is: true },
    { why: 'only requested', state: 'requested', bookedFor: null, is: false },
  ])('says whether the time is another one: $why', ({ state, bookedFor, is }) => {
    expect(isForAnotherTime({ state, bookedFor }, AT)).toBe(is)
  })
})
