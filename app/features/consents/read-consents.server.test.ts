import { describe, expect, it } from 'vitest'
import { asActor } from '../../../db/as-actor.ts'
import { authorisedOverride } from '../../../tests/support/overrides.ts'
import { decidedReferral, partners, recordedConsent, referableCase } from '../../../tests/support/referrals.ts'
import { MONDAY_MORNING, openWorld } from '../../../tests/support/world.ts'
import { readConsents } from './read-consents.server.ts'

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
})
