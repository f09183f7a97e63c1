import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { londonDayOf } from '../time/calendar-day.ts'
import { type Consent, categoriesAllowed, consentStateOf, findCoveringConsent, gate, reviewDayOf } from './consent.ts'
import { CONSENT_PURPOSE_IDS } from './consent-purpose.ts'
import { DATA_CATEGORY_IDS } from './data-category.ts'
import type { Override, Sharing } from './override.ts'

const now = new Date('2026-11-23T09:00:00Z')
const day = (date: number) => new Date(Date.UTC(2026, 10, date, 10))

const agreed: Consent = {
  consentId: 'c-1',
  recipientAgencyId: 'beacon',
  decision: 'agreed',
  purposes: ['support'],
  categories: ['name', 'date_of_birth', 'address', 'safe_contact', 'incident_details'],
  givenAt: day(10),
  reviewOn: '2027-05-10',
  withdrawnAt: null,
  recordedAt: day(10),
}

const sharing: Sharing = {
  recipientAgencyId: 'beacon',
  purpose: 'support',
  categories: ['name', 'date_of_birth', 'address', 'safe_contact', 'incident_details'],
}

const override: Override = {
  overrideId: 'o-1',
  agencyId: 'harthill',
  recipientAgencyId: 'beacon',
  purpose: 'support',
  categories: ['safe_contact', 'risk'],
  whyNoConsent: 'not_reached_in_time',
  decision: 'authorised',
  requestedBy: 'priya',
  decidedBy: 'maria',
  decidedAt: day(22),
  usedAt: null,
}

const asked = (consents: Consent[], wanted: Sharing = sharing, overrides: Override[] = []) =>
  gate(wanted, { consents, overrides }, now)

describe('consentStateOf', () => {
  const rows = [
    { why: 'agreed and in time', consent: agreed, is: 'active' },
    { why: 'on its review day it still holds', consent: { ...agreed, reviewOn: '2026-11-23' }, is: 'active' },
    { why: 'the day after, it must be confirmed', consent: { ...agreed, reviewOn: '2026-11-22' }, is: 'review_due' },
    {
      why: 'withdrawn, even when it is also past review',
      consent: { ...agreed, reviewOn: '2026-01-01', withdrawnAt: day(12) },
      is: 'withdrawn',
    },
    { why: 'refused', consent: { ...agreed, decision: 'refused' as const }, is: 'refused' },
    { why: 'not now', consent: { ...agreed, decision: 'not_now' as const }, is: 'not_now' },
  ]
  test.each(rows)('$why: $is', ({ consent, is }) => {
    expect(consentStateOf(consent, now)).toBe(is)
  })
})

describe('reviewDayOf', () => {
  test('is six months after the day it was given, at the end of a shorter month', () => {
    expect(reviewDayOf(new Date('2026-08-31T10:00:00Z'), ['support'])).toBe('2027-02-28')
  })
})

