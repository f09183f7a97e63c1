import { describe, expect, it } from 'vitest'
import { partners, sentReferral } from '../../../../tests/support/referrals.ts'
import { asking, openWorld } from '../../../../tests/support/world.ts'
import { acceptReferral } from '../inbox/accept-referral.server.ts'
import { readReceived } from '../inbox/read-received.server.ts'
import { handOverReferral } from './hand-over-referral.server.ts'

const world = await openWorld()
const parties = await partners(world)
const { recipientWorker, recipientManager, worker } = parties

async function accepted() {
  const { referralId } = await sentReferral(parties)
  await acceptReferral(asking(recipientWorker), { referralId, staffId: recipientWorker.actor.staffId, message: '' })
  return referralId
}

describe('handOverReferral', () => {
  it('gives an accepted referral to a colleague, once, and writes down who', async () => {
    const referralId = await accepted()
    const { staffId } = recipientManager.actor
    const sameForm = asking(recipientWorker)
    for (const _ of [1, 2])
      expect(await handOverReferral(sameForm, { referralId, staffId })).toMatchObject({ ok: true })
    expect(await readReceived(asking(recipientWorker), referralId)).toMatchObject({ workerName: 'Max Idowu' })
    const events = await world.admin`
      select data from case_event where kind = 'referral-handed-over' and subject_id = ${referralId}`
    expect(events).toEqual([{ data: { referralId, staffId, reason: 'chosen' } }])
  })

  it.each([
    { who: 'the sender', person: worker, kind: 'not-found', why: 'it is not theirs to give' },
    { who: 'the recipient', person: recipientWorker, kind: 'not-a-worker', why: 'nobody outside is given a client' },
  ])('is refused to $who with $kind: $why', async ({ person, kind }) => {
    const referralId = await accepted()
    const answer = await handOverReferral(asking(person), { referralId, staffId: worker.actor.staffId })
    expect(answer).toEqual({ ok: false, refusal: { kind } })
  })

  it('says what is possible before the referral is accepted', async () => {
    const { referralId } = await sentReferral(parties)
    const answer = await handOverReferral(asking(recipientWorker), {
      referralId,
      staffId: recipientWorker.actor.staffId,
    })
    expect(answer).toMatchObject({ ok: false, refusal: { kind: 'move-not-possible', state: 'sent' } })
  })
})
