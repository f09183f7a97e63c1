import { beforeEach, describe, expect, it } from 'vitest'
import { asActor } from '../../db/as-actor.ts'
import { reportedCase } from '../../tests/support/cases.ts'
import { openPost, tellEverything } from '../../tests/support/post.ts'
import { type Partners, partners, referableCase, sentReferral } from '../../tests/support/referrals.ts'
import { asking, openWorld, type Person } from '../../tests/support/world.ts'
import { FIRST_RULES } from '../domain/hotspots/release/release-rules.ts'
import { AGENCY_WITHDRAWAL_REASONS } from '../domain/referrals/referral-reason.ts'
import { allocateCase } from '../features/casework/allocation/allocate-case.server.ts'
import { type AskOverrideInput, askOverride } from '../features/consents/ask-override.server.ts'
import { proposeRules } from '../features/hotspots/rules/propose-rules.server.ts'
import { type MoveToMake, moveReferral } from '../features/referrals/moves/move-referral.server.ts'
import { withdrawConsent } from '../features/referrals/sent/withdraw-consent.server.ts'
import { runForEachAgency } from './agency-job.server.ts'
import { notifyOfEvent } from './notify-of-event.server.ts'
import { sendUnsent } from './send-digest.server.ts'

const world = await openWorld({ login: 'worker' })
const { post, sink, logged } = await openPost()
const dutyOf = async (agencyId: string) =>
  (await world.admin`select duty_email from agency where agency_id = ${agencyId}`)[0]?.duty_email as string

async function choose({ actor }: Person, kind: string, how: string) {
  const { agencyId, staffId } = actor
  await world.admin`insert into notification_choice ${world.admin({ agency_id: agencyId, staff_id: staffId, kind, how })}`
}

async function leaves({ actor }: Person) {
  await world.admin`update staff set active = false, left_at = now() where staff_id = ${actor.staffId}`
}

async function moves(person: Person, move: Omit<MoveToMake, 'referralId'>, referralId: string) {
  const moved = await asActor(person.actor, (tx) => moveReferral(tx, asking(person), { ...move, referralId }))
  expect(moved.ok).toBe(true)
}

/** Whatever has gone out, as "who: subject"; and the sink is empty again. */
function taken() {
  return sink.mails.splice(0).map(({ to, subject }) => `${to.join()}: ${subject}`)
}

let parties: Partners
beforeEach(async () => {
  parties = await partners(world)
  sink.answer.code = 250
  await world.admin`delete from pgboss.job`
  sink.mails.splice(0)
})

describe('telling of a referral', () => {
  it('writes to the recipient’s duty address at once and keeps the rest for the morning', async () => {
    const { reference } = await referenceOf(await sentReferral(parties))
    await tellEverything(world, post)
    expect(taken()).toEqual([
      `${await dutyOf(parties.recipient.agencyId)}: ${reference}: a referral is waiting for your agency`,
    ])
    const waiting = await world.admin`
      select staff_id, how from notification where agency_id = ${parties.recipient.agencyId} and sent_at is null`
    expect(waiting.map(({ how }) => how)).toEqual(['digest', 'digest'])
  })

  it('follows what each person has chosen', async () => {
    await choose(parties.recipientWorker, 'referral-arrived', 'at_once')
    await choose(parties.recipientManager, 'referral-arrived', 'never')
    await sentReferral(parties)
    await tellEverything(world, post)
    const mails = taken()
    expect(mails).toHaveLength(2)
    expect(mails.join()).toContain(parties.recipientWorker.email)
    expect(mails.join()).not.toContain(parties.recipientManager.email)
    const [never] = await world.admin`
      select count(*)::int as rows from notification where staff_id = ${parties.recipientManager.actor.staffId}`
    expect(never?.rows).toBe(0)
  })

  it('tells the sender of the answer, and the recipient of a withdrawal', async () => {
    const { referralId } = await sentReferral(parties)
    await tellEverything(world, post)
    taken()
    await moves(parties.recipientWorker, { move: 'accept', side: 'recipient' }, referralId)
    await tellEverything(world, post)
    const answered = taken()
    expect(answered.map((line) => line.split(': ').at(-1))).toEqual(Array(2).fill('your referral has been answered'))
    expect(answered.join()).toContain(parties.worker.email)
    const given = { reason: Object.keys(AGENCY_WITHDRAWAL_REASONS)[0] }
    await moves(parties.worker, { move: 'withdraw_for_agency', side: 'sender', details: given }, referralId)
    await tellEverything(world, post)
    expect(taken().join()).toContain('a referral to your agency has changed')
  })

  it('tells both sides when a client withdraws consent', async () => {
    const { caseId, consentId } = await sentReferral(parties)
    await tellEverything(world, post)
    taken()
    const withdrawn = await withdrawConsent(asking(parties.worker), { caseId, consentId, how: 'By phone' })
    expect(withdrawn.ok).toBe(true)
    await tellEverything(world, post)
    const mails = taken()
    expect(mails.join()).toContain(`${await dutyOf(parties.recipient.agencyId)}: R-`)
    expect(mails.filter((line) => line.startsWith(parties.manager.email)).join()).toContain('has withdrawn consent')
    expect(mails.join()).not.toContain(parties.worker.email)
  })
})

