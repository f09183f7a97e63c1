import { describe, expect, it } from 'vitest'
import { acceptedReferral, partners } from '../../../../tests/support/referrals.ts'
import { asking, openWorld } from '../../../../tests/support/world.ts'
import { toDay } from '../../../domain/time/calendar-day.ts'
import { readReceived } from '../inbox/read-received.server.ts'
import { readSentReferral } from '../sent/read-sent-referral.server.ts'
import { type RecordContactAttemptInput, recordContactAttempt } from './record-contact-attempt.server.ts'

const world = await openWorld()
const parties = await partners(world)
const { recipientWorker, worker } = parties
const LATER = new Date('2026-11-23T16:00:00Z')

function input(referralId: string, given: Partial<RecordContactAttemptInput> = {}): RecordContactAttemptInput {
  return {
    referralId,
    channel: 'phone',
    reason: 'no_answer',
    attemptedAt: null,
    nextTryOn: null,
    message: '',
    ...given,
  }
}

describe('recordContactAttempt', () => {
  it('shows the sender how often it was tried, and when next', async () => {
    const { referralId } = await acceptedReferral(parties)
    await recordContactAttempt(asking(recipientWorker, LATER), input(referralId))
    await recordContactAttempt(
      asking(recipientWorker, LATER),
      input(referralId, { reason: 'somebody_else_answered', nextTryOn: toDay('2026-11-26') }),
    )
    const { track, dueAt } = await readReceived(asking(recipientWorker, LATER), referralId)
    expect(track.sentence).toBe(
      'Beacon Victim Care tried twice to reach the client; next attempt Thursday 26 November.',
    )
    expect(dueAt).toBe('2026-11-26T23:59:59.999Z')
  })

  it('asks for a confirmation and a reason where the client said no, and marks the step for both agencies', async () => {
    const { referralId } = await acceptedReferral(parties)
    const voicemail = input(referralId, { reason: 'left_message' })
    expect(await recordContactAttempt(asking(recipientWorker, LATER), voicemail)).toEqual({
      ok: false,
      refusal: {
        kind: 'against-safe-contact',
        answers: ['safeToVoicemail'],
        missing: ['unsafeConfirmed', 'unsafeReason'],
      },
    })
    const confirmed = { ...voicemail, unsafeConfirmed: true, unsafeReason: 'by_mistake' as const }
    expect(await recordContactAttempt(asking(recipientWorker, LATER), confirmed)).toMatchObject({ ok: true })
    const words = 'Against the client’s safe-contact answers: Do not leave voicemail. Reason: it was a mistake.'
    const received = await readReceived(asking(recipientWorker, LATER), referralId)
    const sent = await readSentReferral(asking(worker, LATER), referralId)
    expect([received.steps.at(-1)?.unsafe, sent.steps.at(-1)?.unsafe]).toEqual([words, words])
  })

  it('may be typed in later, with the time it happened', async () => {
    const { referralId } = await acceptedReferral(parties)
    const attemptedAt = new Date('2026-11-23T10:30:00Z')
    await recordContactAttempt(asking(recipientWorker, LATER), input(referralId, { attemptedAt }))
    const { steps } = await readReceived(asking(recipientWorker, LATER), referralId)
    expect(steps.at(-1)?.movedAt).toBe('2026-11-23T10:30:00.000Z')
  })

  it.each([
    { given: { attemptedAt: new Date('2026-11-23T16:00:01Z') }, kind: 'attempted-in-the-future' },
    { given: { attemptedAt: new Date('2026-11-20T16:00:00Z') }, kind: 'attempted-before-it-was-sent' },
    { given: { nextTryOn: toDay('2026-11-22') }, kind: 'next-try-not-soon' },
    { given: { nextTryOn: toDay('2026-12-24') }, kind: 'next-try-not-soon' },
    { given: { reason: 'spoke' as const }, kind: 'not-in-the-list' },
  ])('refuses what cannot be: $kind', async ({ given, kind }) => {
    const { referralId } = await acceptedReferral(parties)
    const answer = await recordContactAttempt(asking(recipientWorker, LATER), input(referralId, given))
    expect(answer).toMatchObject({ ok: false, refusal: { kind } })
    const [row] = await world.admin`select state from referral where referral_id = ${referralId}`
    expect(row).toEqual({ state: 'accepted' })
  })
})
