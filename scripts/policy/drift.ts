import { getTableName } from 'drizzle-orm'
import type postgres from 'postgres'
import { tablePolicySql } from '../../app/access/policy/policy-sql.server.ts'
import { allowedTransitions } from '../../app/domain/referrals/referral-move.ts'
import { TABLES, type TableName } from '../../db/schema/tables.ts'
import { LOGINS, MIRROR, replacePolicies, undone } from './mirror.ts'

/**
 * The differences between the database and the compiled policy, one sentence each: row-level security, policies and
 * grants of the application's logins on every table, and the moves of a referral.
 */
export async function findDrift(tx: postgres.TransactionSql): Promise<string[]> {
  const actual = await describe(tx, 'public')
  const compiled = await undone(tx, async (inner) => {
    for (const table of Object.keys(TABLES) as TableName[]) await replacePolicies(inner, table, tablePolicySql(table))
    return describe(inner, MIRROR)
  })
  const moves = await tx<{ from_state: string; to_state: string; side: string }[]>`
    select from_state, to_state, side from app.referral_move`
  const actualMoves = moves.map(({ from_state, to_state, side }) => moveLine(from_state, to_state, side))
  const compiledMoves = allowedTransitions().map(({ from, to, side }) => moveLine(from, to, side))
  return [...difference(actual, compiled), ...difference(actualMoves, compiledMoves)]
}

function moveLine(from: string, to: string, side: string) {
  return `move of a referral from ${from} to ${to} by the ${side}`
}

function difference(actual: string[], compiled: string[]): string[] {
  const [here, wanted] = [new Set(actual), new Set(compiled)]
  return [
    ...actual.filter((line) => !wanted.has(line)).map((line) => `in the database only: ${line}`),
    ...compiled.filter((line) => !here.has(line)).map((line) => `in the policy only: ${line}`),
  ]
}

/** A sentence for each setting that decides access to a table of this schema. */
async function describe(tx: postgres.TransactionSql, schema: string): Promise<string[]> {
  const logins = [...LOGINS] as string[]
  const rows = await tx<{ line: string }[]>`
    with tables as (
      select c.oid, c.relname, c.relacl, c.relrowsecurity, c.relforcerowsecurity from pg_class c
      where c.relnamespace = ${schema}::regnamespace and c.relkind in ('r', 'p', 'v', 'm', 'f')
    )
    select format('row-level security of %I: %s, %s', relname,
      case when relrowsecurity then 'on' else 'off' end,
      case when relforcerowsecurity then 'for its owner too' else 'not for its owner' end) as line from tables
    union all
    select format('policy %s on %I (%s) for %s to %s using %s, check %s', p.polname, t.relname,
      case when p.polpermissive then 'permissive' else 'restrictive' end, p.polcmd,
      (select string_agg(r::regrole::text, ', ' order by r::regrole::text) from unnest(p.polroles) r),
      pg_get_expr(p.polqual, p.polrelid), pg_get_expr(p.polwithcheck, p.polrelid))
    from pg_policy p join tables t on t.oid = p.polrelid
    where p.polroles && (select array_agg(oid) from pg_roles where rolname = any (${logins}))
    union all
    select format('grant of %s on %I to %s', lower(g.privilege_type), t.relname, g.grantee::regrole)
    from tables t, aclexplode(t.relacl) g where g.grantee::regrole::text = any (${logins})
    union all
    select format('grant of %s (%I) on %I to %s', lower(g.privilege_type), a.attname, t.relname, g.grantee::regrole)
    from tables t join pg_attribute a on a.attrelid = t.oid and a.attnum > 0 and not a.attisdropped, aclexplode(a.attacl) g
    where g.grantee::regrole::text = any (${logins})
    order by 1`
  return rows.map(({ line }) => line)
}

/** Tables in the database that the schema in the code does not know, so that no policy can name them. */
export async function listUnknownTables(tx: postgres.TransactionSql): Promise<string[]> {
  const known = Object.values(TABLES).map(getTableName)
  const rows = await tx<{ name: string }[]>`
    select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p', 'f', 'm', 'v')
      and relname <> all (${known}) order by 1`
  return rows.map(({ name }) => name)
}