describe('gate', () => {
  test('I2: lets a sharing pass by the consent that covers all of it', () => {
    expect(asked([agreed])).toMatchObject({ ok: true, value: { basis: 'consent', consentId: 'c-1' } })
  })

  const risk = { ...sharing, categories: [...sharing.categories, 'risk' as const] }
  const part = { ...agreed, consentId: 'c-2', categories: ['safe_contact', 'risk'] }
  const rows = [
    { why: 'nobody has asked', consents: [], wanted: sharing, because: 'never_asked', categories: sharing.categories },
    {
      why: 'the consent is for another agency',
      consents: [{ ...agreed, recipientAgencyId: 'unity' }],
      wanted: sharing,
      because: 'never_asked',
      categories: sharing.categories,
    },
    {
      why: 'the consent is for another purpose',
      consents: [agreed],
      wanted: { ...sharing, purpose: 'rehousing' as const },
      because: 'never_asked',
      categories: sharing.categories,
    },
    {
      why: 'one category more than agreed',
      consents: [agreed],
      wanted: risk,
      because: 'not_all_categories',
      categories: ['risk'],
    },
    {
      why: 'each agreed, but never together',
      consents: [agreed, part],
      wanted: risk,
      because: 'not_in_one',
      categories: risk.categories,
    },
    {
      why: 'the client said no',
      consents: [{ ...agreed, decision: 'refused' as const }],
      wanted: sharing,
      because: 'refused',
      categories: sharing.categories,
    },
    {
      why: 'the client said not now',
      consents: [{ ...agreed, decision: 'not_now' as const }],
      wanted: sharing,
      because: 'not_now',
      categories: sharing.categories,
    },
    {
      why: 'the client took it back',
      consents: [{ ...agreed, withdrawnAt: day(20) }],
      wanted: sharing,
      because: 'withdrawn',
      categories: sharing.categories,
    },
    {
      why: 'past its review day',
      consents: [{ ...agreed, reviewOn: '2026-11-22' }],
      wanted: sharing,
      because: 'review_due',
      categories: sharing.categories,
    },
  ]
  test.each(rows)('I2: says which consent is missing when $why', ({ consents, wanted, because, categories }) => {
    expect(asked(consents, wanted)).toEqual({
      ok: false,
      refusal: { kind: 'consent-missing', recipientAgencyId: 'beacon', purpose: wanted.purpose, because, categories },
    })
  })

  test('what the client said last counts: a later no to part of it stands against an earlier yes', () => {
    const no = {
      ...agreed,
      consentId: 'c-2',
      decision: 'refused' as const,
      categories: ['incident_details'],
      givenAt: day(15),
    }
    expect(asked([agreed, no])).toMatchObject({ refusal: { because: 'refused', categories: ['incident_details'] } })
    expect(asked([agreed, no], { ...sharing, categories: ['safe_contact'] }).ok).toBe(true)
    expect(asked([{ ...agreed, givenAt: day(16) }, no]).ok).toBe(true)
  })

  test('taking back the newer of two agreements does not bring the older one to life', () => {
    const newer = { ...agreed, consentId: 'c-2', givenAt: day(15), withdrawnAt: day(20) }
    expect(asked([agreed, newer])).toMatchObject({ refusal: { because: 'withdrawn' } })
    expect(asked([agreed, newer, { ...agreed, consentId: 'c-3', givenAt: day(21) }])).toMatchObject({
      value: { consentId: 'c-3' },
    })
  })

  test('a no that names nothing is a no to everything for that agency, and for no other', () => {
    const no = {
      ...agreed,
      consentId: 'c-2',
      decision: 'refused' as const,
      purposes: [],
      categories: [],
      givenAt: day(15),
    }
    expect(asked([agreed, no])).toMatchObject({ refusal: { because: 'refused' } })
    expect(asked([agreed, { ...no, recipientAgencyId: 'unity' }]).ok).toBe(true)
  })

  test('of an agreement taken back in part, the rest is allowed, beside what was agreed since', () => {
    const part = { ...agreed, consentId: 'c-2', categories: ['safe_contact'], givenAt: day(11), withdrawnAt: day(12) }
    const since = { ...agreed, consentId: 'c-3', categories: ['safe_contact'], givenAt: day(13) }
    expect(categoriesAllowed([agreed, part, since], sharing, now)).toEqual([
      'name',
      'date_of_birth',
      'address',
      'incident_details',
    ])
  })

  test('a sharing of nothing passes by no consent and no override', () => {
    expect(asked([agreed], { ...sharing, categories: [] }, [override]).ok).toBe(false)
  })

  test('I2: without consent, an authorised override that was not used yet lets exactly its data pass', () => {
    const urgent: Sharing = { ...sharing, categories: ['safe_contact', 'risk'] }
    expect(asked([], urgent, [override])).toEqual({
      ok: true,
      value: { basis: 'override', overrideId: 'o-1', categories: ['safe_contact', 'risk'] },
    })
    expect(asked([], urgent, [{ ...override, usedAt: now }]).ok).toBe(false)
    expect(asked([], sharing, [override]).ok).toBe(false)
  })

  test.each<{ why: string; said: Partial<Consent>; authorised?: Partial<Override>; stands: boolean }>([
    { why: 'nothing new was said', said: {}, stands: true },
    { why: 'the client was reached and said no', said: { decision: 'refused', recordedAt: day(23) }, stands: false },
    { why: 'not now is an answer too', said: { decision: 'not_now', recordedAt: day(23) }, stands: false },
    {
      why: 'a yes was taken back after it',
      said: { purposes: ['support'], recordedAt: day(21), withdrawnAt: day(23) },
      stands: false,
    },
    {
      why: 'a yes given after it and taken back',
      said: { recordedAt: day(23), withdrawnAt: day(23) },
      authorised: { whyNoConsent: 'refused' },
      stands: false,
    },
    {
      why: 'who had said no says it again',
      said: { decision: 'refused', recordedAt: day(23) },
      authorised: { whyNoConsent: 'refused' },
      stands: true,
    },
    {
      why: 'said before it and written down after it',
      said: { decision: 'refused', givenAt: day(20), recordedAt: day(23) },
      stands: false,
    },
    {
      why: 'said of another agency',
      said: { decision: 'refused', recipientAgencyId: 'unity', recordedAt: day(23) },
      stands: true,
    },
  ])('I2: what a manager authorised stands while nobody heard anything new from the client: $why', (row) => {
    const urgent: Sharing = { ...sharing, categories: ['safe_contact', 'risk'] }
    const spoken = { ...agreed, categories: ['safe_contact'], ...row.said }
    expect(asked([spoken], urgent, [{ ...override, ...row.authorised }]).ok).toBe(row.stands)
  })

  test('uses a consent before it uses up an override', () => {
    const wide = { ...override, categories: [...DATA_CATEGORY_IDS] }
    expect(asked([agreed], sharing, [wide])).toMatchObject({ value: { basis: 'consent' } })
  })
})

