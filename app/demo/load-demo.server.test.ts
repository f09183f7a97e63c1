import postgres from 'postgres'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { testDatabase } from '../../tests/support/test-database.ts'
import { MOVE_IDS, STATE_IDS } from '../domain/referrals/referral.ts'
import { demoSignIns, loadDemo } from './load-demo.ts'

/** Mon 23 November 2026, 09:00 in London. */
const MONDAY_MORNING = new Date('2026-11-23T09:00:00Z')
const A_LONG_WAIT = 600_000

const opened: postgres.Sql[] = []

async function loadedDatabase() {
  const { adminUrl, appUrl, workerUrl, secret } = await testDatabase()
  await loadDemo({ appUrl, workerUrl, secret, now: MONDAY_MORNING })
  const sql = postgres(adminUrl, { max: 1, onnotice: () => {} })
  opened.push(sql)
  return { sql, adminUrl }
}

let first: Awaited<ReturnType<typeof loadedDatabase>>
beforeAll(async () => {
  first = await loadedDatabase()
}, A_LONG_WAIT)
afterAll(async () => {
  await Promise.all(opened.map((sql) => sql.end({ timeout: 5 })))
})

async function countOf(query: string): Promise<Record<string, number>> {
  const rows = await first.sql.unsafe<{ name: string; many: number }[]>(query)
  return Object.fromEntries(rows.map(({ name, many }) => [name, many]))
}

async function numberOf(query: string): Promise<number> {
  const [row] = await first.sql.unsafe<{ many: number }[]>(query)
  return row?.many ?? Number.NaN
}

