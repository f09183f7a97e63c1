import { describe, expect, it } from 'vitest'
import type { CaseEvent, CaseEventData, CaseEventKind, Contactability } from '../cases/case-event.ts'
import { EVENTS } from '../events/event-table.ts'
import { BANK_HOLIDAYS, withAddedHolidays } from '../time/bank-holidays.ts'
import { endOfLondonDay, readInstant, toDay } from '../time/calendar-day.ts'
import { type Clock, clockStatus } from './clock.ts'
import { clocksAfter, movesClocks, rebaseClocks } from './clock-changes.ts'
import type { ClocksBefore } from './clock-row.ts'
import type { ClauseId } from './service-standard.ts'

const FRIDAY = '2026-11-20T16:45:00Z'
const FACTS = { agencyInvestigates: true, calendar: BANK_HOLIDAYS, now: new Date(FRIDAY) }

function at(text: string): Date {
  const read = readInstant(text)
  if (!read.ok) throw new RangeError(text)
  return read.value
}

const endOf = (day: string) => endOfLondonDay(toDay(day))

/** A case's clocks after some events, one after the other, as the timeline keeps them. */
function afterEvents(events: CaseEvent[], facts: Partial<ClocksBefore> = {}): Clock[] {
  return events.reduce<Clock[]>((clocks, event) => {
    const { started, changed } = clocksAfter(event, { caseId: 'case', clocks, ...FACTS, ...facts })
    const kept = clocks.map((clock) => ({
      ...clock,
      ...changed.find(({ clockId }) => clockId === clock.clockId)?.set,
    }))
    return [...kept, ...started.map((clock, index) => ({ ...clock, clockId: `clock-${clocks.length + index}` }))]
  }, [])
}

function clockOf(clocks: readonly Clock[], clause: ClauseId): Clock {
  const clock = clocks.find((each) => each.clause === clause)
  if (clock === undefined) throw new Error(`no clock ${clause} among ${clocks.map((each) => each.clause).join()}`)
  return clock
}

function received(serious = false, contactable: Contactability = 'possible'): CaseEvent {
  return { kind: 'report-received', data: { receivedAt: FRIDAY, serious, contactable, backdated: false } }
}

const raised: CaseEvent = { kind: 'serious-raised', data: { receivedAt: FRIDAY, reason: 'threat' } }
const lowered: CaseEvent = { kind: 'serious-lowered', data: { receivedAt: FRIDAY, reason: 'typed wrongly' } }
const contacted = (contactedAt: string): CaseEvent => ({
  kind: 'client-contacted',
  data: { contactId: 'contact', contactedAt, channel: 'phone' },
})
const attempted: CaseEvent = {
  kind: 'contact-attempted',
  data: { contactId: 'contact', contactedAt: '2026-11-23T10:00:00Z', channel: 'phone' },
}
const deferred = (until: string): CaseEvent => ({ kind: 'contact-deferred', data: { until, reason: 'away' } })
const decided: CaseEvent = {
  kind: 'referral-decided',
  data: { referralId: 'referral', decidedAt: FRIDAY, askedBy: 'client' },
}
const sent = (sentAt: string): CaseEvent => ({
  kind: 'referral-sent',
  data: { referralId: 'referral', sentAt, decidedAt: FRIDAY, categories: [] },
})
const incident = (occurredOn: string | null): CaseEvent => ({
  kind: 'incident-recorded',
  data: { incidentId: 'incident', occurredOn },
})
const closed: CaseEvent = { kind: 'case-closed', data: { closedAt: '2026-11-27T10:00:00Z', reasons: ['resolved'] } }

