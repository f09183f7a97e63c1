import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { authorisedOverride } from '../../../../tests/support/casework/overrides.ts'
import {
  decidedReferral,
  partners,
  recordedConsent,
  referableCase,
  sentReferral,
} from '../../../../tests/support/referrals.ts'
import { MONDAY_MORNING, openWorld } from '../../../../tests/support/world.ts'
import { readPackagePage } from '../package/read-package-page.server.ts'
import { readAnswerToGive } from '../sent/read-answer-to-give.server.ts'
import { ClientLimits } from './client-limits.tsx'
import { readReferPage } from './read-refer-page.server.ts'

const world = await openWorld()
const parties = await partners(world)
const { worker, recipient } = parties
const reading = { actor: worker.actor, now: MONDAY_MORNING }
const LATER = new Date('2026-11-23T11:00:00Z')
const LIMITS = 'Not a word to my brother, who works there'

function referPage(caseId: string) {
  return readReferPage(reading, { caseId, recipientAgencyId: recipient.agencyId, purpose: 'support' })
}

describe('the limits that the client set in their own words', () => {
  it('stand on the page on which a referral is sent', async () => {
    const { caseId } = await referableCase(parties)
    await recordedConsent(parties, caseId, { limits: LIMITS })
    expect((await referPage(caseId)).recipient?.sharing.limits).toBe(LIMITS)
  })

  it('stand on the page on which an earlier decision is sent', async () => {
    const { caseId, referralId } = await decidedReferral(parties)
    await recordedConsent(parties, caseId, { limits: LIMITS })
    expect((await readPackagePage(reading, referralId)).sharing.limits).toBe(LIMITS)
  })

  it('stand on the pages on which it is amended and a question answered, as the newest consent says them', async () => {
    const { caseId, referralId } = await sentReferral(parties)
    expect((await readAnswerToGive(reading, referralId)).limits).toBe('')
    await recordedConsent(parties, caseId, { limits: LIMITS, now: LATER })
    const later = { ...reading, now: LATER }
    expect((await readPackagePage(later, referralId)).sharing.limits).toBe(LIMITS)
    expect(await readAnswerToGive(later, referralId)).toMatchObject({ limits: LIMITS, missing: '' })
  })

  it('give way to why nothing may be shared once the client has said no', async () => {
    const { caseId, referralId } = await sentReferral(parties)
    await recordedConsent(parties, caseId, { decision: 'refused', now: LATER })
    const page = await readAnswerToGive({ ...reading, now: LATER }, referralId)
    expect(page.limits).toBe('')
    expect(page.missing).toContain('with Beacon Victim Care for')
  })

  it('belong to a consent, so what a manager authorised without one has none', async () => {
    const { caseId } = await referableCase(parties)
    await authorisedOverride(parties, caseId, {})
    expect((await referPage(caseId)).recipient?.sharing).toMatchObject({ basis: 'override', limits: '' })
  })

  it('are shown as they were said, and nothing where none were set', () => {
    expect(renderToStaticMarkup(createElement(ClientLimits, { limits: LIMITS }))).toContain(LIMITS)
    expect(renderToStaticMarkup(createElement(ClientLimits, { limits: ' ' }))).toBe('')
  })
})
