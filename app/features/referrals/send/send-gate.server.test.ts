import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { asActor } from '../../../../db/as-actor.ts'
import { allowed } from '../../../../tests/support/cases.ts'
import { referralByOverride } from '../../../../tests/support/casework/overrides.ts'
import { amendedPlan } from '../../../../tests/support/casework/plans.ts'
import { addedFile } from '../../../../tests/support/files/evidence.ts'
import {
  consentInput,
  partners,
  recordedConsent,
  referableCase,
  sendInput,
} from '../../../../tests/support/referrals.ts'
import { asking, MONDAY_MORNING, openWorld } from '../../../../tests/support/world.ts'
import { DATA_CATEGORY_IDS, type DataCategory, OFFERED_CATEGORY_IDS } from '../../../domain/consents/data-category.ts'
import { buildPackage, type CaseMaterial } from '../../../domain/referrals/referral-package.ts'
import { askOverride, askOverrideInput } from '../../consents/ask-override.server.ts'
import { consentChoiceOf } from '../../consents/consent-choice.ts'
import { decideOverride } from '../../consents/decide-override.server.ts'
import { recordConsent } from '../../consents/record-consent.server.ts'
import { findCaseToRefer } from '../decide/read-case-material.server.ts'
import { readReferPage } from '../decide/read-refer-page.server.ts'
import { readReceived } from '../inbox/read-received.server.ts'
import { PackageView } from '../package/package-view.tsx'
import { withdrawConsent } from '../sent/withdraw-consent.server.ts'
import { withdrawReferral } from '../sent/withdraw-referral.server.ts'
import { sendReferral } from './send-referral.server.ts'

const world = await openWorld()
const parties = await partners(world)
const elsewhere = await world.agency({ kind: 'community_support', name: 'Open Door Voices' })
await world.staff(elsewhere)
const { worker, manager, recipient } = parties

const ALL: DataCategory[] = ['name', 'date_of_birth', 'address', 'safe_contact', 'incident_details']
const PART: DataCategory[] = ['name', 'safe_contact', 'incident_details']
const NEXT_YEAR = new Date('2027-11-22T09:00:00Z')

type Said = (caseId: string) => Promise<unknown>
type Made = (caseId: string, at: Date) => Promise<unknown>

const consents: Record<string, { said: Said; allows: (categories: DataCategory[]) => boolean; now?: Date }> = {
  'never asked': { said: async () => {}, allows: () => false },
  'agreed to all': { said: (caseId) => says(caseId, {}), allows: () => true },
  'agreed to part': { said: (caseId) => says(caseId, { categories: PART }), allows: (asked) => asked === PART },
  'said no': { said: (caseId) => says(caseId, { decision: 'refused' }), allows: () => false },
  'said not now': { said: (caseId) => says(caseId, { decision: 'not_now' }), allows: () => false },
  'agreed, then took it back': { said: takenBack, allows: () => false },
  'agreed for another purpose': { said: (caseId) => says(caseId, { purposes: ['risk_meeting'] }), allows: () => false },
  'agreed for another agency': { said: (caseId) => says(caseId, {}, elsewhere), allows: () => false },
  'agreed, review day passed': { said: (caseId) => says(caseId, {}), allows: () => false, now: NEXT_YEAR },
}

const overrides: Record<string, { made: Made; allows: (categories: DataCategory[]) => boolean }> = {
  'no override': { made: async () => {}, allows: () => false },
  'an override asked for only': { made: (caseId, at) => asks(caseId, ALL, at), allows: () => false },
  'an override refused': { made: (caseId, at) => decides(caseId, ALL, 'refused', at), allows: () => false },
  'an override for part': {
    made: (caseId, at) => decides(caseId, PART, 'authorised', at),
    allows: (asked) => asked === PART,
  },
  'an override for all': { made: (caseId, at) => decides(caseId, ALL, 'authorised', at), allows: () => true },
}

async function says(caseId: string, given: Parameters<typeof consentInput>[2], agency = recipient) {
  const input = consentInput(caseId, agency, { categories: ALL, ...given })
  return allowed(await recordConsent(asking(worker), input))
}

async function takenBack(caseId: string) {
  const { consentId } = await says(caseId, {})
  return allowed(await withdrawConsent(asking(worker), { caseId, consentId, how: 'By phone' }))
}

