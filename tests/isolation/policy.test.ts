import postgres from 'postgres'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { findDrift, listUnknownTables } from '../../scripts/policy/drift.ts'
import { LINTS } from '../../scripts/policy/lints.ts'
import { undone, withMirror } from '../../scripts/policy/mirror.ts'
import { accord } from '../support/accord.ts'
import { testDatabase } from '../support/test-database.ts'

const database = await testDatabase()
const admin = postgres(database.adminUrl, { max: 1, onnotice: () => {} })
afterAll(() => admin.end())

describe('accord policy check', () => {
  let found: Awaited<ReturnType<typeof accord>>
  beforeAll(async () => {
    found = await accord(database, ['policy', 'check'])
  }, 300_000)
  const lines = () => found.out.split('\n')
  const numbers = (start: string) => (lines().find((line) => line.startsWith(start)) ?? '').match(/\d+/g)?.map(Number)

  test('ends with 0, and the database holds the policy compiled from app/access/policy/', () => {
    expect(found.err).toBe('')
    expect(lines().slice(4).join('\n')).toBe('')
    expect(found.code).toBe(0)
    expect(numbers('Drift')).toEqual([0])
  })

  test('CASL and PostgreSQL give one answer, at least 10,000 times', () => {
    const [cases, mismatches] = numbers('CASL') ?? []
    expect(mismatches).toBe(0)
    expect(cases).toBeGreaterThan(10_000)
  })

  test('no slip in one side goes unnoticed by the same run', () => {
    const [tried, caught] = numbers('Mutants') ?? []
    expect(caught).toBe(tried)
    expect(tried).toBeGreaterThanOrEqual(12)
  })

  test('leaves nothing behind', async () => {
    const [left] = await admin`select to_regnamespace('policy_check') is null as gone`
    expect(left?.gone).toBe(true)
  })

  test('ends with 1 and names what it found', async () => {
    await admin.unsafe('grant truncate on client to portal_app')
    const { code, out } = await accord(database, ['policy', 'check', '--quick', '--json'])
    await admin.unsafe('revoke truncate on client from portal_app')
    expect(code).toBe(1)
    expect(JSON.parse(out)).toEqual({
      drift: { count: 1, findings: ['in the database only: grant of truncate on client to portal_app'] },
      lints: {
        checked: LINTS.length,
        count: 1,
        findings: ['no grant past the policies: TRUNCATE on public.client for portal_app'],
      },
    })
  })
})

describe('accord policy sql', () => {
  test('--again is a migration that brings any database back to the policy', async () => {
    const { out } = await accord(database, ['policy', 'sql', '--again'])
    const drift = await withMirror(database.adminUrl, async (tx) => {
      await tx.unsafe('set local search_path = public')
      await tx.unsafe('drop policy may_select on client; grant delete on client to portal_app')
      await tx.unsafe(`${out}; set local search_path = pg_catalog`)
      return findDrift(tx)
    })
    expect(drift).toEqual([])
  })
})

describe('drift is found', () => {
  test.each([
    { by: 'drop policy may_select on client', finds: 'in the policy only: policy may_select on client' },
    {
      by: 'alter policy may_select on client using (true)',
      finds: 'in the database only: policy may_select on client',
    },
    { by: 'alter table client disable row level security', finds: 'row-level security of client: off' },
    {
      by: 'alter table client no force row level security',
      finds: 'row-level security of client: on, not for its owner',
    },
    {
      by: 'grant delete on client to portal_app',
      finds: 'in the database only: grant of delete on client to portal_app',
    },
    { by: 'grant update (content) on referral_package to portal_app', finds: 'grant of update (content)' },
    { by: 'revoke insert on incident from portal_worker', finds: 'in the policy only: grant of insert on incident' },
    {
      by: `insert into app.referral_move values ('declined', 'accepted', 'recipient')`,
      finds: 'in the database only: move of a referral from declined to accepted by the recipient',
    },
    {
      by: `delete from app.referral_move where to_state = 'declined'`,
      finds: 'in the policy only: move of a referral',
    },
  ])('after: $by', async ({ by, finds }) => {
    const drift = await withMirror(database.adminUrl, async (tx) => {
      await tx.unsafe(`set local search_path = public; ${by}; set local search_path = pg_catalog`)
      return findDrift(tx)
    })
    expect(drift.join('\n')).toContain(finds)
  })

  test('a table that the code does not know is named', async () => {
    const unknown = await undone(admin, async (tx) => {
      await tx`create table newcomer (agency_id uuid)`
      return listUnknownTables(tx)
    })
    expect(unknown).toEqual(['newcomer'])
  })
})
