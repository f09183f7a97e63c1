import { sql } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { asActor } from '../../db/as-actor.ts'
import { insertSql, readColumns, wholeRow } from '../support/oracle-rows.ts'
import { type AgencyMade, openWorld, type Person } from '../support/world.ts'

const world = await openWorld()
const REPORTS = [0, 1, 4, 5, 12]
const homes: AgencyMade[] = []

beforeAll(async () => {
  for (const _ of REPORTS) homes.push(await world.agency())
  const columns = (await readColumns(world.admin)).get('case_file') ?? []
  await world.admin.begin(async (tx) => {
    await tx.unsafe('set local session_replication_role = replica')
    for (const [at, many] of REPORTS.entries())
      for (let made = 0; made < many; made += 1)
        await tx.unsafe(insertSql('case_file', wholeRow(columns, { agency_id: homes[at]?.agencyId ?? null })))
  })
})

function counts({ actor }: Person) {
  const since = '2026-11-01T00:00:00Z'
  return asActor(actor, async (tx) => {
    const rows = await tx.execute<{ agencyId: string; reports: string | null; referralsSent: string | null }>(
      sql`select * from app.partnership_counts(${since}::timestamptz, '2026-12-01T00:00:00Z'::timestamptz)`,
    )
    return new Map(rows.map((row) => [row.agencyId, row]))
  })
}

describe('what the coordinator and the cohesion officer know of casework', () => {
  test.each(['coordinator', 'cohesion_officer'] as const)('%s: counts, with 1 to 4 held back', async (role) => {
    const known = await counts(await world.staff(homes[0] as AgencyMade, role))
    const reports = homes.map(({ agencyId }) => known.get(agencyId)?.reports)
    expect(reports).toEqual(['0', null, null, '5', '12'])
  })

  test.each(['case_worker', 'manager', 'administrator'] as const)('%s: no counts of other agencies', async (role) => {
    expect((await counts(await world.staff(homes[4] as AgencyMade, role))).size).toBe(0)
  })

  test('no column of the counts is anything but an agency and numbers', async () => {
    const known = await counts(await world.staff(homes[0] as AgencyMade, 'coordinator'))
    const { agencyId: _, ...numbers } = known.get(homes[4]?.agencyId ?? '') ?? {}
    expect(Object.keys(numbers).length).toBeGreaterThan(5)
    for (const value of Object.values(numbers)) expect(value === null || /^\d+$/.test(String(value))).toBe(true)
  })
})
