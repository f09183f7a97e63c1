import postgres from 'postgres'
import { afterAll, describe, expect, test } from 'vitest'
import { checkPolicy, type PolicyFindings } from '../../scripts/policy/check-policy.ts'
import { findDrift, listUnknownTables } from '../../scripts/policy/drift.ts'
import { undone, withMirror } from '../../scripts/policy/mirror.ts'
import { testDatabase } from '../support/test-database.ts'

const database = await testDatabase()
const admin = postgres(database.adminUrl, { max: 1, onnotice: () => {} })
afterAll(() => admin.end())

describe('the policy of a migrated database', () => {
  let findings: PolicyFindings

  test('is the one compiled from app/access/policy.ts', async () => {
    findings = await checkPolicy(database.adminUrl, database.secret)
    expect(findings.drift).toEqual([])
    expect(await undone(admin, listUnknownTables)).toEqual([])
  })

  test('answers as CASL does, at least 10,000 times', () => {
    expect(findings.equivalence.mismatches).toEqual([])
    expect(findings.equivalence.cases).toBeGreaterThan(10_000)
  })

  test('cannot differ from CASL unnoticed: the same run finds every slip put into one side', () => {
    expect(findings.mutants.survivors).toEqual([])
    expect(findings.mutants.tried).toBeGreaterThan(12)
  })

  test('is looked at without leaving anything behind', async () => {
    const [left] = await admin`select to_regnamespace('policy_check') is null as gone`
    expect(left?.gone).toBe(true)
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
