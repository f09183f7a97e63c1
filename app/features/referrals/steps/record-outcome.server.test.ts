import { describe, expect, it } from 'vitest'
import { acceptedReferral, partners, sentReferral } from '../../../../tests/support/referrals.ts'
import { asking, openWorld } from '../../../../tests/support/world.ts'
import { readReceived } from '../inbox/read-received.server.ts'
import { closeReceived } from './close-received.server.ts'
import { recordOutcome } from './record-outcome.server.ts'

const world = await openWorld()
const parties = await partners(world)
const { recipientWorker } = parties
const later = new Date('2026-12-01T10:00:00Z')

describe('recordOutcome', () => {
  it('records the outcome, and asks the sender to tell the client', async () => {
    const { referralId } = await acceptedReferral(parties)
    const input = { referralId, outcome: 'support_given', message: 'Eight sessions.' } as const
    expect(await recordOutcome(asking(recipientWorker, later), input)).toMatchObject({ ok: true })
    const [row] = await world.admin`select outcome, news_at, state from referral where referral_id = ${referralId}`
    expect(row).toEqual({ outcome: 'support_given', news_at: later, state: 'outcome_recorded' })
  })

  it('belongs to what was accepted', async () => {
    const { referralId } = await sentReferral(parties)
    const answer = await recordOutcome(asking(recipientWorker), { referralId, outcome: 'could_not_help', message: '' })
    expect(answer).toMatchObject({ refusal: { kind: 'move-not-possible' } })
  })
})

describe('closeReceived', () => {
  it('closes only what has an outcome; what was shared stays readable', async () => {
    const { referralId } = await acceptedReferral(parties)
    expect(await closeReceived(asking(recipientWorker), { referralId })).toMatchObject({
      refusal: { kind: 'move-not-possible', state: 'accepted' },
    })
    await recordOutcome(asking(recipientWorker), { referralId, outcome: 'action_taken', message: '' })
    expect(await closeReceived(asking(recipientWorker), { referralId })).toMatchObject({ ok: true })
    const page = await readReceived(asking(recipientWorker), referralId)
    expect(page).toMatchObject({ state: 'closed', moves: [] })
    expect(page.current).not.toBeNull()
  })
})