describe('a report', () => {
  it('R3, V6: starts contact in two working days and the investigation', () => {
    const clocks = afterEvents([received()])
    expect(clocks.map(({ clause }) => clause)).toEqual(['R3', 'V6'])
    expect(clockOf(clocks, 'R3')).toMatchObject({
      subjectId: 'case',
      state: 'running',
      startedAt: new Date(FRIDAY),
      dueAt: endOf('2026-11-24'),
      originalDueAt: endOf('2026-11-24'),
      calendarVersion: BANK_HOLIDAYS.version,
      standardVersion: '1',
    })
  })

  it('R4: of violence or its threat starts contact in one working day instead', () => {
    const clocks = afterEvents([received(true)])
    expect(clocks.map(({ clause }) => clause)).toEqual(['R4', 'V6'])
    expect(clockOf(clocks, 'R4').dueAt).toEqual(endOf('2026-11-23'))
  })

  it('V6: starts no investigation in an agency that does not investigate', () => {
    expect(afterEvents([received()], { agencyInvestigates: false }).map(({ clause }) => clause)).toEqual(['R3'])
  })

  it.each<{ contactable: Contactability; reason: string }>([
    { contactable: 'anonymous', reason: 'Contact not possible: the report is anonymous' },
    { contactable: 'client_unaware', reason: 'Contact not possible: the client does not know of the report' },
  ])('R3, R4: that is $contactable runs no contact clock', ({ contactable, reason }) => {
    for (const serious of [false, true]) {
      const clock = clockOf(afterEvents([received(serious, contactable)]), serious ? 'R4' : 'R3')
      expect(clock).toMatchObject({ state: 'not_applicable', reason })
      expect(clockStatus(clock, at('2027-01-04T09:00')).status).toBe('not-applicable')
    }
  })

  it('recorded twice starts its clocks once', () => {
    expect(afterEvents([received(), received()])).toHaveLength(2)
  })
})

describe('contact', () => {
  it.each([
    { contact: '2026-11-24T18:00:00Z', state: 'met', why: 'on the due day' },
    { contact: '2026-11-24T23:59:59.999Z', state: 'met', why: 'in its last millisecond' },
    { contact: '2026-11-25T00:00:00Z', state: 'met_late', why: 'at midnight' },
    { contact: '2026-11-20T16:00:00Z', state: 'running', why: 'before the complaint, which keeps nothing' },
  ])('R3: at $contact leaves it $state ($why)', ({ contact, state }) => {
    expect(clockOf(afterEvents([received(), contacted(contact)]), 'R3').state).toBe(state)
  })

  it('R3: attempted is not contact', () => {
    expect(clockOf(afterEvents([received(), attempted]), 'R3').state).toBe('running')
  })

  it('R3: typed in later, but made earlier, is the one that counts', () => {
    const clocks = afterEvents([received(), contacted('2026-11-25T09:00:00Z'), contacted('2026-11-23T09:00:00Z')])
    expect(clockOf(clocks, 'R3')).toMatchObject({ state: 'met', keptAt: at('2026-11-23T09:00') })
    const again = afterEvents([received(), contacted('2026-11-23T09:00:00Z'), contacted('2026-11-25T09:00:00Z')])
    expect(clockOf(again, 'R3').keptAt).toEqual(at('2026-11-23T09:00'))
  })

  it('R3: deferred by the client is due by the end of the agreed day, the original kept', () => {
    const clock = clockOf(afterEvents([received(), deferred('2026-11-30')]), 'R3')
    expect(clock).toMatchObject({ dueAt: endOf('2026-11-30'), originalDueAt: endOf('2026-11-24') })
  })

  it.each([
    { until: '2026-11-23', now: FRIDAY, why: 'an earlier day than the standard gives' },
    { until: '2026-11-30', now: '2026-11-25T09:00:00Z', why: 'agreed when the deadline had passed' },
  ])('R3: deferred until $until changes nothing ($why)', ({ until, now }) => {
    const clocks = afterEvents([received(), deferred(until)], { now: new Date(now) })
    expect(clockOf(clocks, 'R3').dueAt).toEqual(endOf('2026-11-24'))
  })
})

