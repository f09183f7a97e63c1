import { describe, expect, it } from 'vitest'
import { partners, sentReferral } from '../../../../tests/support/referrals.ts'
import { asking, openWorld } from '../../../../tests/support/world.ts'
import { escalateReferrals } from '../sent/escalate-referrals.server.ts'
import { acceptReferral } from './accept-referral.server.ts'
import { readReceived } from './read-received.server.ts'

const world = await openWorld()
const parties = await partners(world)
const { recipientWorker, recipientManager, worker } = parties
const administrator = await world.staff(parties.recipient, 'administrator')

describe('acceptReferral', () => {
  it('names who works with the client, and asks the sender to tell them', async () => {
    const { referralId } = await sentReferral(parties)
    const { staffId } = recipientManager.actor
    const input = { referralId, staffId, message: 'Ring us on Tuesday.' }
    expect(await acceptReferral(asking(recipientWorker), input)).toMatchObject({ ok: true, value: { to: 'accepted' } })
    const page = await readReceived(asking(recipientWorker), referralId)
    expect(page).toMatchObject({ state: 'accepted', workerName: 'Max Idowu' })
    expect(page.steps.at(-1)).toMatchObject({ move: 'accept', message: 'Ring us on Tuesday.', byName: 'Bea Novak' })
    const [row] = await world.admin`select news_at, lane from referral where referral_id = ${referralId}`
    expect(row).toMatchObject({ lane: 'in_hand', news_at: asking(recipientWorker).now })
  })

  it.each([
    { who: 'somebody of the sending agency', staffId: worker.actor.staffId },
    { who: 'somebody who holds no cases', staffId: administrator.actor.staffId },
    { who: 'nobody', staffId: '00000000-0000-4000-8000-000000000000' },
  ])('does not give it to $who', async ({ staffId }) => {
    const { referralId } = await sentReferral(parties)
    const answer = await acceptReferral(asking(recipientWorker), { referralId, staffId, message: '' })
    expect(answer).toEqual({ ok: false, refusal: { kind: 'not-a-worker' } })
  })

  it('still accepts late, and the lateness stays visible', async () => {
    const { referralId } = await sentReferral(parties)
    await world.admin`update referral set due_at = '2026-11-20' where referral_id = ${referralId}`
    const system = { ...recipientWorker.actor, role: 'system' as const }
    await escalateReferrals({ actor: system, now: asking(worker).now })
    const input = { referralId, staffId: recipientWorker.actor.staffId, message: '' }
    expect(await acceptReferral(asking(recipientWorker), input)).toMatchObject({ ok: true, value: { from: 'expired' } })
    const { steps } = await readReceived(asking(recipientWorker), referralId)
    expect(steps.map(({ move }) => move)).toEqual(['send', 'expire', 'accept'])
  })
})
