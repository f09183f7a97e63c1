import { describe, expect, it } from 'vitest'
import { allowed } from '../../../tests/support/cases.ts'
import { authorisedOverride, LEAST_DATA, overrideInput } from '../../../tests/support/casework/overrides.ts'
import {
  acceptedReferral,
  decidedReferral,
  declinedReferral,
  partners,
  recordedConsent,
  referableCase,
  sendInput,
  sentReferral,
} from '../../../tests/support/referrals.ts'
import { asking, MONDAY_MORNING, openWorld, type Person } from '../../../tests/support/world.ts'
import { askOverride } from '../consents/ask-override.server.ts'
import { confirmStopped } from '../referrals/inbox/confirm-stopped.server.ts'
import { readReceived } from '../referrals/inbox/read-received.server.ts'
import { sendReferral } from '../referrals/send/send-referral.server.ts'
import { tellClient } from '../referrals/sent/tell-client.server.ts'
import { withdrawConsent } from '../referrals/sent/withdraw-consent.server.ts'
import { readToday } from './read-today.server.ts'

const world = await openWorld()
const parties = await partners(world)
const { worker, manager } = parties
const other = await world.agency({ kind: 'community_support', name: 'Unity Steps' })
await world.staff(other)

const NOON = new Date(MONDAY_MORNING.getTime() + 3 * 3_600_000)

async function todayOf<Page extends Awaited<ReturnType<typeof readToday>>['page']>(
  { actor, name }: Person,
  page: Page,
  now = NOON,
) {
  const today = await readToday({ actor, now })
  if (today.page !== page) throw new Error(`${name} got the page ${today.page}`)
  return today as Extract<typeof today, { page: Page }>
}

