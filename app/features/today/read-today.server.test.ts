import { describe, expect, it } from 'vitest'
import { allocatedCase, allowed, contactedCase, reportedCase } from '../../../tests/support/cases.ts'
import { overrideInput } from '../../../tests/support/casework/overrides.ts'
import { decidedReferral, partners, referableCase, sentReferral } from '../../../tests/support/referrals.ts'
import { asking, MONDAY_MORNING, openWorld, type Person } from '../../../tests/support/world.ts'
import { readCaseListQuery } from '../casework/list/case-list-query.ts'
import { listCases } from '../casework/list/list-cases.server.ts'
import { askOverride } from '../consents/ask-override.server.ts'
import { readOverrides } from '../consents/read-overrides.server.ts'
import { askForMore } from '../referrals/inbox/ask-for-more.server.ts'
import { INBOX } from '../referrals/inbox/inbox-query.ts'
import { readInbox } from '../referrals/inbox/read-inbox.server.ts'
import { listPeople } from '../staff/read-people.server.ts'
import { readToday } from './read-today.server.ts'

const world = await openWorld()
const parties = await partners(world)
const { worker, manager, recipientWorker, sender } = parties

const NOON = new Date(MONDAY_MORNING.getTime() + 3 * 3_600_000)

async function todayOf<Page extends Awaited<ReturnType<typeof readToday>>['page']>(
  person: Person,
  page: Page,
  now = NOON,
) {
  const today = await readToday({ actor: person.actor, now })
  if (today.page !== page) throw new Error(`${person.name} got the page ${today.page}`)
  return today as Extract<typeof today, { page: Page }>
}

describe('Today', () => {
  it('tells a case worker whom to contact, and why by that day (R3)', async () => {
    const { caseId } = await allocatedCase(worker)
    const { due } = await todayOf(worker, 'casework')
    const contact = due.find((each) => each.caseId === caseId && each.clause === 'R3')
    expect(contact?.why).toContain('Day 1 is Tuesday 24')
  })

  it('tells whoever decided to refer that it has to be sent, whosever the case is (I2)', async () => {
    const { referralId } = await decidedReferral({ ...parties, worker: await world.staff(sender) })
    const colleague = await world.staff(sender)
    await world.admin`update referral_origin set decided_by = ${colleague.actor.staffId} where referral_id = ${referralId}`
    const { due } = await todayOf(colleague, 'casework')
    expect(due).toMatchObject([{ clause: 'I2', subjectId: referralId }])
  })

  it('tells a manager of a case that nobody has (R6)', async () => {
    const { caseId } = await reportedCase(worker)
    const { unallocated } = await todayOf(manager, 'manager')
    expect(unallocated.map((each) => each.caseId)).toContain(caseId)
    expect((await todayOf(worker, 'casework')).due.map((each) => each.caseId)).not.toContain(caseId)
  })

  it('tells the sender what waits for another agency, and that agency that an answer is wanted', async () => {
    const { referralId } = await sentReferral(parties)
    expect((await todayOf(worker, 'casework')).waiting.map((each) => each.referralId)).toContain(referralId)
    expect((await todayOf(recipientWorker, 'casework')).inbox.toAnswer).toBe(1)
  })

  it('follows the case worker: news and questions of a referral are for whoever works with the client now', async () => {
    const { referralId, caseId } = await sentReferral(parties)
    const colleague = await world.staff(sender)
    await world.admin`update case_file set case_worker_id = ${colleague.actor.staffId} where case_id = ${caseId}`
    await world.admin`update referral set news_at = now(), state = 'received', version = version + 1 where referral_id = ${referralId}`
    const news = async (person: Person) => (await todayOf(person, 'casework')).news.map(({ taskId }) => taskId)
    expect(await news(colleague)).toContain(referralId)
    expect(await news(worker)).not.toContain(referralId)
    allowed(await askForMore(asking(recipientWorker), { referralId, message: 'When may we ring?' }))
    const { questions, waiting } = await todayOf(colleague, 'casework')
    expect(questions.map((each) => each.referralId)).toEqual([referralId])
    expect(waiting.map((each) => each.referralId)).not.toContain(referralId)
  })

  it('tells a manager of a case that nobody has and no deadline shows (R2 R6)', async () => {
    const { caseId } = await reportedCase(worker)
    await world.admin`update clock set state = 'met', kept_at = now() where case_id = ${caseId} and state = 'running'`
    const { unallocated, unclocked } = await todayOf(manager, 'manager')
    expect(unallocated.map((each) => each.caseId)).not.toContain(caseId)
    expect(unclocked.map((each) => each.caseId)).toContain(caseId)
  })

  it('gives the coordinator counts by agency and never a small one', async () => {
    const coordinator = await world.staff(sender, 'coordinator')
    const { counts } = await todayOf(coordinator, 'partnership')
    expect(counts.find(({ agencyName }) => agencyName === sender.name)?.referralsSent).toBeNull()
  })

  it('gives the administrator people and agencies', async () => {
    const administrator = await world.staff(sender, 'administrator')
    expect(await todayOf(administrator, 'administrator')).toMatchObject({ agencies: 2, mailIsFiled: true })
  })
})

