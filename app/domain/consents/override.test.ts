import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Actor } from '../partnership/actor.ts'
import {
  checkOverrideDecision,
  checkOverrideRequest,
  isCoveredByOverride,
  type Override,
  type OverrideRequest,
  overrideProblems,
  overrideStateOf,
  type Sharing,
} from './override.ts'

const request: OverrideRequest = {
  recipientAgencyId: 'beacon',
  purpose: 'support',
  withoutName: true,
  categories: ['safe_contact', 'risk'],
  ground: 'adult_safeguarding',
  whyNoConsent: 'unsafe_to_ask',
  necessity: 'He is alone with the people who threaten him.',
  clientTold: false,
  notToldReason: 'They read his messages.',
}

const asked: Override = {
  overrideId: 'o-1',
  agencyId: 'harthill',
  recipientAgencyId: 'beacon',
  purpose: 'support',
  categories: ['safe_contact', 'risk'],
  whyNoConsent: 'not_reached_in_time',
  decision: 'asked',
  requestedBy: 'priya',
  decidedBy: null,
  decidedAt: null,
  usedAt: null,
}

const maria: Actor = { staffId: 'maria', agencyId: 'harthill', role: 'manager' }
const yes = { decision: 'authorised', note: '' } as const

describe('askOverride', () => {
  const rows: { why: string; change: Partial<OverrideRequest>; kind: string | null }[] = [
    { why: 'complete', change: {}, kind: null },
    { why: 'the client knows, which needs no reason', change: { clientTold: true, notToldReason: '' }, kind: null },
    { why: 'why it is necessary is missing', change: { necessity: ' ' }, kind: 'necessity-missing' },
    { why: 'no data are named', change: { categories: [] }, kind: 'no-categories' },
    { why: 'nothing goes without safe contact', change: { categories: ['risk'] }, kind: 'safe-contact-left-out' },
    {
      why: 'the client was not told and nobody says why',
      change: { notToldReason: '' },
      kind: 'why-client-not-told-missing',
    },
  ]
  test.each(rows)('$why: $kind', ({ change, kind }) => {
    const answer = checkOverrideRequest({ ...request, ...change })
    expect(answer.ok ? null : answer.refusal.kind).toBe(kind)
  })

  test('names everything that is wrong at once, and judges no part that is left out', () => {
    const wrong = { ...request, necessity: ' ', categories: [], clientTold: false, notToldReason: '' }
    expect(overrideProblems(wrong).map(({ kind }) => kind)).toEqual([
      'necessity-missing',
      'no-categories',
      'why-client-not-told-missing',
    ])
    expect(overrideProblems({})).toEqual([])
  })
})

describe('decideOverride', () => {
  test('I2: another person who is a manager of the agency authorises', () => {
    expect(checkOverrideDecision(asked, maria, yes)).toEqual({ ok: true, value: { decision: 'authorised' } })
  })

  const rows: { why: string; override?: Partial<Override>; actor?: Partial<Actor>; note?: string; kind: string }[] = [
    {
      why: 'I2: nobody authorises what they asked for, manager or not',
      override: { requestedBy: 'maria' },
      kind: 'own-request',
    },
    { why: 'a case worker does not authorise', actor: { role: 'case_worker' }, kind: 'not-a-manager' },
    { why: 'a manager of another agency does not', actor: { agencyId: 'northgate' }, kind: 'other-agency' },
    { why: 'it is decided once', override: { decision: 'refused' }, kind: 'already-decided' },
    { why: 'an authorised one is not authorised again', override: { decision: 'authorised' }, kind: 'already-decided' },
  ]
  test.each(rows)('$why', ({ override, actor, kind }) => {
    const answer = checkOverrideDecision({ ...asked, ...override }, { ...maria, ...actor }, yes)
    expect(answer).toMatchObject({ ok: false, refusal: { kind } })
  })

  test('a refusal owes the person who asked a reason', () => {
    expect(checkOverrideDecision(asked, maria, { decision: 'refused', note: ' ' })).toMatchObject({
      refusal: { kind: 'reason-missing' },
    })
    expect(checkOverrideDecision(asked, maria, { decision: 'refused', note: 'Ask him first' }).ok).toBe(true)
  })

  const roles: Actor['role'][] = [
    'case_worker',
    'manager',
    'coordinator',
    'cohesion_officer',
    'administrator',
    'sign_in',
    'system',
  ]
  const actors = fc.record({
    staffId: fc.constantFrom('priya', 'maria', 'jo'),
    agencyId: fc.constantFrom('harthill', 'northgate'),
    role: fc.constantFrom(...roles),
  })

  test('whoever decides, it was another manager of the same agency', () => {
    fc.assert(
      fc.property(actors, actors, (asker, decider) => {
        const answer = checkOverrideDecision({ ...asked, requestedBy: asker.staffId }, decider, yes)
        const mayDecide =
          decider.role === 'manager' && decider.agencyId === 'harthill' && decider.staffId !== asker.staffId
        expect(answer.ok).toBe(mayDecide)
      }),
    )
  })
})

