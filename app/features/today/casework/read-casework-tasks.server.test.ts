import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { asActor } from '../../../../db/as-actor.ts'
import { contactedCase } from '../../../../tests/support/cases.ts'
import { openWorld, type Person } from '../../../../tests/support/world.ts'
import { readCaseworkTasks } from './read-casework-tasks.server.ts'
import { selectTasks } from './task-query.server.ts'

const world = await openWorld()
const agency = await world.agency()
const manager = await world.staff(agency, 'manager')
const { agencyId } = agency

/** Monday 23 November 2026, noon. */
const NOW = new Date('2026-11-23T12:00:00Z')

async function tasksOf({ actor }: Person, team = false, now = NOW) {
  return asActor(actor, async (tx) => {
    const times = { start: now, today: now, tomorrow: now, threeDays: now }
    await tx.execute(selectTasks({ agencyId, staffId: actor.staffId }, times, 1))
    return readCaseworkTasks(tx, { actor, now }, { team, all: false })
  })
}

const kindsOf = ({ tasks }: { tasks: { taskId: string }[] }) => tasks.map(({ taskId }) => taskId.split(' ')[0])

/** A case of a new worker whose client was reached on Friday 13 November. */
async function workedCase() {
  const worker = await world.staff(agency)
  const { caseId } = await contactedCase(worker, { now: new Date('2026-11-13T10:00:00Z') })
  return { worker, caseId, staffId: worker.actor.staffId }
}

type Worked = Awaited<ReturnType<typeof workedCase>>

async function interviewAt({ caseId, staffId }: Worked, startsAt: string, state = 'arranged') {
  const interviewId = randomUUID()
  await world.admin`insert into interview (agency_id, case_id, interview_id, place, chosen_by, companion, starts_at, minutes,
      arranged_by, arranged_at, state, held_at)
    values (${agencyId}, ${caseId}, ${interviewId}, 'home', 'client', 'nobody', ${startsAt}, 60, ${staffId}, ${startsAt},
      ${state}, ${state === 'held' ? startsAt : null})`
  return interviewId
}

async function agreedPlan({ caseId, staffId }: Worked, agreedAt: string, every: number, unit = 'day') {
  const planId = randomUUID()
  await world.admin.begin(async (sql) => {
    await sql`set local session_replication_role = replica`
    await sql`insert into action_plan (agency_id, case_id, plan_id, version, state, actions, contact_every, contact_unit,
        contact_channel, contact_by, written_by, written_at, changed_at, agreed_at, agreed_way, fingerprint)
      values (${agencyId}, ${caseId}, ${planId}, 1, 'agreed', '[]', ${every}, ${unit}, 'phone', ${staffId}, ${staffId},
        ${agreedAt}, ${agreedAt}, ${agreedAt}, 'signed', ${'0'.repeat(64)})`
    await sql`update case_file set alternative_contact_id = ${manager.actor.staffId} where case_id = ${caseId}`
  })
  return planId
}

describe('casework on Today', () => {
  it('asks to arrange an interview once the client was reached', async () => {
    const { worker } = await workedCase()
    expect(kindsOf(await tasksOf(worker))).toEqual(['interview-to-arrange'])
  })

  it.each([
    ['2026-11-24T10:00:00Z', ['interview'], 'tomorrow'],
    ['2026-11-20T10:00:00Z', ['interview'], 'was not finished'],
    ['2026-11-25T10:00:00Z', [], 'the day after tomorrow is early enough'],
  ])('asks to hold an interview on %s: %j, %s', async (startsAt, kinds) => {
    const worked = await workedCase()
    await interviewAt(worked, startsAt)
    expect(kindsOf(await tasksOf(worked.worker))).toEqual(kinds)
  })

  it('G5 G6: asks to book what the client needs within three days of the interview, until it is booked', async () => {
    const worked = await workedCase()
    await world.admin`update client set interpreter_needed = true, language = 'Arabic', communication_needs = '{easy_read}'
      where client_id = (select client_id from case_file where case_id = ${worked.caseId})`
    const interviewId = await interviewAt(worked, '2026-11-26T10:00:00Z')
    const { tasks } = await tasksOf(worked.worker)
    expect(tasks.map(({ title }) => title).join()).toMatch(/Arabic interpreter and Easy Read/)
    for (const need of ['interpreter', 'easy_read']) {
      await world.admin`insert into need_booking (agency_id, case_id, interview_id, booking_id, need, state, booked_with,
          booked_for, changed_by, changed_at)
        values (${agencyId}, ${worked.caseId}, ${interviewId}, ${randomUUID()}, ${need}, 'booked', 'professional',
          ${NOW}, ${worked.staffId}, ${NOW})`
    }
    expect(kindsOf(await tasksOf(worked.worker))).toEqual([])
  })

  it.each([
    [10, 'day', ['contact-due'], 'ten days since the last contact on the 13th'],
    [11, 'day', [], 'it is due tomorrow'],
    [6, 'working_day', ['contact-due'], 'six working days after Friday the 13th'],
    [7, 'working_day', [], 'due tomorrow, as the weekend does not count'],
  ])('I5: an agreed contact every %i (%s) gives %j: %s', async (every, unit, kinds) => {
    const worked = await workedCase()
    await interviewAt(worked, '2026-11-12T10:00:00Z', 'held')
    await agreedPlan(worked, '2026-11-12T12:00:00Z', every, unit)
    expect(kindsOf(await tasksOf(worked.worker))).toEqual(kinds)
  })

  it('I6: asks for another name when the alternative contact has left', async () => {
    const worked = await workedCase()
    await interviewAt(worked, '2026-11-12T10:00:00Z', 'held')
    await agreedPlan(worked, '2026-11-20T12:00:00Z', 14)
    await world.admin`update case_file set alternative_contact_id = null where case_id = ${worked.caseId}`
    expect(kindsOf(await tasksOf(worked.worker))).toEqual(['alternative-left'])
  })

  it('shows nothing of a colleague to a case worker, and everything with its case worker to a manager', async () => {
    const worked = await workedCase()
    const own = await workedCase()
    expect((await tasksOf(own.worker)).tasks.map(({ href }) => href)).toEqual([`/cases/${own.caseId}`])
    const { tasks, more } = await tasksOf(manager, true)
    expect(tasks.length + more).toBeGreaterThan(2)
    expect(tasks.every(({ why }) => why.startsWith('Case worker: '))).toBe(true)
    expect(worked.caseId).not.toBe(own.caseId)
  })

  it('is short at first, and says how much more there is', async () => {
    for (let more = 0; more < 9; more++) await workedCase()
    const { tasks, more } = await tasksOf(manager, true)
    expect(tasks).toHaveLength(8)
    expect(more).toBeGreaterThan(0)
  })
})
