import { describe, expect, it } from 'vitest'
import { acceptedReferral, partners, sentReferral } from '../../../../tests/support/referrals.ts'
import { asking, openWorld } from '../../../../tests/support/world.ts'
import { toDay } from '../../../domain/time/calendar-day.ts'
import { declineReferral } from '../inbox/decline-referral.server.ts'
import { readReceived } from '../inbox/read-received.server.ts'
import { amendStep } from './amend-step.server.ts'
import type { AmendStepInput } from './amend-step-input.server.ts'
import { recordContactAttempt } from './record-contact-attempt.server.ts'
import { recordOutcome } from './record-outcome.server.ts'

const world = await openWorld()
const parties = await partners(world)
const { recipientWorker, worker } = parties
const LATER = new Date('2026-11-24T10:00:00Z')

function input(referralId: string, stepId: string, given: Partial<AmendStepInput> = {}): AmendStepInput {
  const words = { errorReason: 'Wrong box', neverHappened: false, reason: '', suggestedAgencyId: '', message: '' }
  return { referralId, stepId, nextTryOn: null, ...words, ...given }
}

async function lastStep(referralId: string): Promise<string> {
  const { steps } = await readReceived(asking(recipientWorker), referralId)
  return steps.at(-1)?.stepId ?? ''
}

async function withOutcome() {
  const { referralId } = await acceptedReferral(parties)
  await recordOutcome(asking(recipientWorker), { referralId, outcome: 'support_given', message: '' })
  return { referralId, stepId: await lastStep(referralId) }
}

describe('amendStep', () => {
  it('keeps what was wrong beside what is right, for both agencies, and the outcome follows', async () => {
    const { referralId, stepId } = await withOutcome()
    const right = input(referralId, stepId, { reason: 'unable_to_contact', message: 'It was another client.' })
    expect(await amendStep(asking(recipientWorker, LATER), right)).toMatchObject({ ok: true })
    const [row] = await world.admin`select state, outcome, news_at from referral where referral_id = ${referralId}`
    expect(row).toEqual({ state: 'outcome_recorded', outcome: 'unable_to_contact', news_at: LATER })
    const { steps } = await readReceived(asking(recipientWorker), referralId)
    expect(steps.slice(-2)).toMatchObject([
      { stepId, reason: 'support_given', inError: true, errorReason: 'Wrong box', amendable: false },
      { reason: 'unable_to_contact', replacesStepId: stepId, inError: false, message: 'It was another client.' },
    ])
    const events = await world.admin`
      select kind, data from case_event where agency_id = ${parties.recipient.agencyId}
      and subject_id = ${referralId} order by seq desc limit 2`
    expect(events).toContainEqual(expect.objectContaining({ kind: 'referral-amended' }))
  })

  it('can say that an attempt never happened: then the first attempt is owed again', async () => {
    const { referralId } = await acceptedReferral(parties)
    const attempt = { referralId, channel: 'phone', reason: 'no_answer', attemptedAt: null, message: '' } as const
    await recordContactAttempt(asking(recipientWorker), { ...attempt, nextTryOn: toDay('2026-12-09') })
    const never = input(referralId, await lastStep(referralId), { neverHappened: true })
    expect(await amendStep(asking(recipientWorker, LATER), never)).toEqual({ ok: true, value: { stepId: null } })
    const { dueAt, track } = await readReceived(asking(recipientWorker), referralId)
    expect(dueAt).toBe('2026-11-26T23:59:59.999Z')
    expect(track.sentence).not.toMatch(/tried/)
  })

  it('changes no due day when an older attempt is corrected', async () => {
    const { referralId } = await acceptedReferral(parties)
    const attempt = { referralId, channel: 'phone', reason: 'no_answer', attemptedAt: null, message: '' } as const
    await recordContactAttempt(asking(recipientWorker), { ...attempt, nextTryOn: null })
    const older = await lastStep(referralId)
    await recordContactAttempt(asking(recipientWorker), { ...attempt, nextTryOn: toDay('2026-12-01') })
    await amendStep(asking(recipientWorker, LATER), input(referralId, older, { reason: 'somebody_else_answered' }))
    expect((await readReceived(asking(recipientWorker), referralId)).dueAt).toBe('2026-12-01T23:59:59.999Z')
  })

  it('puts the reason and the suggestion of a refusal right', async () => {
    const support = { kind: 'community_support' }
    const [first, second] = [await world.agency(support), await world.agency(support)]
    const { referralId } = await sentReferral(parties)
    const declined = { referralId, reason: 'wrong_area', suggestedAgencyId: first.agencyId, message: '' } as const
    await declineReferral(asking(recipientWorker), declined)
    const right = input(referralId, await lastStep(referralId), {
      reason: 'capacity_full',
      suggestedAgencyId: second.agencyId,
    })
    expect(await amendStep(asking(recipientWorker), right)).toMatchObject({ ok: true })
    const [row] = await world.admin`select reason, suggested_agency_id from referral where referral_id = ${referralId}`
    expect(row).toEqual({ reason: 'capacity_full', suggested_agency_id: second.agencyId })
  })

  it('marks a step once', async () => {
    const { referralId, stepId } = await withOutcome()
    const right = input(referralId, stepId, { reason: 'could_not_help' })
    const answers = await Promise.all([
      amendStep(asking(recipientWorker), right),
      amendStep(asking(recipientWorker), right),
    ])
    expect(answers.map(({ ok }) => ok).sort()).toEqual([false, true])
    const { steps } = await readReceived(asking(recipientWorker), referralId)
    expect(steps.filter(({ replacesStepId }) => replacesStepId === stepId)).toHaveLength(1)
  })

  it('leaves the sender’s steps, and those of others, alone', async () => {
    const { referralId, stepId } = await withOutcome()
    const { steps } = await readReceived(asking(recipientWorker), referralId)
    const sent = steps.find(({ move }) => move === 'send')?.stepId ?? ''
    const notFound = { ok: false, refusal: { kind: 'not-found' } }
    expect(await amendStep(asking(recipientWorker), input(referralId, sent))).toEqual(notFound)
    expect(await amendStep(asking(worker), input(referralId, stepId, { reason: 'could_not_help' }))).toEqual(notFound)
  })
})
