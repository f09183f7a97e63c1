import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { CaseEventKind } from '../cases/case-event.ts'
import { EVENTS } from '../events/event-table.ts'
import { caseStandard, PROVING_KINDS, RULED_CLAUSES, type RuledClauseId } from './case-standard.ts'
import { listTickedClauses } from './clause.ts'
import type { ProvingEvent, StandardFacts } from './clause-rule.ts'
import type { ClauseId } from './service-standard.ts'

const NOW = new Date('2026-11-30T12:00:00Z')

const FACTS: StandardFacts = {
  contactability: 'possible',
  serious: true,
  agencyInvestigates: true,
  agencyRefersOn: false,
  wishesRecorded: false,
  needsLanguage: true,
  needsFormat: true,
  counted: true,
}

function event(kind: CaseEventKind, data: object = {}, seq = 1): ProvingEvent {
  return { kind, seq, at: NOW, by: 'Priya Nair', data }
}

type State = 'running' | 'met' | 'met_late' | 'exception' | 'not_applicable' | 'cancelled'

function clock(clause: ClauseId, state: State, dueAt = '2026-12-02T23:59:59Z', lateReason = '') {
  const at = new Date('2026-11-27T10:00:00Z')
  const due = new Date(dueAt)
  return {
    ...{ clockId: `${clause}${state}`, clause, subjectId: 'case', standardVersion: '1', calendarVersion: '1' },
    ...{ startedAt: at, dueAt: due, originalDueAt: due, state, keptAt: at, reason: '', lateReason },
  }
}

function stateOf(clause: RuledClauseId, record: Partial<Parameters<typeof caseStandard>[0]>, facts = FACTS) {
  const found = caseStandard({ facts, events: [], clocks: [], ...record }, NOW).find((one) => one.clause === clause)
  if (!found) throw new Error(`${clause} is missing.`)
  return found
}

const OPTIONS = ['G7a', 'G7b', 'G7c', 'G7d', 'G7e'].map((option, index) =>
  event('option-answered', { option, answer: 'wants' }, index + 1),
)

/** The events that keep a clause, with a serious case of a client who needs an interpreter and Braille. */
const KEPT_BY: Partial<Record<RuledClauseId, ProvingEvent[]>> = {
  G1: [event('report-received')],
  G2: [event('report-received')],
  G3: [event('interview-arranged')],
  G4: [event('risk-checked')],
  G5: [event('need-booking-changed', { need: 'interpreter', state: 'delivered' })],
  G6: [event('paper-given', { format: 'braille', language: 'en' })],
  G7: OPTIONS,
  G8: [event('consent-refused')],
  G9: [event('encouragement-given')],
  G10: [event('plan-agreed')],
  G12: [event('referral-sent')],
  R1: [event('report-received')],
  R2: [event('report-received')],
  R5: [event('interview-arranged')],
  R6: [event('case-allocated')],
  R7: [event('process-explained')],
  I1: [event('interview-held')],
  I3: [event('plan-agreed')],
  I4: [event('plan-signed', {}, 1), event('plan-agreed', {}, 2)],
  I5: [event('contact-agreed')],
  I6: [event('alternative-contact-named')],
  I7: [event('interview-held')],
  V5: [
    event('support-pack-given', { recipient: 'client', given: ['diary', 'pen', 'contacts'], declined: [] }),
    event('support-pack-declined', { recipient: 'client', given: [], declined: ['publicity', 'standards'] }, 2),
  ],
}

function isOther(kind: string): kind is CaseEventKind {
  return !PROVING_KINDS.some((one) => one === kind)
}

