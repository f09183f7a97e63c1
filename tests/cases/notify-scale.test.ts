import { expect, it } from 'vitest'
import { runForEachAgency } from '../../app/notify/agency-job.server.ts'
import { watchDeadlines } from '../../app/notify/watch-deadlines.server.ts'
import { openPost } from '../support/post.ts'
import { openWorld } from '../support/world.ts'

const AGENCIES = 20
const CLOCKS_EACH = 5_000
const DUE_TODAY = 10
const TEN_O_CLOCK = new Date('2026-11-25T10:00:00Z')

const world = await openWorld({ login: 'worker' })
const { post, sink } = await openPost()

/** Every fifth deadline was missed and told of; a few are due today and not told of; the others lie in the future. */
async function fill(agencyId: string, staffId: string) {
  await world.admin.begin(async (sql) => {
    // The rows are made whole, so their triggers and references have nothing to add.
    await sql`set local session_replication_role = replica`
    await sql`insert into case_file (agency_id, case_id, client_id, reference, received_at, received_by, channel,
        reporter_role, contactability, serious, case_worker_id)
      select ${agencyId}, gen_random_uuid(), gen_random_uuid(), 'C-' || i, now(), ${staffId}, 'phone', 'victim',
        'possible', false, ${staffId} from generate_series(1, ${CLOCKS_EACH}::int) i`
    await sql`insert into clock (agency_id, clock_id, case_id, subject_id, clause, standard_version, calendar_version,
        started_at, due_at, original_due_at, state, warned_step)
      select agency_id, gen_random_uuid(), case_id, case_id, 'R3', '1', '1', '2026-11-20', due, due, 'running',
        case when i % 5 = 0 then 'breach@' || (extract(epoch from due) * 1000)::bigint else '' end
      from (select row_number() over () as i, c.* from case_file c where agency_id = ${agencyId}) numbered,
      lateral (select case
        when i <= ${DUE_TODAY} and i % 5 > 0 then timestamptz '2026-11-25 23:59:59.999+00'
        when i % 5 = 0 then timestamptz '2026-11-24 23:59:59.999+00' - make_interval(days => (i % 200)::int)
        else timestamptz '2026-11-26 23:59:59.999+00' + make_interval(days => (i % 30)::int) end as due) dated`
  })
}

it('watches twenty agencies with five thousand open deadlines each in two seconds', async () => {
  for (let at = 0; at < AGENCIES; at += 1) {
    const agency = await world.agency()
    const { actor } = await world.staff(agency)
    await fill(actor.agencyId, actor.staffId)
  }
  await world.admin`analyze`
  let warned = 0
  const watchAll = async () => {
    const startedAt = performance.now()
    await runForEachAgency(async ({ actor }) => {
      warned += await watchDeadlines(post, { actor, now: TEN_O_CLOCK })
    })
    return performance.now() - startedAt
  }
  const busy = await watchAll()
  expect(warned).toBe(AGENCIES * 8)
  expect(sink.mails).toHaveLength(AGENCIES)
  const quiet = Math.min(await watchAll(), await watchAll())
  expect(warned).toBe(AGENCIES * 8)
  console.log(`watch: ${busy.toFixed(0)} ms with ${warned} due, ${quiet.toFixed(0)} ms with none`)
  expect(quiet).toBeLessThan(2_000)
})
