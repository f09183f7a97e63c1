import { describe, expect, it } from 'vitest'
import { partners, sentReferral } from '../../../../tests/support/referrals.ts'
import { asking, openWorld } from '../../../../tests/support/world.ts'
import { askForMore, askForMoreInput } from './ask-for-more.server.ts'

const world = await openWorld()
const parties = await partners(world)
const { recipientWorker } = parties

describe('askForMore', () => {
  it('puts the question to the sender; the time to answer starts again', async () => {
    const now = new Date('2026-11-24T15:00:00Z')
    const { referralId } = await sentReferral(parties)
    const answer = await askForMore(asking(recipientWorker, now), { referralId, message: 'Which estate?' })
    expect(answer).toMatchObject({ ok: true, value: { to: 'information_asked' } })
    const [row] = await world.admin`select lane, due_at, news_at from referral where referral_id = ${referralId}`
    expect(row).toEqual({ lane: 'to_answer', due_at: new Date('2026-11-26T23:59:59.999Z'), news_at: null })
  })

  it('needs a question', async () => {
    expect(askForMoreInput.safeParse({ message: '  ' }).error?.issues[0]?.message).toBe('Write what you need to know')
    const { referralId } = await sentReferral(parties)
    expect(await askForMore(asking(recipientWorker), { referralId, message: ' ' })).toMatchObject({
      refusal: { kind: 'fields-missing', fields: ['message'] },
    })
  })
})
