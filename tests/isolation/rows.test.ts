import postgres from 'postgres'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Actor, STAFF_ROLES } from '../../app/domain/partnership/actor.ts'
import { contextKey } from '../../db/derived-secrets.ts'
import { setSignedContext } from '../../scripts/policy/equivalence.ts'
import { undone } from '../../scripts/policy/mirror.ts'
import { insertSql, readColumns, wholeRow } from '../support/oracle-rows.ts'
import {
  existsFor,
  isForeign,
  type Member,
  mayWrite,
  NEVER_READ,
  NO_CASE_CONTENT,
  type Observer,
  OPEN,
  ORACLE,
  type OracleRow,
  type TableOracle,
} from '../support/policy-oracle.ts'
import { testDatabase } from '../support/test-database.ts'

const database = await testDatabase()
const admin = postgres(database.adminUrl, { max: 1, onnotice: () => {} })
afterAll(() => admin.end())

const ROLES = [...Object.keys(STAFF_ROLES), 'system', 'sign_in'] as Actor['role'][]
/** Three agencies of one kind, so that nothing but the agency can tell their rows apart. */
const members: Member[] = [1, 2, 3].map((number) => ({
  agencyId: `a0000000-0000-4000-8000-00000000000${number}`,
  staffId: `b0000000-0000-4000-8000-00000000000${number}`,
  colleagueId: `c0000000-0000-4000-8000-00000000000${number}`,
  // The first client of each agency has the same id: only the agency tells their rows apart.
  clientId: 'd0000000-0000-4000-8000-000000000001',
  otherClientId: `d0000000-0000-4000-8000-00000000001${number}`,
}))
const observers: Observer[] = members.flatMap(({ agencyId, staffId, clientId }) => [
  ...ROLES.map((role) => ({ role, agencyId, staffId })),
  { role: 'client', agencyId, clientId },
])

interface StoredRow {
  table: string
  place: string
  row: OracleRow
  partners: [owner: Member, partner: Member]
}

let columns: Awaited<ReturnType<typeof readColumns>>
const stored: StoredRow[] = []

beforeAll(async () => {
  columns = await readColumns(admin)
  await admin.begin(async (tx) => {
    // Rows as they are, whatever they refer to: the policies alone are asked.
    await tx.unsafe('set local session_replication_role = replica')
    for (const [table, oracle] of Object.entries(ORACLE))
      for (const [owner, partner] of pairs()) await store(tx, table, oracle, owner, partner)
  })
  await admin.unsafe(TRIES)
})

/** One statement tried as the application's login and undone; a broken constraint means that the policy let it pass. */
const TRIES = `
create schema tries;
grant usage on schema tries to portal_app;
create function tries.outcome(statement text) returns text language plpgsql as $$
declare touched bigint;
begin
  execute statement;
  get diagnostics touched = row_count;
  raise exception using errcode = 'AC001', message = touched::text;
exception
  when sqlstate 'AC001' then return case sqlerrm when '0' then 'nothing' else 'done' end;
  when insufficient_privilege then return 'refused';
  when integrity_constraint_violation then return 'done';
end $$;
create function tries.outcomes(statements text[]) returns text[] language sql as $$
  select coalesce(array_agg(tries.outcome(s) order by n), '{}') from unnest(statements) with ordinality as u (s, n)
$$;`

function pairs(): [Member, Member][] {
  return members.flatMap((owner) =>
    members.filter((other) => other !== owner).map((other): [Member, Member] => [owner, other]),
  )
}

async function store(tx: postgres.TransactionSql, table: string, oracle: TableOracle, owner: Member, partner: Member) {
  for (const row of oracle.rows(owner, partner)) {
    const known = columns.get(table) ?? []
    const [inserted] = await tx.unsafe(
      `${insertSql(table, wholeRow(known, row))} on conflict do nothing returning ctid::text as place`,
    )
    if (inserted) stored.push({ table, place: inserted.place, row, partners: [owner, partner] })
  }
}

function sentence(who: Observer, verb: string, table: string, row: OracleRow) {
  return `${who.role} of ${who.agencyId} may ${verb} ${table} ${JSON.stringify(row)}`
}

/** Each table as one observer sees it, and what is wrong with that: rows too many and rows too few. */
async function readAs(tx: postgres.TransactionSql, who: Observer, tables: string[]) {
  await setSignedContext(tx, who, contextKey(database.secret))
  const wrong: string[] = []
  for (const table of tables) {
    const seen = await tx<{ place: string }[]>`select ctid::text as place from ${tx(table)}`.catch(refusedMeansNone)
    const places = new Set(seen.map(({ place }) => place))
    for (const { place, row } of stored.filter((one) => one.table === table)) {
      const exists = existsFor(table, row, who)
      if (places.has(place) !== exists) wrong.push(sentence(who, exists ? 'not read' : 'read', table, row))
    }
  }
  return wrong
}

/** A table without any grant refuses to be read at all; a savepoint is not needed, because `tries` undo themselves. */
function refusedMeansNone(error: unknown): { place: string }[] {
  if (error instanceof postgres.PostgresError && error.code === '42501') return []
  throw error
}

interface Try {
  verb: 'insert' | 'update' | 'delete'
  table: string
  row: OracleRow
  statement: string
}