describe('seriousness raised later', () => {
  it('R4: counts from the original receipt and is overdue at once on day 2', () => {
    const clocks = afterEvents([received(), raised], { now: at('2026-11-24T10:00') })
    expect(clockOf(clocks, 'R3')).toMatchObject({ state: 'cancelled', originalDueAt: endOf('2026-11-24') })
    const serious = clockOf(clocks, 'R4')
    expect(serious).toMatchObject({ state: 'running', startedAt: new Date(FRIDAY), dueAt: endOf('2026-11-23') })
    expect(clockStatus(serious, at('2026-11-24T10:00')).status).toBe('overdue')
  })

  it('R4: lowered again brings R3 back, and raised again R4, without a second row of either', () => {
    const back = afterEvents([received(), raised, lowered])
    expect(clockOf(back, 'R3')).toMatchObject({ state: 'running', dueAt: endOf('2026-11-24'), reason: '' })
    expect(clockOf(back, 'R4').state).toBe('cancelled')
    const again = afterEvents([received(), raised, lowered, raised])
    expect(again.filter(({ state }) => state === 'running').map(({ clause }) => clause)).toEqual(['V6', 'R4'])
    expect(again).toHaveLength(3)
  })

  it('R4: judges a contact already made by the shorter limit', () => {
    const clocks = afterEvents([received(), contacted('2026-11-24T09:00:00Z'), raised])
    expect(clockOf(clocks, 'R4')).toMatchObject({ state: 'met_late', keptAt: at('2026-11-24T09:00') })
    expect(clockOf(afterEvents([received(), contacted('2026-11-23T09:00:00Z'), raised]), 'R4').state).toBe('met')
  })

  it('R4: keeps the day the client asked for, and that contact was not possible', () => {
    expect(clockOf(afterEvents([received(), deferred('2026-11-30'), raised]), 'R4')).toMatchObject({
      dueAt: endOf('2026-11-30'),
      originalDueAt: endOf('2026-11-23'),
    })
    expect(clockOf(afterEvents([received(false, 'anonymous'), raised]), 'R4').state).toBe('not_applicable')
  })

  it('R4: does not take a deadline moved by a holiday for one the client asked for', () => {
    const calendar = withAddedHolidays(BANK_HOLIDAYS, [{ on: toDay('2026-11-24'), name: 'Proclaimed' }])
    const moved = afterEvents([received()]).map((clock) => ({ ...clock, ...rebaseClocks([clock], calendar)[0]?.set }))
    const { started } = clocksAfter(raised, { caseId: 'case', clocks: moved, ...FACTS, calendar })
    expect(clockOf(moved, 'R3').dueAt).toEqual(endOf('2026-11-25'))
    expect(started).toMatchObject([{ clause: 'R4', dueAt: endOf('2026-11-23') }])
  })

  it('changes nothing where it already is serious', () => {
    expect(clocksAfter(raised, { caseId: 'case', clocks: afterEvents([received(true)]), ...FACTS })).toEqual({
      started: [],
      changed: [],
    })
  })
})

describe('a further report without violence', () => {
  const LATER = '2026-12-07T10:00:00Z'
  const further = (given: Partial<CaseEventData['further-report-received']> = {}): CaseEvent => ({
    kind: 'further-report-received',
    data: { incidentId: 'incident', receivedAt: LATER, serious: false, contactable: 'possible', ...given },
  })
  const reached = [received(), contacted('2026-11-23T09:00:00Z')]
  const contactClocks = (events: CaseEvent[]) =>
    afterEvents(events).filter(({ clause }) => clause === 'R3' || clause === 'R4')

  it('R3: starts a clock of its own and leaves what was kept before as it was', () => {
    expect(contactClocks([...reached, further()])).toMatchObject([
      { clause: 'R3', state: 'met' },
      { clause: 'R3', state: 'running', startedAt: at(LATER), dueAt: endOf('2026-12-09') },
    ])
  })

  it('R3: starts none while a contact is owed, nor a second time', () => {
    expect(contactClocks([received(), further()])).toHaveLength(1)
    expect(contactClocks([received(true), further()])).toHaveLength(1)
    expect(contactClocks([...reached, further(), contacted('2026-12-08T09:00:00Z'), further()])).toHaveLength(2)
  })

  it('R3: is kept by a contact typed to the minute in which it came in', () => {
    const typed = contacted('2026-12-07T10:00:00Z')
    const [, own] = contactClocks([...reached, further({ receivedAt: '2026-12-07T10:00:30Z' }), typed])
    expect(own).toMatchObject({ state: 'met' })
  })

  it('R3: is kept by a contact since it came in, where it is written down later', () => {
    const [, own] = contactClocks([received(), contacted('2026-12-08T09:00:00Z'), further()])
    expect(own).toMatchObject({ state: 'met', keptAt: at('2026-12-08T09:00:00Z') })
  })

  it('R2: owes no contact where the client does not know of it', () => {
    expect(contactClocks([...reached, further({ contactable: 'client_unaware' })])).toHaveLength(1)
  })

  it('R4: with violence, it is raised apart', () => {
    expect(contactClocks([...reached, further({ serious: true })])).toHaveLength(1)
  })
})