describe('the standard on a case', () => {
  it('has each of the 41 ticked clauses once, in the order of the standard', () => {
    expect(RULED_CLAUSES).toEqual(listTickedClauses())
    expect(RULED_CLAUSES).toHaveLength(41)
  })

  it.each(Object.entries(KEPT_BY))('%s is kept by its events, and shows them as proof', (clause, events) => {
    const id = clause as RuledClauseId
    expect(stateOf(id, { events })).toMatchObject({ state: 'kept', proofs: events })
    expect(stateOf(id, {}).state).toMatch(/^(to_do|not_applicable)$/)
  })

  it('every clause is kept by events, timed by a clock, kept by the partnership, or for a later release', () => {
    const others = RULED_CLAUSES.filter((clause) => !(clause in KEPT_BY))
    expect(others).toEqual([
      ...['G11', 'G13', 'G14', 'R3', 'R4', 'R8', 'I2'],
      ...['V1', 'V2', 'V3', 'V4', 'V6', 'V7', 'F1', 'F2', 'C1', 'A1', 'A2'],
    ])
  })

  it.each([
    ['R4', [clock('R4', 'met')], 'kept', 'kept in time'],
    ['R4', [clock('R4', 'met_late', undefined, 'No safe number')], 'kept_late', 'kept after its time'],
    ['R4', [clock('R4', 'running', '2026-11-27T23:59:59Z')], 'overdue', 'its time has passed'],
    ['R4', [clock('R4', 'running')], 'to_do', 'there is time left'],
    ['R4', [clock('R4', 'met'), clock('R4', 'running')], 'to_do', 'a further report needs a contact of its own'],
    ['R4', [clock('R4', 'exception')], 'not_applicable', 'an exception was recorded'],
    ['R3', [clock('R3', 'cancelled')], 'not_applicable', 'a serious case has the shorter time'],
    ['R8', [clock('R8a', 'met'), clock('R8b', 'running', '2026-11-29T12:00:00Z')], 'overdue', 'the worse of two'],
    ['R8', [], 'not_applicable', 'nothing to repair'],
    ['I2', [clock('I2', 'met'), clock('I2', 'met_late')], 'kept_late', 'one of two referrals was late'],
    ['I2', [], 'not_applicable', 'no referral was decided'],
    ['V6', [clock('V6', 'running', '2026-11-29T23:59:59Z')], 'overdue', 'its clock runs, page or not'],
  ] as const)('%s with clocks %j is %s: %s', (clause, clocks, state, _why) => {
    expect(stateOf(clause, { clocks }).state).toBe(state)
  })

  it('R4: shows the contact that stopped the clock, which proves nothing where no clock ran', () => {
    const events = [event('client-contacted')]
    expect(stateOf('R4', { events, clocks: [clock('R4', 'met')] })).toMatchObject({ state: 'kept', proofs: events })
    const calm = stateOf('R4', { events }, { ...FACTS, serious: false })
    expect(calm).toMatchObject({ state: 'not_applicable', proofs: [] })
  })

  it('V5: a pack for a witness is not the client’s', () => {
    const given = ['diary', 'pen', 'contacts', 'publicity', 'standards']
    const events = [event('support-pack-given', { recipient: 'witness', given, declined: [] })]
    expect(stateOf('V5', { events }).state).toBe('to_do')
  })

  it('says the reason for what was late', () => {
    const { why } = stateOf('R4', { clocks: [clock('R4', 'met_late', undefined, 'No safe number')] })
    expect(why).toContain('Reason: No safe number')
  })

  it('I4: a signed plan is kept only when the client has the acknowledgement in time', () => {
    const events = [event('plan-signed'), event('plan-agreed', {}, 2)]
    expect(stateOf('I4', { events, clocks: [clock('I4b', 'running')] }).state).toBe('to_do')
    expect(stateOf('I4', { events, clocks: [clock('I4b', 'running', '2026-11-29T23:59:59Z')] }).state).toBe('overdue')
    expect(stateOf('I4', { events, clocks: [clock('I4b', 'met')] }).state).toBe('kept')
    expect(stateOf('I4', { events: [event('plan-signed')] }).state, 'one signature').toBe('to_do')
  })

  it('G7: four options of five, one of them answered twice, are not all options', () => {
    expect(stateOf('G7', { events: [...OPTIONS.slice(1), ...OPTIONS.slice(1, 2)] }).state).toBe('to_do')
  })

  it('G5, G6: do not apply to a client without such needs', () => {
    const facts = { ...FACTS, needsLanguage: false, needsFormat: false }
    expect([stateOf('G5', {}, facts).state, stateOf('G6', {}, facts).state]).toEqual([
      'not_applicable',
      'not_applicable',
    ])
  })

  it('R2: an anonymous report owes no contact, interview or plan', () => {
    const facts = { ...FACTS, contactability: 'anonymous' as const }
    for (const clause of ['R3', 'R4', 'R5', 'I1', 'I3', 'I4', 'G4', 'G7', 'G10', 'A1'] as const) {
      expect(stateOf(clause, {}, facts), clause).toMatchObject({ state: 'not_applicable' })
    }
  })

  it('a reporting centre refers on: interview and plan are the receiver’s, but what it did is still shown', () => {
    const facts = { ...FACTS, agencyRefersOn: true }
    expect(stateOf('I1', {}, facts).state).toBe('not_applicable')
    expect(stateOf('I1', { events: [event('interview-held')] }, facts).state).toBe('kept')
  })

  it('an unrelated event changes nothing', () => {
    const kinds = PROVING_KINDS
    const related = fc.array(fc.constantFrom(...kinds).map((kind) => event(kind)))
    const unrelated = fc.constantFrom(...(Object.keys(EVENTS) as CaseEventKind[]).filter(isOther))
    fc.assert(
      fc.property(related, unrelated, fc.nat(20), (events, kind, at) => {
        const more = events.toSpliced(at, 0, event(kind))
        const judged = (all: ProvingEvent[]) => caseStandard({ facts: FACTS, events: all, clocks: [] }, NOW)
        expect(judged(more)).toEqual(judged(events))
      }),
    )
  })

  it('a further event never takes a kept clause back', () => {
    const kinds = PROVING_KINDS
    const events = fc.array(fc.constantFrom(...kinds).map((kind) => event(kind)))
    fc.assert(
      fc.property(events, fc.constantFrom(...kinds), (before, kind) => {
        const kept = (all: ProvingEvent[]) =>
          caseStandard({ facts: FACTS, events: all, clocks: [] }, NOW)
            .filter(({ state }) => state === 'kept')
            .map(({ clause }) => clause)
        expect(kept([...before, event(kind)])).toEqual(expect.arrayContaining(kept(before)))
      }),
    )
  })
})
