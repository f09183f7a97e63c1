import { sql } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { asActor } from '../../../db/as-actor.ts'
import { reportedCase } from '../../../tests/support/cases.ts'
import { openWorld } from '../../../tests/support/world.ts'
import type { Cursor } from '../../domain/lists/cursor.ts'
import { type KeyColumn, placesSql, selectPlaces } from './keyset.server.ts'

const world = await openWorld()
const MANY = 4000
const A_PART = 26

const COLUMNS: KeyColumn[] = [
  { column: sql`case_file.urgent_order`, kind: 'flag' },
  { column: sql`case_file.next_due_at`, kind: 'optional-instant' },
  { column: sql`case_file.received_at`, kind: 'instant' },
  { column: sql`case_file.case_id`, kind: 'id' },
]

interface Plan {
  'Node Type': string
  'Index Name'?: string
  'Actual Rows': number
  'Rows Removed by Filter'?: number
  Plans?: Plan[]
}

function scansOf(plan: Plan): Plan[] {
  const below = (plan.Plans ?? []).flatMap(scansOf)
  return plan['Node Type'].includes('Scan') && plan['Node Type'] !== 'Subquery Scan' ? [plan, ...below] : below
}

describe('a page far into a long list', async () => {
  const agency = await world.agency()
  const { actor } = await world.staff(agency)
  const { caseId } = await reportedCase({ actor, name: '', email: '' })
  await world.admin`
    insert into case_file (agency_id, case_id, client_id, reference, received_by, channel, reporter_role, contactability,
      serious, next_due_at, received_at, stage)
    select agency_id, gen_random_uuid(), client_id, 'HB-' || n, received_by, channel, reporter_role, contactability,
      n % 2 = 0, case when n % 4 < 2 then timestamptz '2026-11-23T09:00:00Z' + n * interval '1 minute' end,
      timestamptz '2026-11-20T09:00:00Z' - n * interval '1 minute', 'open'
    from case_file, generate_series(1, ${MANY}) n where case_id = ${caseId}`
  await world.admin`analyze case_file`
  const rows = { from: sql`case_file`, where: sql`agency_id = ${agency.agencyId} and stage = 'open'`, columns: COLUMNS }
  const part = { cursor: null, isAscending: true, limit: A_PART, offset: 0 }
  const placeAt = async (offset: number) =>
    (await asActor(actor, (tx) => selectPlaces(tx, rows, { ...part, offset, limit: 1 })))[0] ?? ''

  it.each([
    { at: MANY * 0.2, direction: 'after', why: 'urgent cases with a deadline' },
    { at: MANY * 0.4, direction: 'after', why: 'urgent cases without one' },
    { at: MANY * 0.4, direction: 'before', why: 'urgent cases without one, backwards' },
    { at: MANY * 0.6, direction: 'before', why: 'others with a deadline, backwards' },
    { at: MANY * 0.9, direction: 'after', why: 'others without one' },
    { at: MANY * 0.9, direction: 'before', why: 'others without one, backwards' },
  ] as const)('reads no more rows than it needs, by the index alone: $why', async ({ at, direction }) => {
    const cursor: Cursor = { direction, place: await placeAt(at) }
    const statement = placesSql(rows, { ...part, cursor, isAscending: direction === 'after' })
    const [explained] = await asActor(actor, (tx) =>
      tx.execute<{ 'QUERY PLAN': { Plan: Plan }[] }>(sql`explain (analyze, format json) ${statement}`),
    )
    const scans = explained?.['QUERY PLAN'].flatMap(({ Plan }) => scansOf(Plan)) ?? []
    expect(scans.length).toBeGreaterThan(1)
    for (const scan of scans) {
      expect(scan['Node Type']).toMatch(/^Index (Only )?Scan$/)
      expect(scan['Index Name']).toBe('case_by_due')
      expect(scan['Actual Rows'] + (scan['Rows Removed by Filter'] ?? 0)).toBeLessThanOrEqual(A_PART)
    }
    const inOrder = await asActor(actor, (tx) =>
      selectPlaces(tx, rows, { ...part, offset: direction === 'after' ? at + 1 : at - A_PART }),
    )
    const beyond = await asActor(actor, (tx) =>
      selectPlaces(tx, rows, { ...part, cursor, isAscending: direction === 'after' }),
    )
    expect(direction === 'after' ? beyond : beyond.toReversed()).toEqual(inOrder)
  })
})