describe('violence told of later', () => {
  const LATER = '2026-12-07T10:00:00Z'
  const raisedLater: CaseEvent = { kind: 'serious-raised', data: { receivedAt: LATER, reason: 'further-incident' } }

  it('R4: starts a clock of its own and leaves what was kept before as it was', () => {
    const clocks = afterEvents([received(), contacted('2026-11-23T09:00:00Z'), raisedLater])
    expect(clockOf(clocks, 'R3').state).toBe('met')
    expect(clockOf(clocks, 'R4')).toMatchObject({ state: 'running', dueAt: endOf('2026-12-08'), keptAt: null })
  })

  it('R4: is kept by a contact after it, not by one before', () => {
    const clocks = afterEvents([received(), raisedLater, contacted('2026-12-08T09:00:00Z')])
    expect(clockOf(clocks, 'R4').state).toBe('met')
    expect(clockOf(clocks, 'R3').state).toBe('met_late')
  })

  it('R4: does not run where contact is not possible', () => {
    expect(clockOf(afterEvents([received(false, 'client_unaware'), raisedLater]), 'R4').state).toBe('not_applicable')
  })

  it('R4: lowered again takes back only the clock that it started', () => {
    const loweredLater: CaseEvent = { kind: 'serious-lowered', data: { receivedAt: LATER, reason: 'mistake' } }
    const clocks = afterEvents([received(true), raisedLater, loweredLater])
    const [first, second] = clocks.filter(({ clause }) => clause === 'R4')
    expect([first?.state, second?.state]).toEqual(['running', 'cancelled'])
  })
})

describe('a client who may be contacted after all', () => {
  const possible: CaseEvent = { kind: 'contact-made-possible', data: { possibleAt: '2026-12-07T10:00:00Z' } }

  it.each(['anonymous', 'client_unaware'] as const)(
    'R3: %s before, the clock starts when it became possible',
    (why) => {
      const clock = clockOf(afterEvents([received(false, why), possible]), 'R3')
      expect(clock).toMatchObject({ state: 'running', dueAt: endOf('2026-12-09'), reason: '' })
    },
  )

  it('R3: changes no clock that runs already', () => {
    expect(clockOf(afterEvents([received(), possible]), 'R3').dueAt).toEqual(endOf('2026-11-24'))
  })
})

describe('a contact entered in error', () => {
  const inError = (contactedAt: string, othersAt: string[] = []): CaseEvent => ({
    kind: 'contact-entered-in-error',
    data: { contactId: 'contact', contactedAt, othersAt, reason: 'other-client' },
  })
  const MONDAY = '2026-11-23T09:00:00Z'

  it('R3: no longer keeps the standard, which runs again to its old deadline', () => {
    const clock = clockOf(afterEvents([received(), contacted(MONDAY), inError(MONDAY)]), 'R3')
    expect(clock).toMatchObject({ state: 'running', keptAt: null, dueAt: endOf('2026-11-24') })
  })

  it('R3: leaves the next contact that counts to keep it, in time or late', () => {
    const others = ['2026-11-19T09:00:00Z', '2026-11-25T09:00:00Z', '2026-11-26T09:00:00Z']
    const clock = clockOf(afterEvents([received(), contacted(MONDAY), inError(MONDAY, others)]), 'R3')
    expect(clock).toMatchObject({ state: 'met_late', keptAt: at('2026-11-25T09:00') })
  })

  it('R3: changes nothing when it was not the one that kept it', () => {
    const clock = clockOf(afterEvents([received(), contacted(MONDAY), inError('2026-11-24T09:00:00Z')]), 'R3')
    expect(clock).toMatchObject({ state: 'met', keptAt: at('2026-11-23T09:00') })
  })
})