describe('isCoveredByOverride', () => {
  const now = new Date('2026-11-23T09:00:00Z')
  const ready: Override = { ...asked, decision: 'authorised', decidedBy: 'maria', decidedAt: now }
  const sharing: Sharing = { recipientAgencyId: 'beacon', purpose: 'support', categories: ['safe_contact'] }

  const rows: { why: string; override?: Partial<Override>; sharing?: Partial<Sharing>; covers: boolean }[] = [
    { why: 'authorised, unused, and for these data', covers: true },
    { why: 'used once already', override: { usedAt: now }, covers: false },
    { why: 'only asked for', override: { decision: 'asked', decidedBy: null }, covers: false },
    { why: 'refused', override: { decision: 'refused' }, covers: false },
    { why: 'authorised by the person who asked', override: { decidedBy: 'priya' }, covers: false },
    { why: 'authorised by nobody', override: { decidedBy: null }, covers: false },
    { why: 'for another agency', sharing: { recipientAgencyId: 'unity' }, covers: false },
    { why: 'for another purpose', sharing: { purpose: 'enforcement' }, covers: false },
    { why: 'for data that nobody authorised', sharing: { categories: ['safe_contact', 'strand'] }, covers: false },
    { why: 'authorised nearly a week ago', override: { decidedAt: new Date('2026-11-16T09:00:01Z') }, covers: true },
    { why: 'authorised a week ago', override: { decidedAt: new Date('2026-11-16T09:00:00Z') }, covers: false },
    { why: 'for nothing', sharing: { categories: [] }, covers: false },
  ]
  test.each(rows)('$why: $covers', (row) => {
    expect(isCoveredByOverride({ ...ready, ...row.override }, { ...sharing, ...row.sharing }, now)).toBe(row.covers)
  })
})

describe('overrideStateOf', () => {
  const now = new Date('2026-11-23T09:00:00Z')
  const decidedAt = new Date(now.getTime() - 6 * 86_400_000)
  test.each<{ why: string; decision: Override['decision']; at: Date | null; usedAt?: Date; state: string }>([
    { why: 'no manager has decided', decision: 'asked', at: null, state: 'waiting' },
    { why: 'a manager said no', decision: 'refused', at: decidedAt, state: 'refused' },
    { why: 'a manager said yes this week', decision: 'authorised', at: decidedAt, state: 'authorised' },
    { why: 'it was sent', decision: 'authorised', at: decidedAt, usedAt: now, state: 'used' },
    {
      why: 'a week has passed',
      decision: 'authorised',
      at: new Date(now.getTime() - 7 * 86_400_000),
      state: 'lapsed',
    },
  ])('is $state: $why', ({ decision, at, usedAt = null, state }) => {
    expect(overrideStateOf({ decision, decidedAt: at, usedAt }, now)).toBe(state)
  })
})