const AGENCIES = ['beacon', 'unity']
const PEOPLE = ['priya', 'maria']
const instant = fc.integer({ min: -400, max: 0 }).map((days) => new Date(now.getTime() + days * 86_400_000))

const lately = fc.integer({ min: -6, max: 0 }).map((days) => new Date(now.getTime() + days * 86_400_000))

const anyConsent: fc.Arbitrary<Consent> = fc.record({
  consentId: fc.uuid(),
  recipientAgencyId: fc.constantFrom(...AGENCIES),
  decision: fc.constantFrom('agreed', 'agreed', 'agreed', 'refused', 'not_now'),
  purposes: fc.subarray(CONSENT_PURPOSE_IDS.slice(0, 2)),
  categories: fc.subarray(DATA_CATEGORY_IDS),
  whyNoConsent: fc.constantFrom('refused', 'not_reached_in_time'),
  givenAt: instant,
  reviewOn: fc.integer({ min: -30, max: 200 }).map((days) => londonDayOf(new Date(now.getTime() + days * 86_400_000))),
  withdrawnAt: fc.option(instant, { freq: 2 }),
  recordedAt: instant,
})

const anySharing: fc.Arbitrary<Sharing> = fc.record({
  recipientAgencyId: fc.constantFrom(...AGENCIES),
  purpose: fc.constantFrom(...CONSENT_PURPOSE_IDS.slice(0, 2)),
  categories: fc.subarray(DATA_CATEGORY_IDS, { maxLength: 3 }),
})

const anyOverride: fc.Arbitrary<Override> = fc.record({
  overrideId: fc.uuid(),
  agencyId: fc.constant('harthill'),
  recipientAgencyId: fc.constantFrom(...AGENCIES),
  purpose: fc.constantFrom(...CONSENT_PURPOSE_IDS.slice(0, 2)),
  categories: fc.subarray(DATA_CATEGORY_IDS),
  whyNoConsent: fc.constantFrom('refused', 'not_reached_in_time'),
  decision: fc.constantFrom('authorised', 'authorised', 'asked', 'refused'),
  requestedBy: fc.constantFrom(...PEOPLE),
  decidedBy: fc.constantFrom(...PEOPLE, null),
  decidedAt: fc.option(fc.oneof({ weight: 9, arbitrary: lately }, { weight: 1, arbitrary: instant }), { freq: 9 }),
  usedAt: fc.option(fc.date({ noInvalidDate: true }), { freq: 2 }),
})