/** Every write of this observer on rows of other agencies that the database lets pass and the oracle does not. */
async function writeAs(tx: postgres.TransactionSql, who: Observer, tables: string[], updatable: Map<string, string[]>) {
  const foreign = stored.filter(({ table, row }) => tables.includes(table) && isForeign(row, who))
  const tries: Try[] = foreign.flatMap(({ table, place, row }) => {
    const at = `where ctid = '${place}'`
    const set = (updatable.get(table) ?? []).map((column) => `${column} = ${column}`).join(', ')
    return [
      { verb: 'insert', table, row, statement: insertSql(table, wholeRow(columns.get(table) ?? [], row)) },
      { verb: 'delete', table, row, statement: `delete from ${table} ${at}` },
      ...(set ? [{ verb: 'update' as const, table, row, statement: `update ${table} set ${set} ${at}` }] : []),
    ]
  })
  await setSignedContext(tx, who, contextKey(database.secret))
  const [answer] = await tx<{ outcomes: string[] }[]>`
    select tries.outcomes(${tries.map(({ statement }) => statement)}) as outcomes`
  const leaks = tries.filter(
    ({ verb, table, row }, number) => answer?.outcomes[number] === 'done' && !mayWrite(verb, table, row, who),
  )
  return { tried: tries.length, leaks: leaks.map(({ verb, table, row }) => sentence(who, verb, table, row)) }
}

/** What the login may update at all, from the catalogue: column by column. */
async function readUpdatable(tx: postgres.TransactionSql) {
  const rows = await tx<{ table: string; columns: string[] }[]>`
    select c.relname as table, array_agg(a.attname::text) as columns
    from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
      and has_column_privilege('portal_app', c.oid, a.attnum, 'update') group by 1`
  return new Map(rows.map(({ table, columns: names }) => [table, names]))
}

async function listTables(sql: postgres.Sql | postgres.TransactionSql) {
  const rows = await sql<{ name: string }[]>`
    select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p', 'f', 'v', 'm')`
  return rows.map(({ name }) => name)
}

/** Tables of the catalogue about which nobody has said whose rows they hold, or of which there is no row to steal. */
function uncovered(tables: string[]) {
  return tables.filter((table) => !(table in OPEN) && !stored.some((row) => row.table === table))
}

describe('every table of the catalogue', () => {
  test('has declared whose rows it holds, and holds rows of each of three agencies', async () => {
    expect(uncovered(await listTables(admin))).toEqual([])
  })

  test('a new table without a declaration is named', async () => {
    const found = await undone(admin, async (tx) => {
      await tx`create table newcomer (agency_id uuid)`
      return uncovered(await listTables(tx))
    })
    expect(found).toEqual(['newcomer'])
  })
})

describe('through SQL as the application’s role, every role of every ordered pair of agencies', () => {
  const asApplication = <Value>(fn: (tx: postgres.TransactionSql) => Promise<Value>) =>
    undone(admin, async (tx) => {
      await tx`set local role portal_app`
      return fn(tx)
    })

  test.each(observers)('$role of $agencyId reads exactly the rows that exist for them', async (who) => {
    const tables = Object.keys(ORACLE).filter((table) => !NEVER_READ.includes(table))
    expect(await asApplication((tx) => readAs(tx, who, tables))).toEqual([])
  })

  test.each(observers)(
    '$role of $agencyId inserts, changes and removes nothing of another agency, and a client nothing at all',
    async (who) => {
      const { tried, leaks } = await asApplication(async (tx) =>
        writeAs(tx, who, Object.keys(ORACLE), await readUpdatable(tx)),
      )
      expect(leaks).toEqual([])
      expect(tried).toBeGreaterThan(100)
    },
  )

  test.each(NEVER_READ)('nobody reads %s', async (table) => {
    await expect(asApplication((tx) => tx`select 1 from ${tx(table)}`)).rejects.toMatchObject({ code: '42501' })
  })

  test('no column that says whose a row is can be updated', async () => {
    const updatable = await undone(admin, readUpdatable)
    const owners = ['agency_id', 'from_agency_id', 'to_agency_id', 'by_agency_id']
    expect([...updatable.values()].flat().filter((column) => owners.includes(column))).toEqual([])
  })

  test('the coordinator, the cohesion officer and the administrator see no row of case content', async () => {
    const withoutCases = observers.filter(({ role }) =>
      ['coordinator', 'cohesion_officer', 'administrator'].includes(role),
    )
    const content = Object.keys(ORACLE).filter(
      (table) => !NO_CASE_CONTENT.includes(table) && !NEVER_READ.includes(table),
    )
    for (const who of withoutCases) {
      const seen = await asApplication(async (tx) => {
        await setSignedContext(tx, who, contextKey(database.secret))
        const counts = await Promise.all(
          content.map((table) => tx`select 1 from ${tx(table)}`.then((rows) => rows.length)),
        )
        return counts.reduce((total, count) => total + count, 0)
      })
      expect(seen).toBe(0)
    }
    expect(content.length).toBeGreaterThan(12)
  })

  test.each([
    { by: 'create policy loose on client for select to portal_app using (true)', finds: 'may read client' },
    { by: 'drop policy may_select on incident', finds: 'may not read incident' },
    { by: 'alter policy may_insert on contact with check (true)', finds: 'may insert contact' },
    { by: 'alter table consent disable row level security', finds: 'may update consent' },
  ])('a leak would be found: $by', async ({ by, finds }) => {
    const who = observers.find(({ role }) => role === 'case_worker') as Observer
    const found = await undone(admin, async (tx) => {
      await tx.unsafe(`${by}; set local role portal_app`)
      const tables = ['client', 'incident', 'contact', 'consent']
      const { leaks } = await writeAs(tx, who, tables, await readUpdatable(tx))
      return [...(await readAs(tx, who, tables)), ...leaks].join('\n')
    })
    expect(found).toContain(finds)
  })
})