describe('a referral', () => {
  it.each([
    { sentAt: '2026-11-23T17:00:00Z', state: 'met' },
    { sentAt: '2026-11-24T00:00:00Z', state: 'met_late' },
  ])('I2: decided on Friday and sent at $sentAt is $state', ({ sentAt, state }) => {
    const clocks = afterEvents([decided, sent(sentAt)])
    expect(clocks).toHaveLength(1)
    expect(clockOf(clocks, 'I2')).toMatchObject({ subjectId: 'referral', state, dueAt: endOf('2026-11-23') })
  })

  it('I2: decided and sent in one act shows its true lateness', () => {
    const clocks = afterEvents([sent('2026-11-25T10:00:00Z')])
    expect(clocks).toHaveLength(1)
    expect(clockOf(clocks, 'I2')).toMatchObject({ startedAt: new Date(FRIDAY), state: 'met_late' })
  })

  it.each([
    { againAt: '2026-12-24T10:00:00Z', first: 'cancelled', why: 'in time: the next version is acknowledged instead' },
    { againAt: '2026-12-30T10:00:00Z', first: 'running', why: 'too late: what was missed stays missed' },
  ])('I4b: starts again when a plan is agreed again, $why', ({ againAt, first }) => {
    const agreed = (data: CaseEventData['plan-agreed']): CaseEvent => ({ kind: 'plan-agreed', data })
    const clocks = afterEvents(
      [
        agreed({ planId: 'first', agreedAt: '2026-12-22T10:00:00Z' }),
        agreed({ planId: 'second', agreedAt: againAt, replaces: 'first' }),
      ],
      { now: new Date(againAt) },
    )
    const stateOf = (planId: string) => clocks.find(({ subjectId }) => subjectId === planId)?.state
    expect([stateOf('first'), stateOf('second')]).toEqual([first, 'running'])
  })

  it('I2: cancelled before it was sent is neither kept nor late', () => {
    const cancelled: CaseEvent = {
      kind: 'referral-cancelled',
      data: { referralId: 'referral', reason: 'The client changed their mind' },
    }
    expect(clockOf(afterEvents([decided, cancelled]), 'I2')).toMatchObject({
      state: 'cancelled',
      reason: 'The client changed their mind',
    })
    expect(clockOf(afterEvents([decided, sent('2026-11-23T10:00:00Z'), cancelled]), 'I2').state).toBe('met')
  })

  it('I2: leaves the clock of another referral alone', () => {
    const other: CaseEvent = { kind: 'referral-cancelled', data: { referralId: 'another', reason: '' } }
    expect(clockOf(afterEvents([decided, other]), 'I2').state).toBe('running')
  })
})

describe('the other clocks', () => {
  it.each<{ clause: ClauseId; start: CaseEvent; stop: CaseEvent }>([
    {
      clause: 'R8a',
      start: { kind: 'repair-reported', data: { repairId: 'repair', reportedAt: '2027-03-27T18:00:00Z' } },
      stop: { kind: 'repair-completed', data: { repairId: 'repair', completedAt: '2027-03-28T17:59:00Z' } },
    },
    {
      clause: 'R8b',
      start: { kind: 'graffiti-reported', data: { graffitiId: 'graffiti', reportedAt: FRIDAY } },
      stop: { kind: 'graffiti-removed', data: { graffitiId: 'graffiti', removedAt: '2026-11-21T16:45:00Z' } },
    },
    {
      clause: 'I4b',
      start: { kind: 'plan-agreed', data: { planId: 'plan', agreedAt: '2026-12-22T10:00:00Z' } },
      stop: { kind: 'plan-acknowledged', data: { planId: 'plan', sentAt: '2026-12-27T23:00:00Z' } },
    },
    {
      clause: 'V6',
      start: received(),
      stop: { kind: 'investigation-completed', data: { completedAt: '2026-12-04T23:50:00Z' } },
    },
    {
      clause: 'A1',
      start: closed,
      stop: { kind: 'after-care-contacted', data: { contactedAt: '2026-12-29T12:00:00Z' } },
    },
  ])('$clause: runs from its event and is met by the other', ({ clause, start, stop }) => {
    expect(clockOf(afterEvents([start]), clause).state).toBe('running')
    expect(clockOf(afterEvents([start, stop]), clause).state).toBe('met')
  })

  it.each([
    { contactedAt: '2026-12-07T12:00:00Z', state: 'running', why: 'day 10' },
    { contactedAt: '2026-12-17T23:59:59Z', state: 'running', why: 'the end of day 20' },
    { contactedAt: '2026-12-18T00:00:00Z', state: 'met', why: 'the start of day 21' },
    { contactedAt: '2026-12-30T00:00:00Z', state: 'met_late', why: 'the day after it was due' },
  ])('A1: contact on $contactedAt leaves it $state ($why)', ({ contactedAt, state }) => {
    const contact: CaseEvent = { kind: 'after-care-contacted', data: { contactedAt } }
    expect(clockOf(afterEvents([closed, contact]), 'A1').state).toBe(state)
  })

  it('C4: counts from the last incident, whatever the order they are typed in', () => {
    const moved = afterEvents([incident('2026-11-20'), incident('2026-12-31'), incident('2026-12-01')])
    expect(moved).toHaveLength(1)
    expect(clockOf(moved, 'C4')).toMatchObject({ dueAt: endOf('2027-02-28'), originalDueAt: endOf('2027-02-28') })
  })

  it('C4: takes a day nobody can tell for today', () => {
    expect(clockOf(afterEvents([incident(null)]), 'C4').dueAt).toEqual(endOf('2027-01-20'))
  })

  it.each([
    { occurredOn: '2026-09', due: '2026-11-30', why: 'a month counts from its last day' },
    { occurredOn: '2025', due: '2026-02-28', why: 'a year counts from its last day, never from the first of January' },
    { occurredOn: '2026', due: '2027-01-20', why: 'a year that is not over counts from today' },
  ])('C4: takes $occurredOn as late as it can have been: $why', ({ occurredOn, due }) => {
    expect(clockOf(afterEvents([incident(occurredOn)]), 'C4').dueAt).toEqual(endOf(due))
  })

  it('C4: ends with the case, and runs again in one row when the case goes on', () => {
    const ended = afterEvents([incident('2026-11-20'), closed])
    expect(clockOf(ended, 'C4').state).toBe('cancelled')
    const again = afterEvents([incident('2026-11-20'), closed, incident('2026-11-20')])
    expect(again.filter(({ clause }) => clause === 'C4')).toMatchObject([{ state: 'running', reason: '' }])
  })

  it('an exception with its reason ends a running clock, and only that one', () => {
    const excepted: CaseEvent = {
      kind: 'standard-excepted',
      data: { clockId: 'clock-0', clause: 'R3', reason: 'Police scene' },
    }
    const clocks = afterEvents([received(), excepted, contacted('2026-11-30T10:00:00Z')])
    expect(clockOf(clocks, 'R3')).toMatchObject({ state: 'exception', reason: 'Police scene', keptAt: null })
    expect(clockOf(clocks, 'V6').state).toBe('running')
  })
})

