import { assert, constantFrom, property, record, string } from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { toDay } from '../time/calendar-day.ts'
import { checkCarriedOut } from './carry-out.ts'
import {
  checkAnswerBack,
  checkDecision,
  checkScope,
  DECISION_KINDS,
  type Decision,
  type DecisionKind,
  type DecisionRequest,
  type MadeDecision,
  requestInWords,
} from './decision-request.ts'

const ASKED: DecisionRequest = { agencyId: 'here', kind: 'rehousing', decision: 'asked', requestedBy: 'ada' }
const MANAGER = { agencyId: 'here', staffId: 'ruth', role: 'manager' } as const
const YES = { decision: 'yes', note: '' } as const

describe('a decision of a manager', () => {
  it.each([
    { why: 'another manager says yes', request: ASKED, by: MANAGER, made: YES, refusal: null },
    {
      why: 'the person who asked',
      request: ASKED,
      by: { ...MANAGER, staffId: 'ada' },
      made: YES,
      refusal: 'own-request',
    },
    {
      why: 'a case worker',
      request: ASKED,
      by: { ...MANAGER, role: 'case_worker' },
      made: YES,
      refusal: 'not-a-manager',
    },
    {
      why: 'another agency',
      request: ASKED,
      by: { ...MANAGER, agencyId: 'there' },
      made: YES,
      refusal: 'other-agency',
    },
    {
      why: 'a no without its reason',
      request: ASKED,
      by: MANAGER,
      made: { decision: 'no', note: ' ' },
      refusal: 'note-missing',
    },
    {
      why: 'asking back without a question',
      request: ASKED,
      by: MANAGER,
      made: { decision: 'asked_back', note: '' },
      refusal: 'note-missing',
    },
    {
      why: 'decided already',
      request: { ...ASKED, decision: 'no' },
      by: MANAGER,
      made: YES,
      refusal: 'already-decided',
    },
  ] as const)('$why: $refusal', ({ request, by, made, refusal }) => {
    const checked = checkDecision(request, by, made)
    expect(checked.ok ? null : checked.refusal.kind).toBe(refusal)
  })

  test('G7d, G7e: is never made on one’s own request, whatever the role, the kind and the words', () => {
    assert(
      property(
        record({
          kind: constantFrom(...(Object.keys(DECISION_KINDS) as DecisionKind[])),
          role: constantFrom('manager' as const, 'case_worker' as const, 'administrator' as const),
          decision: constantFrom<MadeDecision>('yes', 'no', 'asked_back'),
          note: string(),
        }),
        ({ kind, role, decision, note }) => {
          const asker = { agencyId: 'here', staffId: 'ada', role }
          expect(checkDecision({ ...ASKED, kind }, asker, { decision, note }).ok).toBe(false)
        },
      ),
    )
  })
})

test('only the person who asked answers a question, because anyone else could decide on it afterwards', () => {
  const back = { ...ASKED, decision: 'asked_back' as Decision }
  expect(checkAnswerBack(back, { staffId: 'ada' }).ok).toBe(true)
  expect(checkAnswerBack(back, { staffId: 'ruth' })).toMatchObject({ refusal: { kind: 'not-the-asker' } })
  expect(checkAnswerBack(ASKED, { staffId: 'ada' })).toMatchObject({ refusal: { kind: 'not-asked-back' } })
})

test('a kind with a choice needs one of its own words, and one without has none', () => {
  expect(checkScope('rehousing', '')).toMatchObject({ refusal: { kind: 'scope-missing' } })
  expect(checkScope('rehousing', 'medium')).toMatchObject({ refusal: { kind: 'scope-unknown' } })
  expect(checkScope('rehousing', 'constructor')).toMatchObject({ refusal: { kind: 'scope-unknown' } })
  expect(checkScope('storage', 'temporary')).toEqual({ ok: true, value: '' })
  expect(requestInWords('lower_risk', 'medium')).toBe('Lower the risk level to medium')
})

describe('what a manager said yes to', () => {
  const none = { rehousedOn: null, storedFrom: null, storedTo: null, storedWhere: '' }
  const [day, later] = [toDay('2026-11-23'), toDay('2026-12-01')]
  it.each([
    { clause: 'G7d', kind: 'rehousing', decision: 'yes', dates: { ...none, rehousedOn: day }, refusal: null },
    {
      clause: 'G7d',
      kind: 'rehousing',
      decision: 'asked',
      dates: { ...none, rehousedOn: day },
      refusal: 'not-authorised',
    },
    {
      clause: 'G7d',
      kind: 'rehousing',
      decision: 'no',
      dates: { ...none, rehousedOn: day },
      refusal: 'not-authorised',
    },
    {
      clause: 'G7d',
      kind: 'rehousing',
      decision: 'yes',
      dates: { ...none, storedFrom: day },
      refusal: 'rehoused-on-missing',
    },
    {
      clause: 'G7e',
      kind: 'storage',
      decision: 'yes',
      dates: { ...none, storedFrom: day, storedTo: later, storedWhere: 'A unit' },
      refusal: null,
    },
    {
      clause: 'G7e',
      kind: 'storage',
      decision: 'yes',
      dates: { ...none, storedFrom: later, storedTo: day, storedWhere: 'A unit' },
      refusal: 'stored-to-before-from',
    },
    {
      clause: 'G7e',
      kind: 'storage',
      decision: 'yes',
      dates: { ...none, storedFrom: day },
      refusal: 'stored-where-missing',
    },
    { clause: 'G7e', kind: 'storage', decision: 'yes', dates: none, refusal: 'stored-from-missing' },
    {
      clause: 'G4',
      kind: 'lower_risk',
      decision: 'yes',
      dates: { ...none, rehousedOn: day },
      refusal: 'nothing-to-carry-out',
    },
  ] as const)('$clause: $kind after $decision: $refusal', ({ kind, decision, dates, refusal }) => {
    const checked = checkCarriedOut({ kind, decision }, dates)
    expect(checked.ok ? null : checked.refusal.kind).toBe(refusal)
  })
})
