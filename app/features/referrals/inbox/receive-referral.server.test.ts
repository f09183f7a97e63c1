import { describe, expect, it } from 'vitest'
import { partners, sentReferral } from '../../../../tests/support/referrals.ts'
import { asking, openWorld } from '../../../../tests/support/world.ts'
import { readReceived } from './read-received.server.ts'
import { receiveReferral } from './receive-referral.server.ts'

const world = await openWorld()
const parties = await partners(world)
const { recipientWorker } = parties

describe('receiveReferral', () => {
  it('tells the sender that somebody has it, once for two clicks', async () => {
    const { referralId } = await sentReferral(parties)
    const form = asking(recipientWorker)
    const [one, other] = [await receiveReferral(form, { referralId }), await receiveReferral(form, { referralId })]
    expect(one).toMatchObject({ ok: true, value: { from: 'sent', to: 'received' } })
    expect(other).toEqual(one)
    const [row] = await world.admin`select state, version, due_at from referral where referral_id = ${referralId}`
    expect(row).toMatchObject({ state: 'received', version: 3, due_at: new Date('2026-11-25T23:59:59.999Z') })
  })

  it('is not done by opening the page', async () => {
    const { referralId } = await sentReferral(parties)
    const reading = asking(recipientWorker)
    expect((await readReceived(reading, referralId)).state).toBe('sent')
    expect((await readReceived(reading, referralId)).state).toBe('sent')
  })

  it('refuses a second person, and says what is possible then', async () => {
    const { referralId } = await sentReferral(parties)
    await receiveReferral(asking(recipientWorker), { referralId })
    const possible = ['accept', 'decline', 'ask_for_more']
    expect(await receiveReferral(asking(parties.recipientManager), { referralId })).toEqual({
      ok: false,
      refusal: { kind: 'move-not-possible', state: 'received', possible },
    })
  })
})
