import { describe, expect, it } from 'vitest'
import { asActor } from '../../../db/as-actor.ts'
import { authorisedOverride, LEAST_DATA } from '../../../tests/support/casework/overrides.ts'
import { decidedReferral, partners, recordedConsent, referableCase } from '../../../tests/support/referrals.ts'
import { MONDAY_MORNING, openWorld } from '../../../tests/support/world.ts'
import { gate } from '../../domain/consents/consent.ts'
import { readSharingFacts } from '../referrals/decide/read-sharing-facts.server.ts'
import { readConsents } from './read-consents.server.ts'
import type { RecordConsentInput } from './record-consent.server.ts'

const world = await openWorld()
const parties = await partners(world)
const { worker, recipient } = parties

function consentsOf(caseId: string, now = MONDAY_MORNING) {
  return asActor(worker.actor, (tx) => readConsents(tx, { actor: worker.actor, now }, caseId))
}

describe('the consents of a case', () => {
  it('lead to the referral that was decided before and waited for the consent, not to a second one (I2)', async () => {
    const { caseId, referralId } = await decidedReferral(parties)
    await recordedConsent(parties, caseId)
    const { consents } = await consentsOf(caseId)
    expect(consents).toMatchObject([{ kept: true, sendHref: `/sent/${referralId}/send` }])
  })

  it.each([
    { why: 'nothing was decided yet', purpose: null },
    { why: 'what was decided is for another purpose', purpose: 'risk_meeting' as const },
  ])('lead to a new referral where $why', async ({ purpose }) => {
    const { caseId } = await referableCase(parties)
    if (purpose) {
      await world.admin`update agency set purposes = ${['support', purpose]} where agency_id = ${recipient.agencyId}`
      await decidedReferral(parties, { caseId, purpose })
    }
    await recordedConsent(parties, caseId)
    const { consents } = await consentsOf(caseId)
    const sendHref = `/cases/${caseId}/refer?purpose=support&to=${recipient.agencyId}`
    expect(consents).toMatchObject([{ kept: false, sendHref }])
  })

  it('say where to go on with what a manager authorised without one, for a week', async () => {
    const { caseId } = await referableCase(parties)
    await authorisedOverride(parties, caseId, {})
    const { overrides } = await consentsOf(caseId)
    expect(overrides[0]?.sendHref).toBe(`/cases/${caseId}/refer?purpose=support&to=${recipient.agencyId}`)
    expect((await consentsOf(caseId, new Date('2026-11-30T09:00:00Z'))).overrides[0]?.sendHref).toBeNull()
  })

  it.each<{ why: string; said: Partial<RecordConsentInput> | null; live: boolean }>([
    { why: 'nothing was said', said: null, live: true },
    { why: 'a no to this', said: { decision: 'refused' }, live: false },
    { why: 'a no to everything', said: { decision: 'refused', purposes: [], categories: [] }, live: false },
    { why: 'not now', said: { decision: 'not_now' }, live: false },
    { why: 'a no about other data', said: { decision: 'refused', categories: ['risk'] }, live: true },
    { why: 'a no for another purpose', said: { decision: 'refused', purposes: ['risk_meeting'] }, live: true },
  ])('show an authority as live just when the gate lets it pass: $why', async ({ said, live }) => {
    const { caseId } = await referableCase(parties)
    await authorisedOverride(parties, caseId, {})
    const now = new Date('2026-11-23T11:00:00Z')
    if (said) await recordedConsent(parties, caseId, { ...said, now })
    const { overrides } = await consentsOf(caseId, now)
    expect(overrides[0]?.sendHref !== null).toBe(live)
    const facts = await asActor(worker.actor, (tx) => readSharingFacts(tx, worker.actor, caseId))
    const sharing = { recipientAgencyId: recipient.agencyId, purpose: 'support', categories: LEAST_DATA } as const
    expect(gate(sharing, facts, now).ok).toBe(live)
  })
})