describe('a holiday proclaimed later', () => {
  const proclaimed = withAddedHolidays(BANK_HOLIDAYS, [{ on: toDay('2026-11-23'), name: 'Proclaimed' }])

  it('R3: moves an open deadline and names the new calendar', () => {
    expect(rebaseClocks(afterEvents([received()]), proclaimed)).toEqual([
      {
        clockId: 'clock-0',
        clause: 'R3',
        set: { dueAt: endOf('2026-11-25'), calendarVersion: 'england-and-wales-2028+2026-11-23' },
      },
    ])
  })

  it.each<{ why: string; events: CaseEvent[] }>([
    { why: 'kept already', events: [received(), contacted('2026-11-20T18:00:00Z')] },
    { why: 'deferred to a later day', events: [received(), deferred('2026-11-30')] },
    { why: 'counted in hours', events: [{ kind: 'repair-reported', data: { repairId: 'r', reportedAt: FRIDAY } }] },
    { why: 'counted in months', events: [incident('2026-11-20')] },
  ])('leaves a clock alone that is $why', ({ events }) => {
    expect(rebaseClocks(afterEvents(events), proclaimed)).toEqual([])
  })
})

describe('the events that move clocks', () => {
  it('are those the standards go by, and those with an effect of their own', () => {
    const kinds = Object.keys(EVENTS) as CaseEventKind[]
    expect(kinds.filter(movesClocks).toSorted()).toEqual([
      'after-care-contacted',
      'case-closed',
      'client-contacted',
      'contact-deferred',
      'contact-entered-in-error',
      'contact-made-possible',
      'further-report-received',
      'graffiti-removed',
      'graffiti-reported',
      'incident-recorded',
      'investigation-completed',
      'paper-entered-in-error',
      'plan-acknowledged',
      'plan-agreed',
      'referral-cancelled',
      'referral-decided',
      'referral-sent',
      'repair-completed',
      'repair-entered-in-error',
      'repair-excepted',
      'repair-reopened',
      'repair-reported',
      'report-received',
      'serious-lowered',
      'serious-raised',
      'standard-excepted',
    ])
  })
})