/** Calculated again in another way: somebody spoke of it after the manager did. */
function overtaken({ decidedAt, recipientAgencyId, purpose, categories, whyNoConsent }: Override, said: Consent[]) {
  const later = said.filter(
    (one) =>
      one.recipientAgencyId === recipientAgencyId &&
      (one.purposes.length === 0 || one.purposes.includes(purpose)) &&
      (one.categories.length === 0 || one.categories.some((id) => categories.some((each) => each === id))) &&
      Math.max(one.recordedAt.getTime(), one.withdrawnAt?.getTime() ?? 0) > (decidedAt?.getTime() ?? 0),
  )
  return (whyNoConsent === 'refused' ? later.filter(({ decision }) => decision === 'agreed') : later).length > 0
}

describe('whatever consents and overrides a case holds', () => {
  let byConsent = 0
  let byOverride = 0

  test('nothing passes but by a live consent, or an unused override of two people, for every category', () => {
    fc.assert(
      fc.property(
        fc.array(anyConsent, { maxLength: 6 }),
        fc.array(anyOverride, { maxLength: 4 }),
        anySharing,
        (consents, overrides, wanted) => {
          const answer = gate(wanted, { consents, overrides }, now)
          if (!answer.ok) {
            expect(answer.refusal.categories.filter((category) => !wanted.categories.includes(category))).toEqual([])
            return
          }
          const pass = answer.value
          const ground =
            pass.basis === 'consent'
              ? consents.find((consent) => consent.consentId === pass.consentId)
              : overrides.find((candidate) => candidate.overrideId === pass.overrideId)
          expect(ground?.recipientAgencyId).toBe(wanted.recipientAgencyId)
          expect(wanted.categories.length).toBeGreaterThan(0)
          expect(wanted.categories.filter((category) => !ground?.categories.includes(category))).toEqual([])
          if (ground && 'consentId' in ground) {
            byConsent += 1
            expect(ground).toMatchObject({ decision: 'agreed', withdrawnAt: null })
            expect(ground.purposes).toContain(wanted.purpose)
            expect(ground.reviewOn >= londonDayOf(now)).toBe(true)
          } else if (ground) {
            byOverride += 1
            expect(ground).toMatchObject({ decision: 'authorised', usedAt: null, purpose: wanted.purpose })
            expect(ground.decidedBy).not.toBe(ground.requestedBy)
            expect(overtaken(ground, consents)).toBe(false)
          }
        },
      ),
      { numRuns: 8_000 },
    )
    expect(byConsent).toBeGreaterThan(20)
    expect(byOverride).toBeGreaterThan(20)
  })

  test('a no or a withdrawal said last ends every sharing of what it names', () => {
    fc.assert(
      fc.property(
        fc.array(anyConsent, { maxLength: 6 }),
        anySharing,
        fc.constantFrom('refused', 'not_now', 'withdrawn'),
        (consents, wanted, no) => {
          const last: Consent =
            no === 'withdrawn'
              ? { ...agreed, ...wanted, purposes: [wanted.purpose], givenAt: day(1), withdrawnAt: now }
              : { ...agreed, ...wanted, purposes: [wanted.purpose], decision: no, givenAt: now }
          expect(findCoveringConsent([...consents, last], wanted, now)).toBeNull()
        },
      ),
      { numRuns: 2_000 },
    )
  })

  test('what is said to be allowed passes the gate, and one category more does not', () => {
    fc.assert(
      fc.property(fc.array(anyConsent, { maxLength: 6 }), anySharing, (consents, wanted) => {
        const allowed = categoriesAllowed(consents, wanted, now)
        const passes = (categories: Sharing['categories']) =>
          findCoveringConsent(consents, { ...wanted, categories }, now) !== null
        expect(passes(allowed)).toBe(allowed.length > 0)
        const more = DATA_CATEGORY_IDS.filter((id) => !allowed.includes(id))
        expect(more.filter((id) => passes([...allowed, id]))).toEqual([])
      }),
      { numRuns: 2_000 },
    )
  })
})
