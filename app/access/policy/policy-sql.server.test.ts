import { describe, expect, test } from 'vitest'
import { POLICY, RULES } from './policy.ts'
import { policySql, predicateSql, tablePolicySql } from './policy-sql.server.ts'

describe('predicateSql', () => {
  const roles = ['manager', 'case_worker']
  const agency = "(select app.agency_as('{case_worker,manager}'))"
  const person = "(select app.staff_as('{case_worker,manager}'))"

  test.each([
    { predicate: { ownAgency: 'agencyId' }, sql: `agency_id = ${agency}`, why: 'the agency, asked once a statement' },
    { predicate: { own: 'requestedBy' }, sql: `requested_by = ${person}`, why: 'the person' },
    { predicate: { notOwn: 'requestedBy' }, sql: `requested_by <> ${person}`, why: 'another person, and a known one' },
    { predicate: { is: ['decision', "o'clock"] }, sql: "decision = 'o''clock'", why: 'a word, quoted' },
    { predicate: { is: ['clientTold', true] }, sql: 'client_told = true', why: 'yes or no' },
    { predicate: { filled: 'usedAt' }, sql: 'used_at is not null', why: 'has happened' },
    { predicate: { empty: 'usedAt' }, sql: 'used_at is null', why: 'has not' },
    { predicate: 'any row', sql: `${agency} is not null`, why: 'any row, for these roles only' },
    {
      predicate: { all: [{ filled: 'usedAt' }, { any: [{ empty: 'usedAt' }, { own: 'decidedBy' }] }] },
      sql: `(used_at is not null and (used_at is null or decided_by = ${person}))`,
      why: 'nested',
    },
  ] as const)('$why', ({ predicate, sql }) => {
    expect(predicateSql('consentOverride', roles, predicate as Parameters<typeof predicateSql>[2])).toBe(sql)
  })

  test('a row between two agencies is read by one side or the other, closed to the planner', () => {
    const either = {
      any: [{ all: [{ ownAgency: 'toAgencyId' }, { filled: 'sentAt' }] }, { ownAgency: 'fromAgencyId' }],
    }
    expect(predicateSql('referral', roles, either as Parameters<typeof predicateSql>[2])).toBe(
      `case when (to_agency_id = ${agency} and sent_at is not null) then true else from_agency_id = ${agency} end`,
    )
  })

  test('a client reads their own row of the agency they act in', () => {
    const themselves = { all: [{ ownAgency: 'agencyId' }, { ownClient: 'clientId' }] } as const
    expect(predicateSql('client', ['client'], themselves)).toBe(
      "(agency_id = (select app.agency_as('{client}')) and client_id = (select app.client_as('{client}')))",
    )
  })

  test('a column that does not exist is refused by name', () => {
    expect(() => predicateSql('client', roles, { ownAgency: 'agency' })).toThrow('client.agency, which does not exist')
  })
})

describe('policySql', () => {
  test('guards every table of the policy, for its owner too, but the open one', () => {
    const sql = policySql()
    const tables = Object.keys(POLICY).length
    expect(sql.match(/enable row level security/g)).toHaveLength(tables - 1)
    expect(sql.match(/force row level security/g)).toHaveLength(tables - 1)
  })

  test('a table without a rule is granted to nobody', () => {
    expect(tablePolicySql('auditHead')).toHaveLength(2)
    expect(
      tablePolicySql(
        'client',
        RULES.filter(({ table }) => table !== 'client'),
      ),
    ).toHaveLength(2)
  })

  test('an update is granted column by column', () => {
    expect(tablePolicySql('contact')).toContain(
      'grant update (error_at, error_reason) on contact to portal_app, portal_worker;',
    )
  })
})
