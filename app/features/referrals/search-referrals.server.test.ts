import { describe, expect, it } from 'vitest'
import { partners, sentReferral } from '../../../tests/support/referrals.ts'
import { asking, openWorld, type Person } from '../../../tests/support/world.ts'
import { declineReferral } from './inbox/decline-referral.server.ts'
import { searchReferrals } from './search-referrals.server.ts'

const world = await openWorld()
const parties = await partners(world)
const { worker, recipientWorker } = parties
const alternative = await world.agency({ kind: 'community_support' })
const stranger = await world.staff(await world.agency())

async function sent() {
  const { referralId } = await sentReferral(parties)
  const [row] = await world.admin`
    select r.reference, p.client_name as name, c.safe_contact ->> 'phone' as phone
    from referral r join referral_package p using (referral_id)
    join referral_origin o using (referral_id) join case_file f using (case_id) join client c using (client_id)
    where r.referral_id = ${referralId}`
  return { referralId, ...row } as { referralId: string; reference: string; name: string; phone: string }
}

async function found(by: Person, typed: string) {
  const { received, sent } = await searchReferrals({ actor: by.actor }, typed)
  const ids = (rows: { referralId: string }[]) => rows.map(({ referralId }) => referralId)
  return { received: ids(received), sent: ids(sent) }
}

describe('a search among referrals', () => {
  it('finds by name, number and reference what each side has, and nothing of other agencies', async () => {
    const { referralId, reference, name, phone } = await sent()
    for (const typed of [name, name.toUpperCase(), phone.replace(/^0/, '+44 '), reference, reference.slice(0, -1)]) {
      expect(await found(worker, typed), typed).toMatchObject({ sent: [referralId], received: [] })
      expect(await found(recipientWorker, typed), typed).toMatchObject({ sent: [], received: [referralId] })
      expect(await found(stranger, typed), typed).toEqual({ sent: [], received: [] })
    }
  })

  it('shows both sides that there was violence or a threat', async () => {
    const { referralId, reference } = await sent()
    await world.admin`update referral set serious = true where referral_id = ${referralId}`
    await world.admin`update case_file set serious = true
      where case_id = (select case_id from referral_origin where referral_id = ${referralId})`
    const [byUs, toUs] = [
      await searchReferrals({ actor: worker.actor }, reference),
      await searchReferrals({ actor: recipientWorker.actor }, reference),
    ]
    expect(byUs.sent).toMatchObject([{ violence: { safeTimes: expect.any(String) } }])
    expect(toUs.received).toMatchObject([{ violence: { safeTimes: expect.any(String) } }])
  })

  it('finds nothing for its recipient by what was shared, once it is hidden', async () => {
    const { referralId, reference, name, phone } = await sent()
    const declined = await declineReferral(asking(recipientWorker), {
      ...{ referralId, reason: 'out_of_scope', suggestedAgencyId: alternative.agencyId, message: '' },
    })
    expect(declined.ok).toBe(true)
    for (const typed of [name, phone]) expect((await found(recipientWorker, typed)).received).toEqual([])
    expect((await found(recipientWorker, reference)).received).toEqual([referralId])
    expect((await found(worker, name)).sent).toEqual([referralId])
  })
})
