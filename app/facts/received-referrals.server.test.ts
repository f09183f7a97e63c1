import { expect, it } from 'vitest'
import { referralRow } from '../../tests/support/referral-rows.ts'
import { partners } from '../../tests/support/referrals.ts'
import { openWorld } from '../../tests/support/world.ts'
import { isOpenState, REFERRAL_STATES, STATE_IDS } from '../domain/referrals/referral.ts'

const world = await openWorld()
const { sender, recipient } = await partners(world)

it.each(STATE_IDS)(
  'the database puts %s into the lane of the table of states, urgent while it is open',
  async (state) => {
    const referralId = await referralRow(world, { from: sender, to: recipient, state, serious: true })
    const [row] = await world.admin`select lane, urgent_order from referral where referral_id = ${referralId}`
    expect(row).toEqual({ lane: REFERRAL_STATES[state].lane, urgent_order: isOpenState(state) ? 0 : 1 })
  },
)
