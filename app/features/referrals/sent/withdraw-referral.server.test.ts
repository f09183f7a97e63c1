import { eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { asActor } from '../../../../db/as-actor.ts'
import { referralPackage } from '../../../../db/schema/referral.ts'
import { allowed } from '../../../../tests/support/cases.ts'
import { partners, sentReferral } from '../../../../tests/support/referrals.ts'
import { asking, openWorld } from '../../../../tests/support/world.ts'
import { enterInError } from './enter-in-error.server.ts'
import { withdrawReferral } from './withdraw-referral.server.ts'

const world = await openWorld()
const parties = await partners(world)
const { worker, recipientWorker } = parties

async function rowOf(referralId: string) {
  const [row] = await world.admin`select * from referral where referral_id = ${referralId}`
  return row
}

function packagesSeen(referralId: string) {
  return asActor(recipientWorker.actor, (tx) =>
    tx.select().from(referralPackage).where(eq(referralPackage.referralId, referralId)),
  )
}

describe('withdrawReferral', () => {
  it.each([
    { reason: 'feels_unsafe', state: 'withdrawn_by_client' },
    { reason: 'no_answer', state: 'withdrawn_by_agency' },
  ] as const)('tells by the reason ($reason) whose wish it was', async ({ reason, state }) => {
    const { referralId } = await sentReferral(parties)
    allowed(await withdrawReferral(asking(worker), { referralId, seenVersion: 2, reason }))
    expect(await rowOf(referralId)).toMatchObject({ state, reason })
    expect(await packagesSeen(referralId)).toEqual([])
  })

  it('is not for the recipient to do', async () => {
    const { referralId } = await sentReferral(parties)
    const answer = await withdrawReferral(asking(recipientWorker), { referralId, reason: 'no_answer' })
    expect(answer).toMatchObject({ ok: false, refusal: { kind: 'not-found' } })
  })
})

describe('enterInError', () => {
  it('hides the package from the recipient and deletes nothing', async () => {
    const { referralId } = await sentReferral(parties)
    allowed(await enterInError(asking(worker), { referralId, seenVersion: 2, reason: 'wrong_client' }))
    expect(await rowOf(referralId)).toMatchObject({ state: 'entered_in_error', reason: 'wrong_client' })
    expect(await packagesSeen(referralId)).toEqual([])
    const [kept] =
      await world.admin`select count(*)::int as count from referral_package where referral_id = ${referralId}`
    expect(kept?.count).toBe(1)
  })
})
