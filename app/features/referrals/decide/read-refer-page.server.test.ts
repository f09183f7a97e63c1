import { describe, expect, it } from 'vitest'
import { authorisedOverride } from '../../../../tests/support/casework/overrides.ts'
import { partners, recordedConsent, referableCase } from '../../../../tests/support/referrals.ts'
import { MONDAY_MORNING, openWorld } from '../../../../tests/support/world.ts'
import { NOTHING_MISSING } from './preview-sharing.ts'
import { readReferPage } from './read-refer-page.server.ts'

const world = await openWorld()
const parties = await partners(world)

async function missingOf(caseId: string) {
  const asked = { caseId, recipientAgencyId: parties.recipient.agencyId, purpose: 'support' } as const
  const { recipient } = await readReferPage({ actor: parties.worker.actor, now: MONDAY_MORNING }, asked)
  return recipient?.missing
}

describe('the page on which a referral is decided', () => {
  it('says before anything is typed what the client has still to be asked', async () => {
    const { caseId } = await referableCase(parties, { report: { safeToVoicemail: null } })
    await recordedConsent(parties, caseId)
    expect(await missingOf(caseId)).toEqual({ questions: ['safeToVoicemail'], unreachable: false })
  })

  it('has nothing to say of a client who was asked', async () => {
    const { caseId } = await referableCase(parties)
    await recordedConsent(parties, caseId)
    expect(await missingOf(caseId)).toEqual(NOTHING_MISSING)
  })

  it('asks nothing of a client who cannot be asked, where a manager authorised it', async () => {
    const { caseId } = await referableCase(parties, { report: { safeToVoicemail: null } })
    await authorisedOverride(parties, caseId, {})
    expect(await missingOf(caseId)).toEqual(NOTHING_MISSING)
  })
})
