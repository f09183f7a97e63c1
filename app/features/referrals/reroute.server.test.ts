import { describe, expect, it } from 'vitest'
import { allowed } from '../../../tests/support/cases.ts'
import { partners, recordedConsent, sendInput, sentReferral } from '../../../tests/support/referrals.ts'
import { asking, openWorld } from '../../../tests/support/world.ts'
import { declineReferral } from './decline-referral.server.ts'
import { sendReferral } from './send-referral.server.ts'

const world = await openWorld()
const parties = await partners(world)
const { worker, recipientWorker } = parties
const other = await world.agency({ kind: 'community_support', name: 'Unity Steps' })
const towardsOther = { ...parties, recipient: other }

async function declined() {
  const made = await sentReferral(parties)
  const suggestion = { suggestedAgencyId: other.agencyId, reason: 'out_of_scope' as const, message: '' }
  allowed(await declineReferral(asking(recipientWorker), { referralId: made.referralId, ...suggestion }))
  return made
}

async function stateOf(referralId: string) {
  const [row] = await world.admin`select state, suggested_agency_id from referral where referral_id = ${referralId}`
  return row
}

describe('sending to another agency instead', () => {
  it('needs a consent of its own for that agency', async () => {
    const { caseId, referralId } = await declined()
    const input = { ...sendInput(towardsOther, caseId), reroutedFromId: referralId }
    const answer = await sendReferral(asking(worker), input)
    expect(answer).toMatchObject({ ok: false, refusal: { kind: 'consent-missing', agencyName: 'Unity Steps' } })
    expect(await stateOf(referralId)).toMatchObject({ state: 'declined', suggested_agency_id: other.agencyId })
  })

  it('ends the first in the moment the second goes', async () => {
    const { caseId, referralId } = await declined()
    await recordedConsent(towardsOther, caseId)
    const input = { ...sendInput(towardsOther, caseId), reroutedFromId: referralId }
    const next = allowed(await sendReferral(asking(worker), input))
    expect(await stateOf(referralId)).toMatchObject({ state: 'rerouted' })
    const [row] = await world.admin`select rerouted_from_id from referral where referral_id = ${next.referralId}`
    expect(row?.rerouted_from_id).toBe(referralId)
  })

  it('is not possible for a referral of another case', async () => {
    const { referralId } = await declined()
    const { caseId } = await sentReferral(parties)
    await recordedConsent(towardsOther, caseId)
    const input = { ...sendInput(towardsOther, caseId), reroutedFromId: referralId }
    await expect(sendReferral(asking(worker), input)).rejects.toMatchObject({ status: 404 })
  })
})