describe('telling once', () => {
  it('however often the job runs, at once or one after the other', async () => {
    await choose(parties.recipientWorker, 'referral-arrived', 'at_once')
    await sentReferral(parties)
    const jobs = await tellEverything(world, { ...post, mailer: { deliver: async () => {}, close: () => {} } })
    await world.admin`delete from notification where agency_id = ${parties.recipient.agencyId}`
    await Promise.all(Array.from({ length: 20 }, () => Promise.all(jobs.map((job) => notifyOfEvent(post, job)))))
    for (const job of jobs) await notifyOfEvent(post, job)
    expect(taken()).toHaveLength(2)
    const rows = await world.admin`
      select recipient_key, count(*)::int as many from notification
      where agency_id = ${parties.recipient.agencyId} and kind = 'referral-arrived' group by 1`
    expect(rows.map(({ many }) => many)).toEqual([1, 1, 1])
  })

  it('repeats a mail whose sending was not noted, under the same Message-ID', async () => {
    await sentReferral(parties)
    const dying = {
      ...post.mailer,
      deliver: async (mail: Parameters<typeof post.mailer.deliver>[0]) => {
        await post.mailer.deliver(mail)
        throw new Error('killed after the 250')
      },
    }
    await tellEverything(world, { ...post, mailer: dying })
    await runForEachAgency((running) => sendUnsent(post, running))
    expect(sink.mails).toHaveLength(1)
    await claimsRunOut()
    await runForEachAgency((running) => sendUnsent(post, running))
    const ids = sink.mails.map(({ messageId }) => messageId)
    expect(ids).toHaveLength(2)
    expect(new Set(ids).size).toBe(1)
    await claimsRunOut()
    await runForEachAgency((running) => sendUnsent(post, running))
    expect(sink.mails).toHaveLength(2)
  })

  it('takes up what the mail server did not take, each time after a longer pause', async () => {
    sink.answer.code = 451
    await sentReferral(parties)
    await tellEverything(world, post)
    expect(taken()).toEqual([])
    await claimsRunOut()
    await Promise.all([1, 2, 3].map(() => runForEachAgency((running) => sendUnsent(post, running))))
    const [row] = await world.admin`
      select tries, sent_at from notification where agency_id = ${parties.recipient.agencyId} and staff_id is null`
    expect(row).toEqual({ tries: 2, sent_at: null })
    sink.answer.code = 250
    await runForEachAgency((running) => sendUnsent(post, running))
    expect(taken()).toEqual([])
    await claimsRunOut()
    await Promise.all([1, 2, 3].map(() => runForEachAgency((running) => sendUnsent(post, running))))
    expect(taken()).toHaveLength(1)
  })
})

