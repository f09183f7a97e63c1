import { describe, expect, it } from 'vitest'
import { allowed } from '../../../../tests/support/cases.ts'
import { authorisedOverride } from '../../../../tests/support/casework/overrides.ts'
import { decidedReferral, partners, recordedConsent, USUAL_DATA } from '../../../../tests/support/referrals.ts'
import { asking, openWorld } from '../../../../tests/support/world.ts'
import { cancelReferral } from '../decide/cancel-referral.server.ts'
import { readSentReferral } from '../sent/read-sent-referral.server.ts'
import { sendDecidedReferral } from './send-decided-referral.server.ts'

const world = await openWorld()
const parties = await partners(world)
const { worker, recipientWorker } = parties
const TWO_DAYS_LATER = new Date('2026-11-25T09:00:00Z')

function send(referralId: string, now = TWO_DAYS_LATER) {
  const words = { summary: 'As she said it.', othersAtRisk: 'Two children', workerSafety: '' }
  return sendDecidedReferral(asking(worker, now), { referralId, categories: USUAL_DATA, ...words })
}

describe('sendDecidedReferral', () => {
  it('I2: shows its true lateness when consent came two days after the decision', async () => {
    const { referralId, caseId } = await decidedReferral(parties)
    await recordedConsent(parties, caseId, { now: TWO_DAYS_LATER })
    allowed(await send(referralId))
    const [clock] = await world.admin`select state, kept_at from clock where subject_id = ${referralId}`
    expect(clock).toEqual({ state: 'met_late', kept_at: TWO_DAYS_LATER })
    const [shared] = await world.admin`select content from referral_package where referral_id = ${referralId}`
    expect(shared?.content.parts.risk.othersAtRisk).toBe('Two children')
  })

  it('refuses while consent is missing, and leaves the decision as it was', async () => {
    const { referralId } = await decidedReferral(parties)
    expect(await send(referralId)).toMatchObject({ ok: false, refusal: { kind: 'consent-missing' } })
    const [row] = await world.admin`select state, version from referral where referral_id = ${referralId}`
    expect(row).toEqual({ state: 'decided', version: 1 })
  })

  it('sends once of two at the same time', async () => {
    const { referralId, caseId } = await decidedReferral(parties)
    await recordedConsent(parties, caseId)
    const answers = await Promise.all([send(referralId), send(referralId)])
    expect(answers.filter((answer) => answer.ok)).toHaveLength(1)
  })

  it('does not send what was cancelled, whose clock has ended', async () => {
    const { referralId, caseId } = await decidedReferral(parties)
    await recordedConsent(parties, caseId)
    allowed(await cancelReferral(asking(worker), { referralId, seenVersion: 1, reason: 'changed_mind' }))
    expect(await send(referralId)).toMatchObject({
      ok: false,
      refusal: { kind: 'move-not-possible', state: 'cancelled' },
    })
    const [clock] = await world.admin`select state from clock where subject_id = ${referralId}`
    expect(clock?.state).toBe('cancelled')
  })

  it('says that a manager authorised it, and no longer that the client agreed, once it went without consent', async () => {
    const { referralId, caseId } = await decidedReferral(parties)
    const reading = { actor: worker.actor, now: TWO_DAYS_LATER }
    expect(await readSentReferral(reading, referralId)).toMatchObject({ askedBy: 'agreed', byOverride: false })
    await authorisedOverride(parties, caseId, { categories: USUAL_DATA })
    allowed(await send(referralId))
    expect(await readSentReferral(reading, referralId)).toMatchObject({ askedBy: 'override', byOverride: true })
  })

  it('is nothing that another agency could do', async () => {
    const { referralId } = await decidedReferral(parties)
    const input = { referralId, categories: USUAL_DATA, summary: '', othersAtRisk: '', workerSafety: '' }
    await expect(sendDecidedReferral(asking(recipientWorker), input)).rejects.toMatchObject({ status: 404 })
  })
})
