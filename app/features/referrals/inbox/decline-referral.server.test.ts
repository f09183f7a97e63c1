import { describe, expect, it } from 'vitest'
import { partners, sentReferral } from '../../../../tests/support/referrals.ts'
import { asking, openWorld } from '../../../../tests/support/world.ts'
import { declineReferral, declineReferralInput } from './decline-referral.server.ts'
import { readReceived } from './read-received.server.ts'

const world = await openWorld()
const parties = await partners(world)
const { recipientWorker, sender, recipient } = parties
const centre = await world.agency({ kind: 'reporting_centre' })
const other = await world.agency({ kind: 'community_support', name: 'Unity Steps' })
await world.staff(other)

describe('declineReferral', () => {
  it('says why and who could help instead, and shows nothing of the client from then on', async () => {
    const { referralId } = await sentReferral(parties)
    const before = await readReceived(asking(recipientWorker), referralId)
    expect(before.current?.clientName).toMatch(/^Client/)
    const input = { referralId, reason: 'out_of_scope', suggestedAgencyId: other.agencyId, message: '' } as const
    expect(await declineReferral(asking(recipientWorker), input)).toMatchObject({ ok: true, value: { to: 'declined' } })
    const page = await readReceived(asking(recipientWorker), referralId)
    expect(page).toMatchObject({
      current: null,
      earlier: [],
      reason: 'out_of_scope',
      suggested: { name: 'Unity Steps' },
    })
    expect(page.moves).toEqual([])
  })

  it.each([
    { who: 'the sender', agencyId: () => sender.agencyId },
    { who: 'ourselves', agencyId: () => recipient.agencyId },
    { who: 'a centre that receives no referrals', agencyId: () => centre.agencyId },
    { who: 'an agency that does not exist', agencyId: () => '00000000-0000-4000-8000-000000000000' },
  ])('takes $who for no alternative', async ({ agencyId }) => {
    const { referralId } = await sentReferral(parties)
    const input = { referralId, reason: 'capacity_full', suggestedAgencyId: agencyId(), message: '' } as const
    const answer = await declineReferral(asking(recipientWorker), input)
    expect(answer).toEqual({ ok: false, refusal: { kind: 'fields-missing', fields: ['suggestion'] } })
  })

  it('takes no form without a reason of the list and an agency', () => {
    const typed = declineReferralInput.safeParse({ reason: 'do not like them', suggestedAgencyId: '' })
    expect(typed.error?.issues.map(({ message }) => message)).toEqual([
      'Choose why you decline',
      'Suggest an agency that could help instead',
    ])
  })
})
