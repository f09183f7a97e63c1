import { describe, expect, test } from 'vitest'
import type { Consent } from './consent.ts'
import { type ConsentTaken, checkConsent, consentProblems, decideWithdrawal } from './consent-taking.ts'

const now = new Date('2026-11-23T09:00:00Z')

const taken: ConsentTaken = {
  decision: 'agreed',
  purposes: ['support'],
  categories: ['name', 'safe_contact'],
  withoutName: false,
  grantor: 'client',
  capacity: 'presumed',
  capacityNote: '',
  givenAt: now,
}

test('names all that is wrong with an answer, for a form that shows all of it at once', () => {
  const wrong: ConsentTaken = { ...taken, purposes: [], categories: [], capacity: 'confirmed', capacityNote: ' ' }
  expect(consentProblems(wrong, now).map(({ kind }) => kind)).toEqual([
    'no-purposes',
    'no-categories',
    'capacity-note-missing',
  ])
})

describe('checkConsent', () => {
  const rows: { why: string; change: Partial<ConsentTaken>; kind: string | null }[] = [
    { why: 'an agreement that names purpose and data', change: {}, kind: null },
    { why: 'an agreement to nothing in particular', change: { purposes: [] }, kind: 'no-purposes' },
    { why: 'an agreement that names no data', change: { categories: [] }, kind: 'no-categories' },
    { why: 'a number without a name', change: { categories: ['safe_contact'] }, kind: 'name-left-out' },
    {
      why: 'a number without a name, which the client chose',
      change: { categories: ['safe_contact'], withoutName: true },
      kind: null,
    },
    { why: 'no way to be reached, and no name', change: { categories: ['risk'] }, kind: null },
    {
      why: 'a no to a number without a name',
      change: { decision: 'refused', categories: ['safe_contact'] },
      kind: null,
    },
    { why: 'a no, which need name nothing', change: { decision: 'refused', purposes: [], categories: [] }, kind: null },
    {
      why: 'not now, which need name nothing',
      change: { decision: 'not_now', purposes: [], categories: [] },
      kind: null,
    },
    { why: 'a doubt about capacity without a word', change: { capacity: 'confirmed' }, kind: 'capacity-note-missing' },
    {
      why: 'a doubt with who decided',
      change: { capacity: 'confirmed', capacityNote: 'Dr Osei, 20 November' },
      kind: null,
    },
    {
      why: 'a deputy for somebody who can decide',
      change: { grantor: 'deputy' },
      kind: 'grantor-needs-capacity-decided-for',
    },
    { why: 'a parent for a child', change: { grantor: 'parent' }, kind: null },
    { why: 'tomorrow’s agreement', change: { givenAt: new Date('2026-11-24T09:00:00Z') }, kind: 'given-in-the-future' },
  ]
  test.each(rows)('$why: $kind', ({ change, kind }) => {
    const answer = checkConsent({ ...taken, ...change }, now)
    expect(answer.ok ? null : answer.refusal.kind).toBe(kind)
  })
})

describe('decideWithdrawal', () => {
  const consent: Consent = {
    consentId: 'c-1',
    recipientAgencyId: 'beacon',
    decision: 'agreed',
    purposes: ['support'],
    categories: ['safe_contact'],
    givenAt: new Date('2026-11-10T10:00:00Z'),
    reviewOn: '2027-05-10',
    withdrawnAt: null,
    recordedAt: new Date('2026-11-10T10:00:00Z'),
  }

  test('works at once and asks for no reason, only for how it was said', () => {
    expect(decideWithdrawal(consent, 'by phone', now)).toEqual({ ok: true, value: { withdrawnAt: now } })
    expect(decideWithdrawal(consent, ' ', now)).toEqual({ ok: false, refusal: { kind: 'how-missing' } })
  })

  test('works past the review day too', () => {
    expect(decideWithdrawal({ ...consent, reviewOn: '2026-01-01' }, 'by phone', now).ok).toBe(true)
  })

  test('is not for a consent that was refused, nor twice', () => {
    expect(decideWithdrawal({ ...consent, decision: 'refused' }, 'by phone', now)).toMatchObject({
      refusal: { kind: 'was-never-agreed' },
    })
    expect(decideWithdrawal({ ...consent, withdrawnAt: now }, 'by phone', now)).toMatchObject({
      refusal: { kind: 'already-withdrawn', withdrawnAt: now },
    })
  })
})
