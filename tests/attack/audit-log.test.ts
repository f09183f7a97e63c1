import { randomUUID } from 'node:crypto'
import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import postgres from 'postgres'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { asActor } from '../../db/as-actor.ts'
import { findFaults } from '../../scripts/accord/audit/audit-verify.ts'
import { anchorFileOf, hourlyAnchoring } from '../../scripts/audit-anchors.ts'
import { undone } from '../../scripts/policy/mirror.ts'
import { accord } from '../support/accord.ts'
import { asAuditorIn, type LoggedAgency, listTampers } from '../support/tampers.ts'
import type { TestDatabase } from '../support/test-database.ts'
import { openWorld, type Person } from '../support/world.ts'

const world = await openWorld()
const agencies: LoggedAgency[] = []

beforeAll(async () => {
  for (const rows of [41, 60, 77]) {
    const home = await world.agency()
    await writeLog(await world.staff(home), rows)
    agencies.push({ agencyId: home.agencyId, rows })
  }
})

/** A log of all sorts: with a case and without, disclosures, instants of long ago. */
async function writeLog({ actor }: Person, rows: number) {
  await asActor(actor, async (tx) => {
    for (let number = 1; number <= rows; number += 1) {
      const happenedAt = new Date(Date.UTC(2026, 9, number, 9, 0, 0, number)).toISOString()
      const disclosed = number % 5 === 0
      await tx.execute(sql`select app.append_event(${`event-${number % 7}`},
        ${number % 3 ? randomUUID() : null}::uuid, ${number % 2 ? randomUUID() : null}::uuid, ${happenedAt}::timestamptz,
        ${JSON.stringify({ number, words: 'é “ü” \\ \n' })}::jsonb, ${disclosed ? randomUUID() : null}::uuid,
        ${disclosed ? 'consent' : null}, ${disclosed ? 'agreed by the client' : null})`)
    }
  })
}

describe('app.verify_log', () => {
  test('finds nothing in a log that only the portal wrote', async () => {
    expect(await undone(world.admin, (tx) => asAuditorIn(tx, () => findFaults(tx)))).toEqual([])
  })

  test('finds 1,000 random tampers of single rows by the administrator of the database, and names the row', async () => {
    const tampers = listTampers(agencies, 1_000, 20_261_123)
    const missed: string[] = []
    for (const { kind, sql: statement, agencyId, seq } of tampers) {
      const faults = await undone(world.admin, async (tx) => {
        await tx.unsafe(statement)
        return asAuditorIn(tx, () => findFaults(tx))
      })
      if (!faults.some((fault) => fault.agencyId === agencyId && fault.seq === seq))
        missed.push(`${kind}: ${statement}: ${JSON.stringify(faults)}`)
    }
    expect(missed).toEqual([])
    expect(new Set(tampers.map(({ kind }) => kind)).size).toBeGreaterThan(20)
  })
})

describe('portal_audit', () => {
  const READS = ['app.migration', 'audit_head', 'case_event']

  test('reads the log and nothing else', async () => {
    const auditor = postgres(world.auditUrl, { max: 1 })
    afterAll(() => auditor.end())
    const tables = await world.admin<{ name: string }[]>`
      select c.oid::regclass::text as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relkind in ('r', 'p', 'v', 'm') and n.nspname not like 'pg\\_%' and n.nspname <> 'information_schema'`
    const readable: string[] = []
    for (const { name } of tables) {
      const refused = await auditor.unsafe(`select 1 from ${name} limit 1`).then(
        () => null,
        (error) => error.code,
      )
      if (refused === null) readable.push(name)
      else expect(refused).toBe('42501')
    }
    expect(readable.sort()).toEqual(READS)
    expect(tables.length).toBeGreaterThan(30)
  })

  test('writes nothing and runs nothing that could', async () => {
    const [rights] = await world.admin`
      select exists (select 1 from pg_class c, unnest(array['INSERT', 'UPDATE', 'DELETE', 'TRUNCATE']) verb
          where c.relkind in ('r', 'p') and has_table_privilege('portal_audit', c.oid, verb)) as writes,
        array(select p.proname::text from pg_proc p join pg_namespace n on n.oid = p.pronamespace
          where n.nspname = 'app' and p.prosecdef and has_function_privilege('portal_audit', p.oid, 'execute')) as strong`
    expect(rights).toEqual({ writes: false, strong: [] })
  })
})

