import { getTableName } from 'drizzle-orm'
import postgres from 'postgres'
import { OPEN_TABLES } from '../../app/access/policy/policy-sql.server.ts'
import { TABLES, type TableName } from '../../db/schema/tables.ts'

/** The schema with the copies. It exists only inside a transaction that is rolled back. */
export const MIRROR = 'policy_check'

export const LOGINS = ['portal_app', 'portal_worker'] as const

export const GUARDED = (Object.keys(TABLES) as TableName[]).filter(
  (table) => !(OPEN_TABLES as readonly string[]).includes(table),
)

/** Each function runs one statement and undoes it. Results: `done`, `nothing` (no row matched), `refused`. */
const FUNCTIONS = `
create function ${MIRROR}.outcome(statement text) returns text language plpgsql as $$
declare touched bigint;
begin
  execute statement;
  get diagnostics touched = row_count;
  raise exception using errcode = 'AC001', message = touched::text;
exception
  when sqlstate 'AC001' then return case sqlerrm when '0' then 'nothing' else 'done' end;
  when insufficient_privilege then return 'refused';
end $$;
create function ${MIRROR}.seen(source text) returns int[] language plpgsql as $$
declare rows int[];
begin
  execute format('select array_agg(proof_row) from ${MIRROR}.%I', source) into rows;
  return coalesce(rows, '{}');
end $$;
create function ${MIRROR}.deleted(source text) returns int[] language plpgsql as $$
declare rows int[];
begin
  execute format('with gone as (delete from ${MIRROR}.%I returning proof_row) select array_agg(proof_row) from gone',
    source) into rows;
  raise exception using errcode = 'AC001';
exception when sqlstate 'AC001' then return coalesce(rows, '{}');
end $$;
create function ${MIRROR}.run(tables text[], statements text[]) returns jsonb language sql as $$
  select jsonb_build_object(
    'seen', (select jsonb_object_agg(t, ${MIRROR}.seen(t)) from unnest(tables) t),
    'deleted', (select jsonb_object_agg(t, ${MIRROR}.deleted(t)) from unnest(tables) t),
    'outcomes', (select coalesce(jsonb_agg(${MIRROR}.outcome(s) order by n), '[]')
      from unnest(statements) with ordinality as u (s, n)))
$$;`

class Undone<Value> extends Error {
  readonly value: Value
  constructor(value: Value) {
    super('undone')
    this.value = value
  }
}

/**
 * Runs `fn` with copies of all tables, without rows and constraints, in a transaction of the administrator that is
 * rolled back, so that a database in use does not change. `fn` starts as `portal_owner`.
 */
export async function withMirror<Value>(
  databaseUrl: string,
  fn: (tx: postgres.TransactionSql) => Promise<Value>,
): Promise<Value> {
  const sql = postgres(databaseUrl, { max: 1, connect_timeout: 10, onnotice: () => {} })
  try {
    return await undone(sql, async (tx) => {
      await makeMirror(tx)
      return fn(tx)
    })
  } finally {
    await sql.end({ timeout: 5 })
  }
}

/** Runs `fn`, rolls its changes back and returns its value. */
export async function undone<Value>(
  sql: Pick<postgres.Sql, 'begin'> | Pick<postgres.TransactionSql, 'savepoint'>,
  fn: (tx: postgres.TransactionSql) => Promise<Value>,
): Promise<Value> {
  const keepNothing = async (tx: postgres.TransactionSql): Promise<never> => {
    throw new Undone(await fn(tx))
  }
  try {
    return await ('begin' in sql ? sql.begin(keepNothing) : sql.savepoint(keepNothing))
  } catch (error) {
    if (error instanceof Undone) return error.value as Value
    throw error
  }
}

async function makeMirror(tx: postgres.TransactionSql) {
  const [me] = await tx`select rolsuper as strong from pg_roles where rolname = current_user`
  if (!me?.strong) await tx.unsafe(`grant ${LOGINS.join(', ')} to current_user`)
  await tx.unsafe(
    `create schema ${MIRROR} authorization portal_owner; set local role portal_owner; set local search_path = pg_catalog`,
  )
  for (const table of Object.values(TABLES).map(getTableName))
    await tx.unsafe(
      `create table ${MIRROR}.${table} (like public.${table}); alter table ${MIRROR}.${table} add proof_row int`,
    )
  const [loosened] = await tx<{ statements: string }[]>`
    select string_agg(format('alter table %s alter %I drop not null', attrelid::regclass, attname), '; ') as statements
    from pg_attribute where attnum > 0 and not attisdropped and attnotnull and attrelid in
      (select oid from pg_class where relnamespace = ${MIRROR}::regnamespace and relkind = 'r')`
  await tx.unsafe(loosened?.statements ?? '')
  await tx.unsafe(FUNCTIONS)
  await tx.unsafe(`grant usage on schema ${MIRROR} to ${LOGINS.join(', ')}`)
}

/** Gives a copy the policies of the real table, and all grants, so that only the policies decide. */
export async function copyPolicies(tx: postgres.TransactionSql, table: TableName): Promise<void> {
  const name = getTableName(TABLES[table])
  const policies = await tx<{ statement: string }[]>`
    select format('create policy %I on %I.%I as %s for %s to %s %s %s', policyname, ${MIRROR}::text, tablename,
      permissive, cmd, array_to_string(roles, ', '),
      'using (' || qual || ')', 'with check (' || with_check || ')') as statement
    from pg_policies where schemaname = 'public' and tablename = ${name} and roles && ${[...LOGINS]}::name[]`
  await tx.unsafe(
    [
      `grant select, insert, update, delete on ${MIRROR}.${name} to ${LOGINS.join(', ')}`,
      `alter table ${MIRROR}.${name} enable row level security`,
      ...policies.map(({ statement }) => statement),
    ].join(';\n'),
  )
}

/** Replaces the policies of a copy with those in these statements (app/access/policy/policy-sql.server.ts). */
export async function replacePolicies(tx: postgres.TransactionSql, table: TableName, statements: string[]) {
  const name = getTableName(TABLES[table])
  const old = await tx<{ policyname: string }[]>`
    select policyname from pg_policies where schemaname = ${MIRROR} and tablename = ${name}`
  const dropped = old.map(({ policyname }) => `drop policy ${policyname} on ${MIRROR}.${name}`)
  await tx.unsafe([...dropped, `set local search_path = ${MIRROR}`, ...statements].join(';\n').replaceAll(';;', ';'))
  await tx.unsafe('set local search_path = pg_catalog')
}
