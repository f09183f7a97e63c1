import { describe, expect, it } from 'vitest'
import { acceptedReferral, partners, sentReferral } from '../../../../tests/support/referrals.ts'
import { asking, openWorld } from '../../../../tests/support/world.ts'
import { toDay } from '../../../domain/time/calendar-day.ts'
import { readReceived } from '../inbox/read-received.server.ts'
import { recordEngagement } from './record-engagement.server.ts'

const world = await openWorld()
const parties = await partners(world)
const { recipientWorker } = parties

describe('recordEngagement', () => {
  it('reaches the step "in contact" of the tracker', async () => {
    const { referralId } = await acceptedReferral(parties)
    const input = {
      referralId,
      channel: 'phone' as const,
      nextTryOn: toDay('2026-11-30'),
      message: 'First meeting held.',
    }
    expect(await recordEngagement(asking(recipientWorker), input)).toMatchObject({
      ok: true,
      value: { to: 'in_progress' },
    })
    const { track, dueAt } = await readReceived(asking(recipientWorker), referralId)
    expect(track.steps.find(({ label }) => label === 'In contact')).toMatchObject({ state: 'now' })
    expect(dueAt).toBe('2026-11-30T23:59:59.999Z')
  })

  it('comes after accepting', async () => {
    const { referralId } = await sentReferral(parties)
    const answer = await recordEngagement(asking(recipientWorker), {
      referralId,
      channel: 'phone' as const,
      nextTryOn: null,
      message: '',
    })
    expect(answer).toMatchObject({ refusal: { kind: 'move-not-possible', state: 'sent' } })
  })

  it('names no day that has passed', async () => {
    const { referralId } = await acceptedReferral(parties)
    const input = { referralId, channel: 'phone' as const, nextTryOn: toDay('2026-11-20'), message: '' }
    expect(await recordEngagement(asking(recipientWorker), input)).toMatchObject({
      refusal: { kind: 'next-try-not-soon' },
    })
  })
})