describe('whom a mail does not reach', () => {
  it('somebody who has left; the duty address hears it in their place', async () => {
    const { referralId } = await sentReferral(parties)
    await tellEverything(world, post)
    taken()
    await leaves(parties.worker)
    await moves(parties.recipientWorker, { move: 'engage', side: 'recipient' }, await accepted(referralId))
    await tellEverything(world, post)
    const mails = taken()
    expect(mails.join()).not.toContain(parties.worker.email)
    expect(mails.join()).toContain(`${await dutyOf(parties.sender.agencyId)}: `)
  })

  it('any agency but the two', async () => {
    const third = await partners(world)
    await sentReferral(parties)
    await tellEverything(world, post)
    const [rows] = await world.admin`
      select count(*)::int as many from notification
      where agency_id in (${third.sender.agencyId}, ${third.recipient.agencyId})`
    expect(rows?.many).toBe(0)
  })

  it('whoever did it', async () => {
    await reportedCase(parties.manager, { report: { violence: 'yes' } })
    await tellEverything(world, post)
    const mails = taken()
    expect(mails.join()).toContain('a serious incident has been reported')
    expect(mails.join()).not.toContain(parties.manager.email)
  })

  it('whoever did it, though they are the agency’s only manager; the duty address hears it in their place', async () => {
    const { caseId } = await referableCase(parties)
    await world.admin`delete from pgboss.job`
    const request: AskOverrideInput = {
      caseId,
      recipientAgencyId: parties.recipient.agencyId,
      purpose: 'support',
      categories: ['safe_contact'],
      withoutName: true,
      ground: 'risk_to_life',
      whyNoConsent: 'not_reached_in_time',
      necessity: 'Threat of arson tonight.',
      clientTold: 'no',
      notToldReason: 'The phone is off.',
    }
    expect((await askOverride(asking(parties.manager), request)).ok).toBe(true)
    await tellEverything(world, post)
    const mails = taken()
    expect(mails).toHaveLength(1)
    expect(mails.join()).toContain(`${await dutyOf(parties.sender.agencyId)}: `)
  })

  it('whoever takes a case for themselves, nor the duty address then', async () => {
    const { caseId } = await reportedCase(parties.worker)
    await world.admin`delete from pgboss.job`
    const input = { caseId, staffId: parties.worker.actor.staffId }
    expect((await allocateCase(asking(parties.worker), input)).ok).toBe(true)
    await tellEverything(world, post)
    expect(taken()).toEqual([])
  })

  async function accepted(referralId: string) {
    await moves(parties.recipientWorker, { move: 'accept', side: 'recipient' }, referralId)
    await world.admin`delete from pgboss.job`
    return referralId
  }
})

describe('what a mail, a job, the ledger and the log hold', () => {
  it('is nothing about a client', async () => {
    const report = { clientName: 'Zephyrine Quillfeather', phone: '07700 900321', account: 'Canary in the stairwell' }
    const { caseId, consentId } = await sentReferral(parties, { report: { ...report, violence: 'yes' } })
    const before = await world.admin`select data from pgboss.job`
    sink.answer.code = 554
    await tellEverything(world, post)
    sink.answer.code = 250
    await withdrawConsent(asking(parties.worker), { caseId, consentId, how: 'Canary by phone' })
    await tellEverything(world, post)
    await claimsRunOut()
    await runForEachAgency((running) => sendUnsent(post, running))
    expect(sink.mails.length).toBeGreaterThan(4)
    const ledger = await world.admin`select * from notification`
    const everything = JSON.stringify([sink.mails, before, ledger, logged])
    expect(everything).not.toMatch(/Zephyrine|Quillfeather|900321|07700|canary|Harthill|Beacon/i)
  })
})

async function referenceOf({ referralId }: { referralId: string }) {
  const [row] = await world.admin<{ reference: string }[]>`
    select reference from referral where referral_id = ${referralId}`
  return { reference: row?.reference ?? '' }
}

async function claimsRunOut() {
  await world.admin`update notification set claimed_at = claimed_at - interval '1 hour' where sent_at is null`
}

describe('telling of what waits for a second person', () => {
  it('reaches those who may decide on rules, in their own agency, and neither who proposed nor their second account', async () => {
    const office = await world.agency()
    const [marcus, tomasz] = [
      await world.staff(office, 'coordinator'),
      await world.staff(parties.recipient, 'administrator'),
    ]
    const second = await world.staff(office, 'administrator')
    await world.admin`update staff set email = ${marcus.email.replace('@', '+2@')} where staff_id = ${second.actor.staffId}`
    const rules = { ...FIRST_RULES, incidents: 12, reason: 'Fewer reports.' }
    expect((await proposeRules(asking(marcus), rules)).ok).toBe(true)
    await tellEverything(world, post)
    expect(taken()).toContain(`${tomasz.email}: Map rules: new rules wait for your decision`)
    const told = await world.admin`select staff_id, path from notification where kind = 'rules-proposed'`
    expect(told.every(({ path }) => path === '/map/rules')).toBe(true)
    for (const { actor } of [marcus, second]) expect(told.map((row) => row.staff_id)).not.toContain(actor.staffId)
  })
})
