import { describe, expect, it } from 'vitest'
import { allowed } from '../../../../tests/support/cases.ts'
import { referralByOverride } from '../../../../tests/support/casework/overrides.ts'
import { partners, recordedConsent, sentReferral } from '../../../../tests/support/referrals.ts'
import { asking, MONDAY_MORNING, openWorld } from '../../../../tests/support/world.ts'
import { refusalMessage, sayRefusal } from '../../../forms/refusal-table.server.ts'
import { askForMore } from '../inbox/ask-for-more.server.ts'
import { SENDER_REFUSALS } from '../refusal-words.server.ts'
import { giveMoreInformation } from './give-more-information.server.ts'

const world = await openWorld()
const parties = await partners(world)
const { worker, recipientWorker } = parties
const LATER = new Date('2026-11-23T11:00:00Z')
const NEXT_YEAR = new Date('2027-11-22T09:00:00Z')

async function asked<Sent extends { referralId: string }>(sent: Sent) {
  const { referralId } = sent
  allowed(await askForMore(asking(recipientWorker), { referralId, message: 'Which shop?' }))
  return sent
}

function answer(referralId: string, now = MONDAY_MORNING) {
  return giveMoreInformation(asking(worker, now), { referralId, seenVersion: 3, message: 'The corner shop.' })
}

async function messagesOf(referralId: string) {
  const rows = await world.admin`
    select message from referral_step where referral_id = ${referralId} and move = 'give_more'`
  return rows.map(({ message }) => message)
}

describe('giveMoreInformation', () => {
  it('I2: lets no word out once the consent has passed its review day, and says how to correct it', async () => {
    const { referralId } = await asked(await sentReferral(parties))
    const refused = await answer(referralId, NEXT_YEAR)
    expect(refused).toMatchObject({ ok: false, refusal: { kind: 'consent-missing', because: 'review_due' } })
    expect(await messagesOf(referralId)).toEqual([])
    if (refused.ok) return
    const { status, errors } = sayRefusal(SENDER_REFUSALS, refused.refusal)
    expect(status).toBe(403)
    expect(errors[0]?.message).toContain('confirm it with the client before sharing anything new')
  })

  it('I2: lets no word out after a later no of the client for that agency', async () => {
    const { referralId, caseId } = await asked(await sentReferral(parties))
    await recordedConsent(parties, caseId, { decision: 'refused', now: LATER })
    const refused = await answer(referralId, LATER)
    expect(refused).toMatchObject({ ok: false, refusal: { kind: 'consent-missing', because: 'refused' } })
    expect(await messagesOf(referralId)).toEqual([])
    if (!refused.ok) expect(refusalMessage(SENDER_REFUSALS, refused.refusal)).toContain('Ask the client again')
  })

  it('answers again once the client has confirmed it', async () => {
    const { referralId, caseId } = await asked(await sentReferral(parties))
    await recordedConsent(parties, caseId, { now: NEXT_YEAR })
    allowed(await answer(referralId, NEXT_YEAR))
    expect(await messagesOf(referralId)).toEqual(['The corner shop.'])
  })

  it('goes on with what a manager authorised for this referral, on that ground', async () => {
    const { referralId, overrideId } = await asked(await referralByOverride(parties))
    allowed(await answer(referralId))
    const [event] = await world.admin`
      select ground, justification from case_event
      where subject_id = ${referralId} and kind = 'referral-moved' and agency_id = ${parties.sender.agencyId}`
    expect(event).toEqual({ ground: 'risk_to_life', justification: `Override ${overrideId} for support` })
  })

  it('says that there is no question, whatever the client has said since', async () => {
    const { referralId } = await sentReferral(parties)
    const refused = await answer(referralId, NEXT_YEAR)
    expect(refused).toMatchObject({ ok: false, refusal: { kind: 'move-not-possible' } })
  })
})
