import { sql } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { toDay } from '../../app/domain/time/calendar-day.ts'
import { addHolidays } from '../../app/features/partnership/add-holidays.server.ts'
import { recordEvent } from '../../app/timeline/record-event.server.ts'
import { asActor } from '../../db/as-actor.ts'
import { reportedCase } from '../support/cases.ts'
import { partners, sentReferral } from '../support/referrals.ts'
import { openSmtpSink } from '../support/smtp-sink.ts'
import { eventually, startWorkerProcess } from '../support/worker-process.ts'
import { asking, openWorld } from '../support/world.ts'

const world = await openWorld()
const sink = await openSmtpSink()
const parties = await partners(world)
const jobs = async () =>
  Number((await world.admin`select count(*) as many from pgboss.job where name = 'tell'`)[0]?.many)

async function proclaimHoliday(on: string) {
  const administrator = await world.staff(parties.sender, 'administrator')
  const added = await addHolidays(asking(administrator), {
    holidays: [{ on: toDay(on), name: 'Day of mourning' }],
  })
  expect(added.ok).toBe(true)
}

async function dueOf(caseId: string) {
  const [row] = await world.admin`
    select to_char(due_at at time zone 'Europe/London', 'YYYY-MM-DD') as due from clock
    where case_id = ${caseId} and clause = 'R3'`
  return row?.due
}

describe('the queue', () => {
  it('notifies in the transaction of the change, and not when that is rolled back', async () => {
    const { caseId } = await reportedCase(parties.worker)
    const before = await jobs()
    const change = (fails: boolean) =>
      asActor(parties.worker.actor, async (tx) => {
        const data = { receivedAt: new Date().toISOString(), reason: 'Threats' }
        await recordEvent(tx, asking(parties.worker), { kind: 'serious-raised', caseId, data })
        if (fails) throw new Error('rolled back')
      })
    await expect(change(true)).rejects.toThrow('rolled back')
    expect(await jobs()).toBe(before)
    await change(false)
    expect(await jobs()).toBe(before + 1)
  })

  it('is closed to the web processes but for that one way in', async () => {
    const peek = asActor(parties.manager.actor, (tx) => tx.execute(sql`select * from pgboss.job`))
    await expect(peek).rejects.toMatchObject({ cause: { code: '42501' } })
  })
})

describe('the worker process', () => {
  it('tells what is on the queue, keeps its schedule, moves deadlines over a new holiday, and ends when it is asked to', async () => {
    await world.admin`delete from pgboss.job`
    const { referralId, caseId } = await sentReferral(parties)
    const worker = startWorkerProcess({ SMTP_URL: sink.url, MAIL_FROM: 'Accord <no-reply@example.org>' })
    await eventually(() => sink.mails.some(({ raw }) => raw.includes(`/inbox/${referralId}`)))
    const schedule = await world.admin<{ line: string }[]>`
      select name || ' ' || cron || ' ' || timezone as line from pgboss.schedule order by name`
    expect(schedule.map(({ line }) => line)).toEqual([
      'anchor 0 * * * * Europe/London',
      'digest 30 7 * * 1-5 Europe/London',
      'escalate * * * * * Europe/London',
      'invite */10 * * * * Europe/London',
      'rebase 40 3 * * * Europe/London',
      'release */5 * * * * Europe/London',
      'remind */5 * * * * Europe/London',
      'rules */5 * * * * Europe/London',
      'scan * * * * * Europe/London',
      'sweep 50 3 * * * Europe/London',
      'tidy 15 3 * * * Europe/London',
      'watch * * * * * Europe/London',
    ])
    const askedAt = performance.now()
    await proclaimHoliday('2026-11-25')
    await eventually(async () => (await dueOf(caseId)) === '2026-11-26')
    worker.child.kill('SIGTERM')
    expect(await worker.ended).toBe(0)
    expect(performance.now() - askedAt).toBeLessThan(10_000)
    expect(worker.output()).not.toMatch(/"level":(50|60)/)
    expect((await world.admin`select state from pgboss.job where name = 'tell' and state <> 'completed'`).length).toBe(
      0,
    )
  })

  it('does not outlive the supervisor that started it', async () => {
    const worker = startWorkerProcess({ SMTP_URL: sink.url })
    await eventually(
      async () =>
        (
          await world.admin`
      select 1 from pg_stat_activity where application_name like 'accord worker%' and datname = current_database()`
        ).length > 0,
    )
    worker.child.disconnect()
    expect(await worker.ended).toBe(0)
  })

  it('halts with one sentence without an address for its database', async () => {
    const worker = startWorkerProcess({ WORKER_DATABASE_URL: '' })
    expect(await worker.ended).toBe(1)
    expect(worker.output()).toContain('WORKER_DATABASE_URL must be set for the worker.')
  })
})
