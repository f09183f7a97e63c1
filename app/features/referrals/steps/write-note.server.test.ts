import { describe, expect, it } from 'vitest'
import { asActor } from '../../../../db/as-actor.ts'
import { referralNote } from '../../../../db/schema/referral.ts'
import { partners, sentReferral } from '../../../../tests/support/referrals.ts'
import { asking, openWorld } from '../../../../tests/support/world.ts'
import { readReceived } from '../inbox/read-received.server.ts'
import { withdrawConsent } from '../sent/withdraw-consent.server.ts'
import { writeReferralNote } from './write-note.server.ts'

const world = await openWorld()
const parties = await partners(world)
const { recipientWorker, recipientManager, worker } = parties

describe('writeNote', () => {
  it('is for colleagues, and never for the agency that referred', async () => {
    const { referralId } = await sentReferral(parties)
    await writeReferralNote(asking(recipientWorker), { referralId, note: 'Knows her from before.' })
    const { notes } = await readReceived(asking(recipientManager), referralId)
    expect(notes).toMatchObject([{ note: 'Knows her from before.', byName: 'Bea Novak' }])
    expect(await asActor(worker.actor, (tx) => tx.select().from(referralNote))).toEqual([])
  })

  it('stays when the client has withdrawn consent and everything else is gone', async () => {
    const { referralId, caseId, consentId } = await sentReferral(parties)
    await writeReferralNote(asking(recipientWorker), { referralId, note: 'First call made.' })
    expect(await withdrawConsent(asking(worker), { caseId, consentId, how: 'by phone' })).toMatchObject({ ok: true })
    const page = await readReceived(asking(recipientWorker), referralId)
    expect(page).toMatchObject({ state: 'stopped_consent_withdrawn', current: null, earlier: [], moves: [] })
    expect(page.notes).toMatchObject([{ note: 'First call made.' }])
    expect(await writeReferralNote(asking(recipientWorker), { referralId, note: 'Copies destroyed.' })).toMatchObject({
      ok: true,
    })
  })

  it('is refused to whoever was not sent the referral', async () => {
    const { referralId } = await sentReferral(parties)
    const notFound = { ok: false, refusal: { kind: 'not-found' } }
    expect(await writeReferralNote(asking(worker), { referralId, note: 'x' })).toEqual(notFound)
    const stranger = await world.staff(await world.agency())
    expect(await writeReferralNote(asking(stranger), { referralId, note: 'x' })).toEqual(notFound)
  })
})