describe('the numbers of Today', () => {
  const inboxOf = (person: Person, href: string) =>
    readInbox({ actor: person.actor, now: NOON }, INBOX.read(new URL(href, 'http://portal').searchParams))
  const casesOf = (person: Person, href: string, now: Date) =>
    listCases({ actor: person.actor, now }, readCaseListQuery(new URL(href, 'http://portal').searchParams, 'team'))

  it('are those of the lists they lead to: referrals that wait for an answer, and the late ones', async () => {
    const waiting = await sentReferral(parties)
    const asked = await sentReferral(parties)
    allowed(await askForMore(asking(recipientWorker), { referralId: asked.referralId, message: 'When may we ring?' }))
    await world.admin`update referral set due_at = now() - interval '2 years' where referral_id = ${waiting.referralId}`
    const { inbox } = await todayOf(recipientWorker, 'casework')
    expect(inbox.toAnswer).toBeGreaterThan(0)
    expect((await inboxOf(recipientWorker, '/inbox?ours=yes')).total).toBe(inbox.toAnswer)
    expect((await inboxOf(recipientWorker, '/inbox?ours=yes&overdue=yes')).total).toBe(inbox.late)
  })

  it('are those of the lists they lead to: cases by the results of their deadlines', async () => {
    const agency = await world.agency()
    const [one, boss] = [await world.staff(agency), await world.staff(agency, 'manager')]
    await contactedCase(one)
    await allocatedCase(one)
    const thursday = new Date('2026-11-26T09:00:00Z')
    await contactedCase(one, { now: new Date('2026-11-20T16:00:00Z') })
    const { week } = await todayOf(boss, 'manager', thursday)
    expect(week.find(({ clause }) => clause === 'R3')).toEqual({ clause: 'R3', kept: 2, late: 0, overdue: 1 })
    for (const row of week) {
      for (const result of ['kept', 'late', 'overdue'] as const) {
        const { total } = await casesOf(boss, `/cases?deadline=${row.clause}.${result}`, thursday)
        expect(total, `${row.clause} ${result}`).toBe(row[result])
      }
    }
  })

  it('are those of the lists they lead to: cases without a case worker, near a deadline or not', async () => {
    const agency = await world.agency()
    const [one, boss] = [await world.staff(agency), await world.staff(agency, 'manager')]
    const [near, far] = [await reportedCase(one), await reportedCase(one)]
    await allocatedCase(one)
    await world.admin`update clock set state = 'met', kept_at = now() where case_id = ${far.caseId} and state = 'running'`
    await world.admin`update case_file set next_due_at = null where case_id = ${far.caseId}`
    const today = await todayOf(boss, 'manager')
    const shown = new Set([...today.unallocated, ...today.unclocked].map(({ caseId }) => caseId))
    expect([...shown].sort()).toEqual([near.caseId, far.caseId].sort())
    const list = await casesOf(boss, '/cases?queue=unallocated', NOON)
    expect([list.total, list.unallocated]).toEqual([shown.size, shown.size])
  })

  it('are those of the lists they lead to: requests to share without consent', async () => {
    const agency = await world.agency()
    const people = { worker: await world.staff(agency), manager: await world.staff(agency, 'manager') }
    const { caseId } = await referableCase(people)
    allowed(await askOverride(asking(people.worker), overrideInput(parties.recipient.agencyId, caseId)))
    const { decisions } = await todayOf(people.manager, 'manager')
    const { waiting } = await readOverrides({ actor: people.manager.actor, now: NOON })
    expect(decisions).toHaveLength(1)
    expect(waiting.map(({ overrideId }) => overrideId)).toEqual(decisions.map(({ taskId }) => taskId))
  })

  it('are those of the lists they lead to: people who have not joined, or have left in the last 30 days', async () => {
    const administrator = await world.staff(sender, 'administrator')
    const [invited, left] = [await world.staff(sender), await world.staff(sender)]
    const { agencyId } = sender
    await world.admin`insert into invitation (invitation_id, agency_id, staff_id, token_hash, role, created_at, expires_at)
      select gen_random_uuid(), agency_id, staff_id, 'x', role, created_at, created_at + interval '7 days' from staff
      where agency_id = ${agencyId} and staff_id = ${invited.actor.staffId}`
    await world.admin`update staff set active = false, left_at = ${MONDAY_MORNING} where staff_id = ${left.actor.staffId}`
    const { people, notJoined, leftLately } = await todayOf(administrator, 'administrator')
    const total = async (only: 'not-joined' | 'left-lately' | null) => {
      const query = { cursor: null, page: 1, agencyId: null, left: false, only }
      return (await listPeople({ actor: administrator.actor, now: NOON }, query)).total
    }
    expect([notJoined, leftLately]).toEqual([1, 1])
    expect([await total('not-joined'), await total('left-lately'), await total(null)]).toEqual([1, 1, people])
  })

  it('tell a manager of a client nobody has reached by the next working day, over a weekend too (R3)', async () => {
    const agency = await world.agency()
    const [one, boss] = [await world.staff(agency), await world.staff(agency, 'manager')]
    const { caseId } = await allocatedCase(one, { now: new Date('2026-11-26T10:00:00Z') })
    const atRisk = async (now: Date) => (await todayOf(boss, 'manager', now)).atRisk.map((each) => each.caseId)
    // Received on a Thursday, due at the end of Monday.
    expect(await atRisk(new Date('2026-11-26T12:00:00Z'))).not.toContain(caseId)
    expect(await atRisk(new Date('2026-11-27T12:00:00Z'))).toContain(caseId)
  })
})
