import { expect, it } from 'vitest'
import { referralRow } from '../../../../tests/support/referral-rows.ts'
import { partners } from '../../../../tests/support/referrals.ts'
import { asking, openWorld } from '../../../../tests/support/world.ts'
import { makeMove } from './make-move.server.ts'

const world = await openWorld()
const { sender: from, recipient: to, recipientWorker } = await partners(world)

it('makes one move of two sends of the same form, and refuses a page that is older than the referral', async () => {
  const referralId = await referralRow(world, { from, to, state: 'sent' })
  const form = asking(recipientWorker)
  const receive = { move: 'receive', side: 'recipient' } as const
  const one = await makeMove(form, 'try', { referralId, seenVersion: 1 }, receive)
  expect(one).toMatchObject({ ok: true, value: { from: 'sent', to: 'received', version: 2 } })
  expect(await makeMove(form, 'try', { referralId, seenVersion: 1 }, receive)).toEqual(one)
  const accept = async () => ({ move: 'accept', side: 'recipient' }) as const
  expect(await makeMove(asking(recipientWorker), 'try', { referralId, seenVersion: 1 }, accept)).toMatchObject({
    ok: false,
    refusal: { kind: 'changed-since' },
  })
})