async function asks(caseId: string, categories: DataCategory[], at: Date) {
  const why = {
    ground: 'risk_to_life',
    whyNoConsent: 'not_reached_in_time',
    necessity: 'Threat of arson tonight',
  } as const
  const told = { withoutName: true, clientTold: 'no', notToldReason: 'Not reached' } as const
  const asked = {
    caseId,
    recipientAgencyId: recipient.agencyId,
    purpose: 'support',
    categories,
    ...why,
    ...told,
  } as const
  return allowed(await askOverride(asking(worker, at), { ...asked, categories }))
}

async function decides(caseId: string, categories: DataCategory[], decision: 'authorised' | 'refused', at: Date) {
  const { overrideId } = await asks(caseId, categories, at)
  return allowed(await decideOverride(asking(manager, at), { overrideId, decision, note: 'Read and checked' }))
}

describe.each(Object.entries(consents))('a client who %s', (_name, { said, allows: consentAllows, now }) => {
  describe.each(Object.entries(overrides))('with %s', (_override, { made, allows: overrideAllows }) => {
    it.each([
      { data: 'all of it', categories: ALL },
      { data: 'part of it', categories: PART },
    ])('has $data shared exactly when one of the two allows it', async ({ categories }) => {
      const { caseId } = await referableCase(parties)
      await said(caseId)
      await made(caseId, now ?? MONDAY_MORNING)
      const input = sendInput(parties, caseId, { categories })
      const answer = await sendReferral(asking(worker, now ?? MONDAY_MORNING), input)
      const byConsent = consentAllows(categories)
      const byOverride = !byConsent && overrideAllows(categories)
      expect(answer.ok).toBe(byConsent || byOverride)
      if (!answer.ok) expect(answer.refusal.kind).toBe('consent-missing')
      const [disclosed] = await world.admin`
        select r.by_override, p.categories, e.ground from referral_origin o
        join referral r using (referral_id) join referral_package p using (referral_id)
        join case_event e on e.subject_id = o.referral_id and e.kind = 'referral-sent' where o.case_id = ${caseId}`
      const ground = byOverride ? 'risk_to_life' : 'consent'
      expect(disclosed).toEqual(answer.ok ? { by_override: byOverride, categories, ground } : undefined)
    })
  })
})

describe('an override', () => {
  it('is used once', async () => {
    const { caseId } = await referableCase(parties)
    await decides(caseId, ALL, 'authorised', MONDAY_MORNING)
    const { referralId } = allowed(await sendReferral(asking(worker), sendInput(parties, caseId, { categories: ALL })))
    const [used] = await world.admin`select used_by_referral_id from consent_override where case_id = ${caseId}`
    expect(used?.used_by_referral_id).toBe(referralId)
    const taken = { referralId, seenVersion: 2, reason: 'circumstances_changed' as const }
    allowed(await withdrawReferral(asking(worker), taken))
    const again = await sendReferral(asking(worker), sendInput(parties, caseId, { categories: ALL }))
    expect(again).toMatchObject({ ok: false, refusal: { kind: 'consent-missing' } })
  })

  it.each([
    { who: 'whom it is unsafe to ask', report: { safeToCall: 'no', safeToText: 'no', safeToVoicemail: null } },
    { who: 'whom nobody has asked anything', report: { safeToCall: null, safeToText: null, safeToVoicemail: null } },
    { who: 'without any number', report: { phone: '', safeToCall: null, safeToText: null, safeToVoicemail: null } },
  ] as const)('goes for a client $who, and tells the recipient first to speak with the sender', async ({ report }) => {
    const { referralId } = await referralByOverride(parties, { report: { ...report, safeTimes: 'Weekdays' } })
    const { current } = await readReceived({ actor: parties.recipientWorker.actor, now: MONDAY_MORNING }, referralId)
    const markup = current ? renderToStaticMarkup(createElement(PackageView, { content: current.content })) : ''
    const first = markup.indexOf('Do not contact them before you have spoken with the agency that refers.')
    expect(first).toBeGreaterThan(0)
    expect(first).toBeLessThan(markup.indexOf('<dl'))
    const [row] = await world.admin`select safe_times from referral_package where referral_id = ${referralId}`
    expect(row?.safe_times).toBe('')
  })

  it('does not let a consent send what nobody asked the client about', async () => {
    const { caseId } = await referableCase(parties, { report: { safeToText: null } })
    await says(caseId, {})
    const answer = await sendReferral(asking(worker), sendInput(parties, caseId, { categories: ALL }))
    expect(answer).toMatchObject({ ok: false, refusal: { kind: 'package-not-safe' } })
  })

  it('I2: counts its clock from when the manager authorised it', async () => {
    const { caseId } = await referableCase(parties)
    await decides(caseId, ALL, 'authorised', MONDAY_MORNING)
    const later = new Date('2026-11-26T09:00:00Z')
    const { referralId } = allowed(
      await sendReferral(asking(worker, later), sendInput(parties, caseId, { categories: ALL })),
    )
    const [clock] = await world.admin`select state, started_at from clock where subject_id = ${referralId}`
    expect(clock).toEqual({ state: 'met_late', started_at: MONDAY_MORNING })
  })
})