describe('accord audit verify', () => {
  const database = (): TestDatabase => ({
    name: '',
    adminUrl: '',
    appUrl: '',
    workerUrl: '',
    secret: '',
    auditUrl: world.auditUrl,
    mapUrl: world.database.mapUrl,
  })
  const run = (...words: string[]) =>
    accord(database(), ['audit', ...words], { AUDIT_DATABASE_URL: world.auditUrl, DATA_DIR: '/nowhere' })

  test('ends with 0 and says what it looked at', async () => {
    const { code, out, err } = await run('verify')
    expect({ code, err }).toEqual({ code: 0, err: '' })
    expect(out).toContain('178 rows in the logs of 3 agencies, 0 anchors: every row follows from the one before.\n')
    expect(out).toContain('Warning: there are no anchors in /nowhere/anchors.jsonl.')
  })

  test('ends with 1 and names agency and row of each fault, for people and for programs', async () => {
    const [first] = agencies as [LoggedAgency]
    const change = (to: string) =>
      world.admin`update case_event set kind = ${to} where agency_id = ${first.agencyId} and seq = 12`
    const [before] = await world.admin`select kind from case_event where agency_id = ${first.agencyId} and seq = 12`
    await change('something else')
    const spoken = await run('verify')
    const printed = await run('verify', '--json')
    await change(before?.kind)
    expect(spoken.code).toBe(1)
    expect(spoken.out).toContain(`agency ${first.agencyId} row 12: was changed`)
    expect(printed.code).toBe(1)
    expect(JSON.parse(printed.out)).toEqual({
      rows: 178,
      agencies: 3,
      anchors: 0,
      faults: [{ agencyId: first.agencyId, seq: 12, fault: 'was changed' }],
    })
  })

  test('finds an end that was cut off, with the head rewritten to fit, only by an anchor from before', async () => {
    const file = join(await mkdtemp(join(tmpdir(), 'accord-anchors-')), 'anchors.jsonl')
    const anchored = await run('anchor', file)
    expect({ code: anchored.code, err: anchored.err }).toEqual({ code: 0, err: '' })
    expect((await run('verify', '--against', file)).code).toBe(0)
    const { agencyId, rows } = agencies[1] as LoggedAgency
    await world.admin.begin(async (tx) => {
      await tx`delete from case_event where agency_id = ${agencyId} and seq > ${rows - 3}`
      await tx`update audit_head h set seq = ${rows - 3},
        hash = (select hash from case_event where agency_id = h.agency_id and seq = ${rows - 3}) where agency_id = ${agencyId}`
    })
    expect((await run('verify')).code).toBe(0)
    const { code, out } = await run('verify', '--against', file)
    expect(code).toBe(1)
    expect(out).toContain(`agency ${agencyId} row ${rows}: is missing since the anchor of `)
  })

  test('finds a removed end and a log written again as a whole by what the worker anchored, without a path to its file', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'accord-anchors-'))
    const anchoring = hourlyAnchoring(world.auditUrl, anchorFileOf(folder, { demo: false }))
    await anchoring()
    await anchoring()
    const verify = () =>
      accord(database(), ['audit', 'verify'], { AUDIT_DATABASE_URL: world.auditUrl, DATA_DIR: folder })
    expect(await verify()).toMatchObject({ code: 0, out: expect.stringContaining(' 3 anchors: every row follows') })
    const [first, , third] = agencies as [LoggedAgency, LoggedAgency, LoggedAgency]
    await writeAgain(first)
    await world.admin`delete from case_event where agency_id = ${third.agencyId}`
    await world.admin`delete from audit_head where agency_id = ${third.agencyId}`
    expect(await undone(world.admin, (tx) => asAuditorIn(tx, () => findFaults(tx)))).toEqual([])
    const { code, out } = await verify()
    expect(code).toBe(1)
    expect(out).toContain(`agency ${first.agencyId} row ${first.rows}: differs from the anchor of `)
    expect(out).toContain(`agency ${third.agencyId} row ${third.rows}: is missing since the anchor of `)
  })

  /** Another first row, and every hash after it made to fit: what an administrator of the database can do. */
  async function writeAgain({ agencyId, rows }: LoggedAgency) {
    await world.admin.begin(async (tx) => {
      await tx`update case_event set kind = 'never happened' where agency_id = ${agencyId} and seq = 1`
      for (let seq = 1; seq <= rows; seq += 1)
        await tx`update case_event e set previous_hash = before.hash,
          hash = app.event_hash(before.hash, e.agency_id, e.seq, e.kind, e.case_id, e.subject_id, e.actor_id, e.actor_role,
            e.happened_at, e.recorded_at, e.data, e.recipient_agency_id, e.ground, e.justification)
          from (select coalesce((select hash from case_event where agency_id = ${agencyId} and seq = ${seq - 1}), '')
            as hash) before
          where e.agency_id = ${agencyId} and e.seq = ${seq}`
      await tx`update audit_head h set hash = (select hash from case_event where agency_id = h.agency_id and seq = h.seq)
        where agency_id = ${agencyId}`
    })
  }

  test.each([
    { name: 'a file that is not there', text: undefined, says: 'The anchors cannot be read from' },
    { name: 'a file that holds something else', text: 'not an anchor\n', says: 'Line 1 of' },
  ])('$name is reported in one sentence', async ({ text, says }) => {
    const file = join(await mkdtemp(join(tmpdir(), 'accord-anchors-')), 'anchors.jsonl')
    if (text !== undefined) await writeFile(file, text)
    const { code, err } = await run('verify', '--against', file)
    expect(code).toBe(1)
    expect(err).toContain(says)
    expect(err.trim().split('\n')).toHaveLength(1)
  })
})
