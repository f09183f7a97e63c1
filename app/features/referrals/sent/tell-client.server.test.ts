import { describe, expect, it } from 'vitest'
import { allowed } from '../../../../tests/support/cases.ts'
import { partners, sentReferral } from '../../../../tests/support/referrals.ts'
import { asking, openWorld } from '../../../../tests/support/world.ts'
import { acceptReferral } from '../inbox/accept-referral.server.ts'
import { askForMore } from '../inbox/ask-for-more.server.ts'
import { recordOutcome } from '../steps/record-outcome.server.ts'
import { writeReferralNote } from '../steps/write-note.server.ts'
import { chaseRecipient } from './chase-recipient.server.ts'
import { closeSentReferral } from './close-sent-referral.server.ts'
import { giveMoreInformation } from './give-more-information.server.ts'
import { readSentReferral } from './read-sent-referral.server.ts'
import { tellClient } from './tell-client.server.ts'

const world = await openWorld()
const parties = await partners(world)
const { worker, recipientWorker, manager } = parties
const NOON = new Date('2026-11-23T12:00:00Z')
const AFTERNOON = new Date('2026-11-23T15:00:00Z')

async function accepted() {
  const { referralId } = await sentReferral(parties)
  const staffId = recipientWorker.actor.staffId
  allowed(await acceptReferral(asking(recipientWorker, NOON), { referralId, staffId, message: 'We call tomorrow' }))
  return referralId
}

function read(referralId: string, now = AFTERNOON) {
  return readSentReferral({ actor: worker.actor, now }, referralId)
}

describe('what the sender sees of a referral', () => {
  it('says how far it came, and asks to tell the client until somebody did', async () => {
    const referralId = await accepted()
    const before = await read(referralId)
    expect(before.track.sentence).toContain('Beacon Victim Care accepted it today')
    expect(before.owesNews).toBe(true)
    allowed(await tellClient(asking(worker, AFTERNOON), { referralId, channel: 'phone', toldAt: null }))
    expect((await read(referralId)).owesNews).toBe(false)
  })

  it('shows what the recipient said to us, never the notes it keeps', async () => {
    const referralId = await accepted()
    allowed(await writeReferralNote(asking(recipientWorker, NOON), { referralId, note: 'She sounded frightened' }))
    const seen = JSON.stringify(await read(referralId))
    expect(seen).toContain('We call tomorrow')
    expect(seen).not.toContain('frightened')
  })

  it('is an event of the audit', async () => {
    const referralId = await accepted()
    await read(referralId)
    const [event] = await world.admin`
      select actor_id from case_event where kind = 'record-consulted' and subject_id = ${referralId}`
    expect(event?.actor_id).toBe(worker.actor.staffId)
  })

  it('does not exist for anybody else', async () => {
    const referralId = await accepted()
    const asked = readSentReferral({ actor: recipientWorker.actor, now: NOON }, referralId)
    await expect(asked).rejects.toMatchObject({ status: 404 })
  })
})

describe('tellClient', () => {
  it.each([
    { toldAt: new Date('2026-11-23T16:00:00Z'), kind: 'told-in-the-future' },
    { toldAt: new Date('2026-11-23T11:00:00Z'), kind: 'told-before-news' },
  ])('is refused as $kind', async ({ toldAt, kind }) => {
    const referralId = await accepted()
    const answer = await tellClient(asking(worker, AFTERNOON), { referralId, channel: 'phone', toldAt })
    expect(answer).toMatchObject({ ok: false, refusal: { kind } })
  })

  it('takes a time typed to the minute of the news', async () => {
    const { referralId } = await sentReferral(parties)
    const staffId = recipientWorker.actor.staffId
    const newsAt = new Date('2026-11-23T12:15:30Z')
    allowed(await acceptReferral(asking(recipientWorker, newsAt), { referralId, staffId, message: 'We call tomorrow' }))
    allowed(
      await tellClient(asking(worker, AFTERNOON), {
        referralId,
        channel: 'phone',
        toldAt: new Date('2026-11-23T12:15:00Z'),
      }),
    )
    expect((await read(referralId)).owesNews).toBe(false)
  })

  it('has nothing to tell before there is news', async () => {
    const { referralId } = await sentReferral(parties)
    const answer = await tellClient(asking(worker, AFTERNOON), { referralId, channel: 'phone', toldAt: null })
    expect(answer).toMatchObject({ ok: false, refusal: { kind: 'no-news' } })
  })
})

describe('chaseRecipient', () => {
  it('reminds once a working day, however many ask', async () => {
    const { referralId } = await sentReferral(parties)
    const answers = await Promise.all([worker, manager].map((one) => chaseRecipient(asking(one, NOON), { referralId })))
    expect(answers.filter((answer) => answer.ok)).toHaveLength(1)
    const tomorrow = new Date('2026-11-24T09:00:00Z')
    expect((await chaseRecipient(asking(worker, tomorrow), { referralId })).ok).toBe(true)
    const [told] = await world.admin`
      select count(*)::int as count from case_event where kind = 'referral-chased' and subject_id = ${referralId}`
    expect(told?.count).toBe(2)
  })

  it('does not exist for another agency', async () => {
    const { referralId } = await sentReferral(parties)
    await expect(chaseRecipient(asking(recipientWorker), { referralId })).rejects.toMatchObject({ status: 404 })
  })
})

describe('giveMoreInformation', () => {
  it('gives the recipient the answer and their time again, and is logged as a disclosure', async () => {
    const { referralId, consentId } = await sentReferral(parties)
    allowed(await askForMore(asking(recipientWorker, NOON), { referralId, message: 'Which shop?' }))
    const tuesday = new Date('2026-11-24T09:00:00Z')
    allowed(
      await giveMoreInformation(asking(worker, tuesday), { referralId, seenVersion: 3, message: 'The corner shop' }),
    )
    const [row] = await world.admin`select state, due_at from referral where referral_id = ${referralId}`
    expect(row).toEqual({ state: 'received', due_at: new Date('2026-11-26T23:59:59.999Z') })
    const [event] = await world.admin`
      select justification from case_event where subject_id = ${referralId} and data->>'from' = 'information_asked'`
    expect(event?.justification).toBe(`Consent ${consentId} for support`)
  })

  it('is refused when nothing was asked', async () => {
    const { referralId } = await sentReferral(parties)
    const answer = await giveMoreInformation(asking(worker), { referralId, message: 'Also this' })
    expect(answer).toMatchObject({ ok: false, refusal: { kind: 'move-not-possible' } })
  })
})

describe('closeSentReferral', () => {
  it('ends what has an outcome', async () => {
    const referralId = await accepted()
    allowed(await recordOutcome(asking(recipientWorker, NOON), { referralId, outcome: 'support_given', message: '' }))
    allowed(await closeSentReferral(asking(worker, AFTERNOON), { referralId }))
    expect((await read(referralId)).track.sentence).toBe('Closed today: support given.')
  })
})