describe('what a manager authorised is for what was known then', () => {
  const LATER = new Date('2026-11-23T11:00:00Z')

  it.each([
    { why: 'the client says no', given: { decision: 'refused' } },
    { why: 'the client says not now', given: { decision: 'not_now' } },
  ] as const)('I2: not sent once $why', async ({ given }) => {
    const { caseId } = await referableCase(parties)
    await decides(caseId, ALL, 'authorised', MONDAY_MORNING)
    await recordedConsent(parties, caseId, { ...given, now: LATER })
    expect(await sendReferral(asking(worker, LATER), byOverride(caseId))).toMatchObject({ ok: false })
    const page = await readReferPage({ actor: worker.actor, now: LATER }, toRecipient(caseId))
    expect(page.recipient?.sharing).toMatchObject({ basis: 'none' })
    expect(page.recipient?.sharing.missing).toContain('Ask a manager again.')
  })

  it('I2: an authority that a yes made needless does not come back when the yes is taken back', async () => {
    const { caseId } = await referableCase(parties)
    await decides(caseId, ALL, 'authorised', MONDAY_MORNING)
    const { consentId } = await recordedConsent(parties, caseId, { categories: ALL, now: LATER })
    const sent = await sendReferral(asking(worker, LATER), sendInput(parties, caseId, { categories: ALL }))
    expect(sent).toMatchObject({ ok: true })
    allowed(await withdrawConsent(asking(worker, LATER), { caseId, consentId, how: 'By phone' }))
    expect(await sendReferral(asking(worker, LATER), byOverride(caseId))).toMatchObject({ ok: false })
  })

  it('I2: it lapses after a week', async () => {
    const { caseId } = await referableCase(parties)
    await decides(caseId, ALL, 'authorised', MONDAY_MORNING)
    const aWeekLater = new Date(MONDAY_MORNING.getTime() + 7 * 86_400_000)
    expect(await sendReferral(asking(worker, aWeekLater), byOverride(caseId))).toMatchObject({ ok: false })
  })

  function byOverride(caseId: string) {
    return sendInput(parties, caseId, { categories: ALL })
  }

  function toRecipient(caseId: string) {
    return { caseId, recipientAgencyId: recipient.agencyId, purpose: 'support' } as const
  }
})

describe('the data categories', () => {
  it('that are offered are those that a complete case fills', async () => {
    const { caseId } = await referableCase(parties)
    await world.admin`update client set date_of_birth = '1987-05-12' where client_id =
      (select client_id from case_file where case_id = ${caseId})`
    await addedFile(worker, caseId)
    await amendedPlan({ worker, alternative: parties.manager }, { caseId, now: MONDAY_MORNING })
    const file = await asActor(worker.actor, (tx) => findCaseToRefer(tx, worker.actor, caseId))
    const { content } = buildPackage(file?.material as CaseMaterial, DATA_CATEGORY_IDS)
    expect(Object.keys(content.parts).sort()).toEqual([...OFFERED_CATEGORY_IDS].sort())
  })

  it.each(['equality'] as const)('that Accord cannot record are asked about nowhere: %s', async (id) => {
    const { caseId } = await referableCase(parties)
    expect(() => consentInput(caseId, recipient, { categories: [...PART, id] })).toThrow()
    expect(askOverrideInput.shape.categories.safeParse([id]).success).toBe(false)
    expect(consentChoiceOf(new URLSearchParams(`purposes=risk_meeting&data=${id}`)).categories).toEqual([
      'safe_contact',
    ])
  })

  it('of a consent recorded earlier stay in it, and what it covers can be sent', async () => {
    const { caseId } = await referableCase(parties)
    const { consentId } = await recordedConsent(parties, caseId, { categories: PART })
    const more: DataCategory[] = [...PART, 'equality']
    await world.admin`update consent set categories = ${more} where consent_id = ${consentId}`
    expect((await sendReferral(asking(worker), sendInput(parties, caseId, { categories: more }))).ok).toBe(true)
  })
})