describe('the demo partnership', () => {
  it('has fourteen agencies, of which one takes no new referrals, and 28 people who may sign in', async () => {
    expect(await numberOf('select count(*)::int as many from agency')).toBe(14)
    expect(
      await numberOf(
        "select count(*)::int as many from agency where not takes_referrals and kind <> 'reporting_centre'",
      ),
    ).toBe(1)
    expect(await numberOf('select count(*)::int as many from staff where active')).toBe(28)
    expect(demoSignIns()).toHaveLength(28)
    expect(await numberOf("select count(*)::int as many from staff where email not like '%@example.org'")).toBe(0)
  })

  it('has sixty cases, on drama numbers only', async () => {
    expect(await numberOf('select count(*)::int as many from case_file')).toBe(60)
    const phone = "replace(safe_contact ->> 'phone', ' ', '')"
    const others = `${phone} <> '' and ${phone} !~ '^(07700900[0-9]{3}|01514960[0-9]{3})$'`
    expect(await numberOf(`select count(*)::int as many from client where ${others}`)).toBe(0)
  })

  it('has ninety referrals, in every state there is', async () => {
    const states = await countOf('select state as name, count(*)::int as many from referral group by 1')
    expect(Object.values(states).reduce((sum, many) => sum + many, 0)).toBe(90)
    expect(STATE_IDS.filter((state) => !states[state])).toEqual([])
  })

  it('makes every move of a referral at least once', async () => {
    const made = await countOf('select move as name, count(*)::int as many from referral_step group by 1')
    expect(MOVE_IDS.filter((move) => !made[move])).toEqual([])
  })

  it('sends 84 % within a working day, 12 % late, and 4 % never', async () => {
    const kept = await countOf(`
      select case when r.sent_at is null then 'never' else c.state end as name, count(*)::int as many
      from referral r join clock c on c.clause = 'I2' and c.subject_id = r.referral_id group by 1`)
    expect(kept).toEqual({ met: 75, met_late: 11, never: 4 })
  })

  it('has about 82 % accepted at first answer, 9 % declined and 9 % asked about', async () => {
    const answers = await countOf(`
      select move as name, count(*)::int as many from (
        select distinct on (referral_id) move from referral_step
        where move in ('accept', 'decline', 'ask_for_more') order by referral_id, moved_at) answer group by 1`)
    const all = Object.values(answers).reduce((sum, many) => sum + many, 0)
    expect(Math.abs((answers.accept ?? 0) / all - 0.82)).toBeLessThan(0.02)
    expect(Math.abs((answers.decline ?? 0) / all - 0.09)).toBeLessThan(0.02)
    expect(Math.abs((answers.ask_for_more ?? 0) / all - 0.09)).toBeLessThan(0.02)
  })

  it('leaves the log of each agency in the order of time, and whole', async () => {
    expect(await numberOf('select count(*)::int as many from app.verify_log()')).toBe(0)
    expect(
      await numberOf(`
        select count(*)::int as many from (
          select happened_at, kind, lag(happened_at) over (partition by agency_id order by seq) as before from case_event
        ) e where happened_at < before - interval '4 days'`),
    ).toBe(0)
  })

  it('has nobody told of what is long past', async () => {
    expect(await numberOf("select count(*)::int as many from pgboss.job where name = 'tell'")).toBeLessThan(60)
  })

  it('keeps a half-written report, and a request to share without consent that waits for a manager', async () => {
    expect(await numberOf("select count(*)::int as many from draft where form = 'report'")).toBe(1)
    const overrides = await countOf('select decision as name, count(*)::int as many from consent_override group by 1')
    expect(overrides).toEqual({ asked: 1, authorised: 1 })
  })

  it('has twelve pieces of awareness work, ten of them held, and three tension notes (G13, G14)', async () => {
    const states = await countOf('select state as name, count(*)::int as many from awareness_event group by 1')
    expect(states).toEqual({ held: 10, planned: 2 })
    const open = `select p.state as name, count(*)::int as many from awareness_partner p
      join awareness_event e using (agency_id, event_id) where e.state = 'planned' group by 1`
    expect(await countOf(open)).toEqual({ invited: 1, accepted: 1, declined: 1 })
    expect(
      await countOf(`select count(*)::int as many, 'in the national week' as name from awareness_event
        where held_on between '2026-10-10' and '2026-10-17'`),
    ).toEqual({ 'in the national week': 5 })
    expect(await numberOf('select count(*)::int as many from tension_note')).toBe(3)
  })

  it(
    'is the same, row by row, when it is loaded again for the same instant',
    async () => {
      const again = await loadedDatabase()
      const [told, toldAgain] = await Promise.all([rowsOf(first.sql), rowsOf(again.sql)])
      expect(Object.keys(told).length).toBeGreaterThan(12)
      expect(toldAgain).toEqual(told)
    },
    A_LONG_WAIT,
  )
})

/** When something was written down is the day of loading; hashes cover that, so neither is compared. */
const OF_THE_DAY = /^(recorded_at|done_at|changed_at|hash|previous_hash)$/

async function rowsOf(sql: postgres.Sql): Promise<Record<string, string[]>> {
  const tables = await sql<{ name: string }[]>`
    select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = 'public' and c.relkind = 'r' order by 1`
  const told: Record<string, string[]> = {}
  for (const { name } of tables) {
    const rows = await sql`select * from ${sql(name)}`
    const kept = rows.map((row) => Object.entries(row).filter(([column]) => keepsColumn(name, column)))
    if (kept.length > 0) told[name] = kept.map((row) => JSON.stringify(row)).sort()
  }
  return told
}

/** Of the map: the numbers of persons hang on a secret of each database, and the worker's clock is the day's. */
const OF_THE_DATABASE: Record<string, string[]> = {
  counted_incident: ['person'],
  hotspot_draft: ['built_at', 'decided_at', 'attack_report'],
  hotspot_release: ['published_at', 'attack_report'],
}

/** A case's `changed_at` is the time of its last scene, so it is compared. */
function keepsColumn(table: string, column: string): boolean {
  if (OF_THE_DATABASE[table]?.includes(column)) return false
  return !OF_THE_DAY.test(column) || (table === 'case_file' && column === 'changed_at')
}
