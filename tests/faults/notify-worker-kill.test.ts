import { beforeEach, expect, it } from 'vitest'
import { MAILS_AT_ONCE } from '../../app/notify/mail.ts'
import { partners, sentReferral } from '../support/referrals.ts'
import { openSmtpSink } from '../support/smtp-sink.ts'
import { eventually, startWorkerProcess, type WorkerProcess } from '../support/worker-process.ts'
import { openWorld } from '../support/world.ts'

const KILLS = 20
const TOLD = 2_000

const world = await openWorld()
const sink = await openSmtpSink()
const parties = await partners(world)
const { agencyId } = parties.recipient

beforeEach(async () => {
  await world.admin`delete from pgboss.job`
  await world.admin`delete from notification`
  sink.mails.splice(0)
})

/** As many occasions as wanted, each notified to one duty address; the digests of the people stay for the morning. */
async function queue(many: number) {
  await sentReferral(parties)
  await world.admin`delete from pgboss.job where data->>'kind' <> 'referral-sent'`
  await world.admin`
    insert into pgboss.job (name, data, policy, retry_limit, retry_delay, retry_backoff, expire_seconds)
    select name, jsonb_set(data, '{occasionId}', to_jsonb(gen_random_uuid())), policy, 100, 0, false, expire_seconds
    from pgboss.job, generate_series(1, ${many - 1}::int)`
}

/** Lets the claims and the jobs of the dead run out now instead of in a minute. */
async function timePasses() {
  await world.admin`update notification set claimed_at = claimed_at - interval '3 hours' where sent_at is null`
  await world.admin`update pgboss.job set started_on = started_on - interval '3 hours' where state = 'active'`
}

async function start(): Promise<WorkerProcess> {
  const before = sink.mails.length
  const worker = startWorkerProcess({ SMTP_URL: sink.url })
  await eventually(() => sink.mails.length > before, 90_000)
  return worker
}

it('tells each occasion once in its ledger, whenever the worker is killed, and repeats on the wire only what it must', async () => {
  await queue(TOLD)
  for (let kills = 0; kills < KILLS; kills += 1) {
    const worker = await start()
    await new Promise((resolve) => setTimeout(resolve, Math.random() * 200))
    worker.child.kill('SIGKILL')
    await worker.ended
    await timePasses()
  }
  const last = await start()
  await eventually(async () => {
    await timePasses()
    const [unsent] = await world.admin`
      select (select count(*) from notification where sent_at is not null)::int as sent`
    return unsent?.sent === TOLD
  }, 600_000)
  last.child.kill('SIGTERM')
  expect(await last.ended).toBe(0)
  const ids = new Set(sink.mails.map(({ messageId }) => messageId))
  const [rows] = await world.admin`
    select count(*)::int as many, count(distinct occasion)::int as occasions from notification
    where agency_id = ${agencyId} and staff_id is null`
  console.log(`${KILLS} kills: ${sink.mails.length - ids.size} of ${TOLD} mails went twice`)
  expect(rows).toEqual({ many: TOLD, occasions: TOLD })
  expect(ids.size).toBe(TOLD)
  expect(sink.mails.length - ids.size).toBeLessThanOrEqual(KILLS * MAILS_AT_ONCE)
})

it('takes a thousand occasions off the queue in two minutes on a busy machine', async () => {
  await queue(1_000)
  const worker = await start()
  const startedAt = performance.now()
  await eventually(() => sink.mails.length >= 1_000, 120_000)
  const tookMs = performance.now() - startedAt
  console.log(`1,000 occasions told in ${(tookMs / 1000).toFixed(1)} s`)
  worker.child.kill('SIGTERM')
  await worker.ended
  expect(tookMs).toBeLessThan(120_000)
})
