import { and, eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { asActor } from '../../../../db/as-actor.ts'
import { referralNote, referralPackage, referralStep } from '../../../../db/schema/referral.ts'
import { allowed } from '../../../../tests/support/cases.ts'
import {
  decidedReferral,
  partners,
  recordedConsent,
  referableCase,
  sendInput,
  sentReferral,
} from '../../../../tests/support/referrals.ts'
import { asking, openWorld } from '../../../../tests/support/world.ts'
import { acceptReferral } from '../inbox/accept-referral.server.ts'
import { askForMore } from '../inbox/ask-for-more.server.ts'
import { sendReferral } from '../send/send-referral.server.ts'
import { recordOutcome } from '../steps/record-outcome.server.ts'
import { closeSentReferral } from './close-sent-referral.server.ts'
import { giveMoreInformation } from './give-more-information.server.ts'
import { withdrawConsent } from './withdraw-consent.server.ts'

const world = await openWorld()
const parties = await partners(world)
const { worker, recipientWorker } = parties
const LATER = new Date('2026-11-23T11:00:00Z')

const how = 'By phone'

async function rowOf(referralId: string) {
  const [row] = await world.admin`select * from referral where referral_id = ${referralId}`
  return row
}

function seenByRecipient(referralId: string) {
  return asActor(recipientWorker.actor, async (tx) => ({
    packages: await tx.select().from(referralPackage).where(eq(referralPackage.referralId, referralId)),
    words: await tx
      .select({ message: referralStep.message })
      .from(referralStep)
      .where(and(eq(referralStep.referralId, referralId), eq(referralStep.fromAgencyId, parties.sender.agencyId))),
    notes: await tx.select().from(referralNote).where(eq(referralNote.referralId, referralId)),
  }))
}

function accepted(referralId: string) {
  const input = { referralId, staffId: recipientWorker.actor.staffId, message: '' }
  return acceptReferral(asking(recipientWorker), input)
}

describe('withdrawConsent', () => {
  it('stops what was not sent yet, ends its clock, and tells the other agency nothing', async () => {
    const { referralId, caseId } = await decidedReferral(parties)
    const { consentId } = await recordedConsent(parties, caseId)
    const answer = allowed(await withdrawConsent(asking(worker, LATER), { caseId, consentId, how }))
    expect(answer).toEqual({ consentId, stoppedBeforeSending: 1, hidden: 0 })
    expect(await rowOf(referralId)).toMatchObject({ state: 'stopped_consent_withdrawn', sent_at: null })
    const [clock] = await world.admin`select state from clock where subject_id = ${referralId} and clause = 'I2'`
    expect(clock?.state).toBe('cancelled')
    const seen = await asActor(recipientWorker.actor, (tx) =>
      tx.select().from(referralStep).where(eq(referralStep.referralId, referralId)),
    )
    expect(seen).toEqual([])
  })

  it('stops what was sent and hides the package from the recipient at once', async () => {
    const { referralId, caseId, consentId } = await sentReferral(parties)
    allowed(await accepted(referralId))
    expect((await seenByRecipient(referralId)).packages).toHaveLength(1)
    allowed(await withdrawConsent(asking(worker, LATER), { caseId, consentId, how }))
    expect(await rowOf(referralId)).toMatchObject({
      state: 'stopped_consent_withdrawn',
      hidden_at: LATER,
      news_at: LATER,
      client_told_at: null,
    })
    expect((await seenByRecipient(referralId)).packages).toEqual([])
  })

  it('hides what was written besides, and leaves the recipient its own notes', async () => {
    const { referralId, caseId, consentId } = await sentReferral(parties)
    allowed(await askForMore(asking(recipientWorker), { referralId, message: 'Which shop?' }))
    const { version: seenVersion } = (await rowOf(referralId)) as { version: number }
    const message = 'The corner shop.'
    allowed(await giveMoreInformation(asking(worker), { referralId, seenVersion, message }))
    const { agencyId, staffId } = recipientWorker.actor
    const note = {
      agency_id: agencyId,
      note_id: crypto.randomUUID(),
      referral_id: referralId,
      note: 'Ours',
      staff_id: staffId,
      noted_at: LATER,
    }
    await world.admin`insert into referral_note ${world.admin(note)}`
    allowed(await withdrawConsent(asking(worker, LATER), { caseId, consentId, how }))
    const { words, notes } = await seenByRecipient(referralId)
    expect(words.map((word) => word.message)).not.toContain(message)
    expect(words.map((word) => word.message)).toContain('Which shop?')
    expect(notes).toHaveLength(1)
  })

  it('hides the package of a referral that is long closed, which stays closed', async () => {
    const { referralId, caseId, consentId } = await sentReferral(parties)
    allowed(await accepted(referralId))
    allowed(await recordOutcome(asking(recipientWorker), { referralId, outcome: 'support_given', message: '' }))
    const { version: seenVersion } = (await rowOf(referralId)) as { version: number }
    allowed(await closeSentReferral(asking(worker), { referralId, seenVersion }))
    allowed(await withdrawConsent(asking(worker, LATER), { caseId, consentId, how }))
    expect(await rowOf(referralId)).toMatchObject({ state: 'closed', hidden_at: LATER, news_at: LATER })
    expect((await seenByRecipient(referralId)).packages).toEqual([])
  })

  it('takes back what rested on an older consent for the same agency and purpose too', async () => {
    const { referralId, caseId } = await sentReferral(parties)
    const newer = await recordedConsent(parties, caseId, { now: LATER })
    allowed(await withdrawConsent(asking(worker, LATER), { caseId, consentId: newer.consentId, how }))
    expect(await rowOf(referralId)).toMatchObject({ state: 'stopped_consent_withdrawn' })
  })

  it('leaves what was hidden before as it is, with the day it was hidden', async () => {
    const { referralId, caseId, consentId } = await sentReferral(parties)
    allowed(await withdrawConsent(asking(worker), { caseId, consentId, how }))
    const before = await rowOf(referralId)
    const newer = await recordedConsent(parties, caseId, { now: LATER })
    const at = new Date(LATER.getTime() + 60_000)
    const answer = allowed(await withdrawConsent(asking(worker, at), { caseId, consentId: newer.consentId, how }))
    expect(answer).toMatchObject({ stoppedBeforeSending: 0, hidden: 0 })
    expect(await rowOf(referralId)).toEqual(before)
  })

  it('leaves what went to another agency or for another purpose as it is', async () => {
    const { referralId, caseId } = await sentReferral(parties)
    const other = await recordedConsent(parties, caseId, { purposes: ['risk_meeting'] })
    allowed(await withdrawConsent(asking(worker, LATER), { caseId, consentId: other.consentId, how }))
    expect(await rowOf(referralId)).toMatchObject({ state: 'sent', hidden_at: null })
  })

  it('lets nothing go any more', async () => {
    const { caseId } = await referableCase(parties)
    const { consentId } = await recordedConsent(parties, caseId)
    allowed(await withdrawConsent(asking(worker), { caseId, consentId, how }))
    const answer = await sendReferral(asking(worker, LATER), sendInput(parties, caseId))
    expect(answer).toMatchObject({ ok: false, refusal: { kind: 'consent-missing', because: 'withdrawn' } })
  })

  it('says so when it was withdrawn before, and changes nothing', async () => {
    const { caseId, consentId } = await sentReferral(parties)
    allowed(await withdrawConsent(asking(worker), { caseId, consentId, how }))
    const again = await withdrawConsent(asking(worker, LATER), { caseId, consentId, how })
    expect(again).toMatchObject({ ok: false, refusal: { kind: 'already-withdrawn' } })
  })

  it('bears a moment that is not before the sending it takes back', async () => {
    const { referralId, caseId, consentId } = await sentReferral(parties, { now: LATER })
    const early = new Date(LATER.getTime() - 5)
    allowed(await withdrawConsent(asking(worker, early), { caseId, consentId, how }))
    const [row] = await world.admin`select withdrawn_at from consent where consent_id = ${consentId}`
    expect(row?.withdrawn_at).toEqual((await rowOf(referralId))?.sent_at)
  })

  it('answers a consent of another agency as one that does not exist', async () => {
    const { caseId, consentId } = await sentReferral(parties)
    const asked = withdrawConsent(asking(recipientWorker), { caseId, consentId, how })
    await expect(asked).rejects.toMatchObject({ status: 404 })
  })
})
