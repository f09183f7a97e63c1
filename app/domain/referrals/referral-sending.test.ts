import { describe, expect, test } from 'vitest'
import { EMPTY_SAFE_CONTACT } from '../cases/safe-contact.ts'
import type { Consent } from '../consents/consent.ts'
import type { DataCategory } from '../consents/data-category.ts'
import type { CaseMaterial } from './referral-package.ts'
import { checkReferralToSend, decideSending, isSeriousShared } from './referral-sending.ts'
import { urgencyOf } from './shared-package.ts'

const now = new Date('2026-11-23T09:00:00Z')
const earlier = new Date('2026-11-20T15:00:00Z')
const CATEGORIES: DataCategory[] = ['safe_contact', 'incident_details', 'risk']

const material: CaseMaterial = {
  client: { name: 'Anca Popa', dateOfBirth: null },
  reach: {
    safeContact: {
      ...EMPTY_SAFE_CONTACT,
      phone: '07700 900123',
      safeToCall: 'yes',
      safeToVoicemail: 'no',
      safeToText: 'no',
    },
    language: 'English',
    interpreterNeeded: false,
    interpreterNote: '',
    communicationNote: '',
    communicationNeeds: [],
  },
  incident: { summary: '', wishes: '', incidents: [] },
  strand: { strands: ['race'], primaryStrand: 'race', perceivedBy: [] },
  risk: { level: 'high', factors: [], othersAtRisk: '', workerSafety: '' },
  actionPlan: null,
  evidence: null,
  equality: null,
}

const consent: Consent = {
  consentId: 'consent',
  recipientAgencyId: 'beacon',
  decision: 'agreed',
  purposes: ['support'],
  categories: CATEGORIES,
  givenAt: earlier,
  reviewOn: '2027-05-20',
  withdrawnAt: null,
  recordedAt: earlier,
}

const facts = {
  fromAgencyId: 'harthill',
  file: { stage: 'open', receivedAt: new Date('2026-11-19T10:00:00Z'), serious: true, material },
  recipient: {
    agencyId: 'beacon',
    name: 'Beacon Victim Care',
    kind: 'victim_support',
    purposes: [],
    takesReferrals: true,
  },
  open: undefined,
  sharing: { consents: [consent], overrides: [] },
}

const words = { summary: 'As she said it.', othersAtRisk: '', workerSafety: '' }
const choice = { purpose: 'support' as const, decidedAt: earlier, categories: CATEGORIES, words }

describe('checkReferral', () => {
  test('lets a referral be decided that nothing stands in the way of', () => {
    expect(checkReferralToSend(choice, facts, now)).toEqual({
      ok: true,
      value: { recipientAgencyId: 'beacon', recipientName: 'Beacon Victim Care' },
    })
  })

  const open = { referralId: 'another', reference: 'R-4F7K9M' }
  const refusals = [
    {
      why: 'an agency that does not exist',
      known: { recipient: undefined },
      refusal: { kind: 'recipient-cannot-receive' },
    },
    { why: 'a closed case', known: { file: { ...facts.file, stage: 'closed' } }, refusal: { kind: 'case-closed' } },
    {
      why: 'a decision before the report',
      known: { file: { ...facts.file, receivedAt: now } },
      refusal: { kind: 'decided-before-report' },
    },
    {
      why: 'an agency that takes none now',
      known: { recipient: { ...facts.recipient, takesReferrals: false } },
      refusal: { kind: 'recipient-takes-none', agencyName: 'Beacon Victim Care' },
    },
    { why: 'one that is open already', known: { open }, refusal: { kind: 'already-open', ...open } },
  ]
  test.each(refusals)('refuses $why', ({ known, refusal }) => {
    expect(checkReferralToSend(choice, { ...facts, ...known }, now)).toEqual({ ok: false, refusal })
  })
})

describe('decideSending', () => {
  test('says what leaves, to whom, and what allows it', () => {
    const decided = decideSending(choice, facts, now)
    expect(decided).toMatchObject({
      ok: true,
      value: {
        recipientAgencyId: 'beacon',
        ground: { basis: 'consent', consentId: 'consent' },
        override: null,
        decidedAt: earlier,
        serious: true,
        shared: { categories: CATEGORIES, clientName: '', risk: 'high' },
      },
    })
    expect(decided.ok && decided.value.shared.content.parts.incident_details?.summary).toBe('As she said it.')
  })

  test('names the agency when consent is missing', () => {
    const sharing = { consents: [], overrides: [] }
    expect(decideSending(choice, { ...facts, sharing }, now)).toMatchObject({
      ok: false,
      refusal: { kind: 'consent-missing', because: 'never_asked', agencyName: 'Beacon Victim Care' },
    })
  })

  test('refuses a package that is not safe', () => {
    const safeContact = { ...material.reach.safeContact, safeToVoicemail: null }
    const file = { ...facts.file, material: { ...material, reach: { ...material.reach, safeContact } } }
    expect(decideSending(choice, { ...facts, file }, now)).toEqual({
      ok: false,
      refusal: {
        kind: 'package-not-safe',
        problems: [{ kind: 'safety-unanswered', questions: ['safeToVoicemail'] }],
      },
    })
  })
})

test('that it was violent goes only with what happened or with the risk', () => {
  expect(isSeriousShared({ serious: true }, ['safe_contact', 'strand'])).toBe(false)
  expect(isSeriousShared({ serious: true }, ['risk'])).toBe(true)
  expect(isSeriousShared({ serious: false }, ['incident_details', 'risk'])).toBe(false)
})

test('a risk that was not shared sorts as one that nobody has assessed', () => {
  expect(urgencyOf({ risk: 'high' })).toBe(0)
  expect(urgencyOf({ risk: '' })).toBe(urgencyOf({ risk: 'not_assessed' }))
})
