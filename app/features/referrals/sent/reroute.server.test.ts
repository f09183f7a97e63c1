import { describe, expect, it } from 'vitest'
import { allowed } from '../../../../tests/support/cases.ts'
import {
  decidedReferral,
  decideInput,
  partners,
  recordedConsent,
  sendInput,
  sentReferral,
  USUAL_DATA,
} from '../../../../tests/support/referrals.ts'
import { asking, openWorld } from '../../../../tests/support/world.ts'
import { decideReferral } from '../decide/decide-referral.server.ts'
import { readReferPage } from '../decide/read-refer-page.server.ts'
import { declineReferral } from '../inbox/decline-referral.server.ts'
import { sendDecidedReferral } from '../send/send-decided-referral.server.ts'
import { sendReferral } from '../send/send-referral.server.ts'
import { readSentReferral } from './read-sent-referral.server.ts'

const world = await openWorld()
const parties = await partners(world)
const { worker, recipientWorker } = parties
const other = await world.agency({ kind: 'community_support', name: 'Unity Steps' })
await world.staff(other)
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

  it('says what is true of the first: one that was declined has ended, any other ends when the second goes', async () => {
    const wordsFor = async ({ caseId, referralId }: { caseId: string; referralId: string }) =>
      (await readReferPage(asking(worker), { caseId, purpose: 'support', reroutedFromId: referralId })).rerouted?.words
    expect(await wordsFor(await declined())).toMatch(/^In place of referral .+, which Beacon Victim Care declined\.$/)
    expect(await wordsFor(await sentReferral(parties))).toMatch(/which ends when this one is sent\.$/)
  })

  it('says on the page of the first what can be done next, until the second goes', async () => {
    const { caseId, referralId } = await declined()
    const page = async () => (await readSentReferral(asking(worker), referralId)).otherHelp
    expect((await page())?.words).toMatch(/^Unity Steps is suggested: ask Client \d+ and send it there$/)
    await recordedConsent(towardsOther, caseId)
    allowed(await sendReferral(asking(worker), { ...sendInput(towardsOther, caseId), reroutedFromId: referralId }))
    expect(await page()).toBeNull()
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

  it('is not possible for a referral of another case when it is only decided either', async () => {
    const { referralId } = await declined()
    const { caseId } = await sentReferral(parties)
    const input = { ...decideInput(towardsOther, caseId), reroutedFromId: referralId }
    await expect(decideReferral(asking(worker), input)).rejects.toMatchObject({ status: 404 })
    expect(await stateOf(referralId)).toMatchObject({ state: 'declined' })
  })

  it('ends no referral of another case by a decision that names it', async () => {
    const { referralId } = await declined()
    const decided = await decidedReferral(towardsOther)
    await recordedConsent(towardsOther, decided.caseId)
    await world.admin`update referral set rerouted_from_id = ${referralId} where referral_id = ${decided.referralId}`
    const words = { summary: 'As she said it.', othersAtRisk: '', workerSafety: '' }
    const input = { referralId: decided.referralId, categories: USUAL_DATA, ...words }
    const answer = await sendDecidedReferral(asking(worker), input)
    expect(answer).toMatchObject({ ok: false, refusal: { kind: 'replaced-moved-on' } })
    expect(await stateOf(referralId)).toMatchObject({ state: 'declined' })
  })

  it('ends the first when what was decided in its place goes', async () => {
    const { caseId, referralId } = await declined()
    const input = { ...decideInput(towardsOther, caseId), reroutedFromId: referralId }
    const decided = allowed(await decideReferral(asking(worker), input))
    await recordedConsent(towardsOther, caseId)
    const words = { summary: 'As she said it.', othersAtRisk: '', workerSafety: '' }
    allowed(await sendDecidedReferral(asking(worker), { ...decided, categories: USUAL_DATA, ...words }))
    expect(await stateOf(referralId)).toMatchObject({ state: 'rerouted' })
  })
})