describe('what Today says of sharing and of referrals', () => {
  it('tells whoever asked that they may send without consent, until it is sent or a week has passed', async () => {
    const { caseId } = await referableCase(parties)
    const { overrideId } = await authorisedOverride(parties, caseId, {})
    const authorised = async (now = NOON) =>
      (await todayOf(worker, 'casework', now)).authorised.filter(({ taskId }) => taskId === overrideId)
    const href = `/cases/${caseId}/refer?purpose=support&to=${parties.recipient.agencyId}`
    expect(await authorised()).toMatchObject([{ title: 'Authorised: send to Beacon Victim Care', href }])
    expect(await authorised(new Date('2026-11-30T09:00:00Z'))).toEqual([])
    allowed(await sendReferral(asking(worker), sendInput(parties, caseId, { categories: LEAST_DATA })))
    expect(await authorised()).toEqual([])
  })

  it('tells whoever has the case what the client agreed to and is not sent, agency by agency', async () => {
    const { caseId } = await referableCase(parties)
    const unsent = async (now = NOON) => {
      const tasks = (await todayOf(worker, 'casework', now)).unsent.filter(({ href }) => href === `/cases/${caseId}`)
      return tasks.map(({ title }) => title.split(' to ')[1])
    }
    await recordedConsent(parties, caseId)
    await recordedConsent({ ...parties, recipient: other }, caseId)
    expect(await unsent()).toEqual([parties.recipient.name, other.name])
    allowed(await sendReferral(asking(worker), sendInput(parties, caseId)))
    expect(await unsent()).toEqual([other.name])
    expect(await unsent(new Date('2027-06-01T09:00:00Z'))).toEqual([])
    await recordedConsent({ ...parties, recipient: other }, caseId, { decision: 'not_now' })
    expect(await unsent()).toEqual([])
  })

  it('shows violence or its threat first among what is agreed and not sent, with the safe hours', async () => {
    const earlier = await referableCase(parties)
    await recordedConsent(parties, earlier.caseId)
    const { caseId } = await referableCase(parties, { report: { violence: 'yes', safeTimes: 'Weekdays 10 to 12' } })
    const { consentId } = await recordedConsent(parties, caseId, { now: NOON })
    const { unsent } = await todayOf(worker, 'casework')
    expect(unsent.length).toBeGreaterThan(1)
    expect(unsent[0]).toMatchObject({ taskId: consentId, violence: { safeTimes: 'Weekdays 10 to 12' } })
  })

  it('leads to the decision that was kept, where what was authorised had been decided before', async () => {
    const { caseId, referralId } = await decidedReferral(parties)
    const { overrideId } = await authorisedOverride(parties, caseId, {})
    const { authorised } = await todayOf(worker, 'casework')
    expect(authorised.find(({ taskId }) => taskId === overrideId)?.href).toBe(`/sent/${referralId}/send`)
  })

  it('no longer says authorised once the client has said yes, which a manager did not know', async () => {
    const { caseId } = await referableCase(parties)
    const { overrideId } = await authorisedOverride(parties, caseId, {})
    await recordedConsent(parties, caseId)
    await world.admin`update consent set recorded_at = ${NOON} where case_id = ${caseId}`
    const { authorised } = await todayOf(worker, 'casework')
    expect(authorised.map(({ taskId }) => taskId)).not.toContain(overrideId)
  })

  it('says what a manager has not decided yet to whoever asked', async () => {
    const { caseId } = await referableCase(parties)
    const input = overrideInput(parties.recipient.agencyId, caseId)
    const { overrideId } = allowed(await askOverride(asking(worker), input))
    const { requests, authorised } = await todayOf(worker, 'casework')
    expect(requests.map((each) => each.overrideId)).toContain(overrideId)
    expect(authorised.map(({ taskId }) => taskId)).not.toContain(overrideId)
    const { decisions } = await todayOf(manager, 'manager')
    expect(decisions.map(({ taskId }) => taskId)).toContain(overrideId)
  })

  describe('when another agency has declined', () => {
    const tell = (referralId: string) =>
      tellClient(asking(worker, NOON), { referralId, channel: 'phone', toldAt: null })
    const unhelped = async (referralId: string) =>
      (await todayOf(worker, 'casework')).unhelped.filter(({ taskId }) => taskId === referralId)

    it('names the agency that is suggested with the news, and after it, until the client is sent there', async () => {
      const { referralId, caseId } = await declinedReferral(parties, other)
      const { news } = await todayOf(worker, 'casework')
      expect(news.find(({ taskId }) => taskId === referralId)?.why).toContain('Unity Steps is suggested: ask Client')
      expect(await unhelped(referralId)).toEqual([])
      allowed(await tell(referralId))
      expect(await unhelped(referralId)).toMatchObject([{ action: { href: `/sent/${referralId}/reroute` } }])
      await recordedConsent({ ...parties, recipient: other }, caseId)
      const instead = { ...sendInput({ recipient: other }, caseId), reroutedFromId: referralId }
      allowed(await sendReferral(asking(worker), instead))
      expect(await unhelped(referralId)).toEqual([])
    })

    it('asks no more once the client said no to the other agency', async () => {
      const { referralId, caseId } = await declinedReferral(parties, other)
      allowed(await tell(referralId))
      expect(await unhelped(referralId)).toHaveLength(1)
      await recordedConsent({ ...parties, recipient: other }, caseId, { decision: 'refused' })
      expect(await unhelped(referralId)).toEqual([])
    })
  })

  it('says of a referral that the client withdrew that it was stopped: the other agency has answered nothing', async () => {
    const { referralId, caseId, consentId } = await sentReferral(parties)
    allowed(await withdrawConsent(asking(worker), { caseId, consentId, how: 'By phone' }))
    const { news } = await todayOf(worker, 'casework')
    const title = news.find(({ taskId }) => taskId === referralId)?.title
    expect(title).toMatch(/^Tell Client \d+ the news about the referral to Beacon Victim Care$/)
  })

  it('says that another agency has not answered in time, and offers to remind it', async () => {
    const { referralId } = await sentReferral(parties)
    const waiting = async (now?: Date) =>
      (await todayOf(worker, 'casework', now)).waiting.find((each) => each.referralId === referralId)
    expect(await waiting()).toMatchObject({ statusWords: 'Sent', late: '' })
    const daysLater = new Date('2026-11-30T09:00:00Z')
    expect(await waiting(daysLater)).toMatchObject({ late: 'No answer in time', chaseable: true })
  })

  describe('when what was received is taken back', () => {
    const { recipientWorker, recipientManager } = parties
    const withdraw = (input: { caseId: string; consentId: string }) =>
      withdrawConsent(asking(worker, NOON), { caseId: input.caseId, consentId: input.consentId, how: 'By phone' })
    const stopped = async (person: Person, page: 'casework' | 'manager', referralId: string) =>
      (await todayOf(person, page)).stopped.filter(({ taskId }) => taskId === referralId)

    it('names the client whom to stop contacting until the agency has confirmed it, however often it is opened', async () => {
      const accepted = await acceptedReferral(parties)
      const { referralId } = accepted
      const { current } = await readReceived(asking(recipientWorker), referralId)
      expect(await stopped(recipientWorker, 'casework', referralId)).toEqual([])
      allowed(await withdraw(accepted))
      const [task] = await stopped(recipientWorker, 'casework', referralId)
      expect(current?.clientName).toMatch(/\S/)
      expect(task?.title).toBe(`Stop contact: ${current?.clientName}`)
      expect(task?.why).toMatch(
        /^Referral \S+ from Harthill Bridge Homes\. Stopped: consent withdrawn, today at 12:00\./,
      )
      expect(await stopped(recipientManager, 'manager', referralId)).toEqual([])
      await readReceived(asking(recipientWorker, NOON), referralId)
      expect(await stopped(recipientWorker, 'casework', referralId)).toHaveLength(1)
      allowed(await confirmStopped(asking(recipientManager, NOON), { referralId }))
      expect(await stopped(recipientWorker, 'casework', referralId)).toEqual([])
    })

    it('lists for the managers what had no case worker, if a colleague had opened it', async () => {
      const [unread, read] = [await sentReferral(parties), await sentReferral(parties)]
      await readReceived(asking(recipientWorker), read.referralId)
      for (const each of [unread, read]) allowed(await withdraw(each))
      expect(await stopped(recipientManager, 'manager', unread.referralId)).toEqual([])
      expect(await stopped(recipientManager, 'manager', read.referralId)).toHaveLength(1)
      expect(await stopped(recipientWorker, 'casework', read.referralId)).toEqual([])
      allowed(await confirmStopped(asking(recipientWorker, NOON), { referralId: read.referralId }))
      expect(await stopped(recipientManager, 'manager', read.referralId)).toEqual([])
    })
  })
})
