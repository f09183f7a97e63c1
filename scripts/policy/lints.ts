import type postgres from 'postgres'
import {
  DECLARED_COLUMNS,
  DECLARED_GRANTS,
  DECLARED_KEYS,
  DECLARED_POLICIES,
  grants,
  LOGINS,
  OPEN,
  OURS,
  PLAIN_COLUMNS,
  PUBLIC_TABLES,
  policies,
  quoted,
  TENANT,
  tables,
} from './declared.ts'

/** A rule for the schema. Its query on the catalogue returns what breaks the rule. */
export interface Lint {
  name: string
  promise: string
  /** One row `{ finding }` for each violation. */
  query: string
}

export const LINTS: readonly Lint[] = [
  {
    name: 'row-level security',
    promise: 'Each table has row-level security, for its owner too.',
    query: `select relname as finding from ${tables} t
      where relname not in ${OPEN} and not (relrowsecurity and relforcerowsecurity)`,
  },
  {
    name: 'policy for each grant',
    promise: 'What a login is granted on a table, a policy narrows.',
    query: `select distinct format('%s on %s for %s', privilege, relname, grantee) as finding from ${grants} g
      where nspname = 'public' and relname not in ${OPEN} and privilege in ('SELECT', 'INSERT', 'UPDATE', 'DELETE')
        and not exists (select 1 from ${policies} p where p.polrelid = g.oid and g.grantee = any (p.roles)
          and p.polcmd in ('*', case privilege when 'SELECT' then 'r' when 'INSERT' then 'a' when 'UPDATE' then 'w' else 'd' end))`,
  },
  {
    name: 'checked updates',
    promise: 'A policy for updates says what the row may become.',
    query: `select format('%s on %s', polname, relname) as finding from ${policies} p
      where polcmd in ('w', '*') and polwithcheck is null`,
  },
  {
    name: 'no open policy',
    promise: 'A policy asks who is asking.',
    query: `select format('%s on %s', polname, relname) as finding from ${policies} p
      where (coalesce(qual, 'app.') !~ 'app\\.(agency_as|staff_as|client_as|context)\\(' and polcmd <> 'a'
        or coalesce(with_check, 'app.context(') !~ 'app\\.(agency_as|staff_as|client_as|context)\\(')
        and (relname, polname) not in (${DECLARED_POLICIES.map(([table, name]) => `('${table}', '${name}')`).join(', ')})`,
  },
  {
    name: 'views as their reader',
    promise: 'A view sees what its reader sees.',
    query: `select format('%s.%s', n.nspname, c.relname) as finding from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where n.nspname in ${OURS} and c.relkind = 'v'
        and not coalesce('security_invoker=true' = any (c.reloptions) or 'security_invoker=on' = any (c.reloptions), false)`,
  },
  {
    name: 'no materialized view',
    promise: 'No login reads a copy that row-level security does not guard.',
    query: `select format('%s for %s', relname, grantee) as finding from ${grants} g where relkind = 'm'`,
  },
  {
    name: 'functions that see more',
    promise: 'A function with its owner’s rights has a fixed search path, no strong owner, and callers by name.',
    query: `select p.oid::regprocedure::text as finding from pg_proc p join pg_namespace n on n.oid = p.pronamespace
      join pg_roles o on o.oid = p.proowner
      where n.nspname in ${OURS} and p.prosecdef and (
        o.rolsuper or o.rolbypassrls
        or not exists (select 1 from unnest(p.proconfig) setting where setting like 'search_path=%pg_temp')
        or exists (select 1 from aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) g where g.grantee = 0))`,
  },
  {
    name: 'harmless roles',
    promise: 'A login is no superuser, bypasses nothing, owns nothing, and is a member of nothing.',
    query: `select rolname as finding from pg_roles r where rolname in ${LOGINS} and (
        rolsuper or rolbypassrls or rolcreaterole or rolcreatedb or rolreplication
        or exists (select 1 from pg_class where relowner = r.oid) or exists (select 1 from pg_proc where proowner = r.oid)
        or exists (select 1 from pg_namespace where nspowner = r.oid)
        or exists (select 1 from pg_auth_members where member = r.oid))
      union all select rolname from pg_roles where (rolsuper or rolbypassrls) and rolname like 'portal\\_%' and rolname not in ${LOGINS}`,
  },
  {
    name: 'no grant past the policies',
    promise: 'No login may truncate, reference or put triggers, and everybody may nothing.',
    query: `select distinct format('%s on %s.%s for %s', privilege, nspname, relname, grantee) as finding from ${grants} g
      where grantee = 'PUBLIC' or (nspname <> 'pgboss' or grantee <> 'portal_worker')
        and privilege not in ('SELECT', 'INSERT', 'UPDATE', 'DELETE')`,
  },
  {
    name: 'policies by index',
    promise: 'What a policy compares with the actor leads an index, or comes second in one.',
    query: `select distinct format('%s of %s', m[1], relname) as finding from ${policies} p,
        regexp_matches(coalesce(qual, ''), '(\\w+) = \\( ?SELECT app\\.(?:agency_as|staff_as|client_as)\\(', 'g') m
      where p.roles && array['portal_app']
        and (relname, m[1]) not in (${DECLARED_COLUMNS.map(([table, column]) => `('${table}', '${column}')`).join(', ')})
        and not exists (
        select 1 from pg_index i join pg_attribute a on a.attrelid = i.indrelid and a.attname = m[1]
        where i.indrelid = p.polrelid and a.attnum in (i.indkey[0], i.indkey[1]))`,
  },
  {
    name: 'references inside the agency',
    promise: 'A reference between rows of agencies carries the agency along.',
    query: `select format('%s on %s', k.conname, k.conrelid::regclass) as finding from pg_constraint k
      where k.contype = 'f' and k.connamespace = 'public'::regnamespace and k.confrelid <> 'agency'::regclass
        and exists (select 1 from pg_attribute where attrelid = k.confrelid and attname in ${TENANT})
        and not exists (
          select 1 from unnest(k.conkey, k.confkey) as pair (here, there)
          join pg_attribute h on h.attrelid = k.conrelid and h.attnum = pair.here
          join pg_attribute t on t.attrelid = k.confrelid and t.attnum = pair.there
          where h.attname in ${TENANT} and t.attname = h.attname)`,
  },
  {
    name: 'keys inside the agency',
    promise: 'A unique key begins with the agency, so that a clash tells nothing of another’s rows.',
    query: `select format('%s on %s', i.indexrelid::regclass, i.indrelid::regclass) as finding
      from pg_index i join ${tables} t on t.oid = i.indrelid
      left join pg_attribute a on a.attrelid = i.indrelid and a.attnum = i.indkey[0]
      where i.indisunique and (a.attname is null or a.attname not in ${TENANT})
        and i.indexrelid::regclass::text not in (${quoted(DECLARED_KEYS.map(([key]) => key))})`,
  },
  {
    name: 'asked once a statement',
    promise: 'A policy asks for the actor inside a sub-select, not once a row.',
    query: `select format('%s on %s', polname, relname) as finding from ${policies} p
      where regexp_replace(concat(qual, ' ', with_check), '\\( ?SELECT \\(*app\\.\\w+\\(', '', 'g') ~ 'app\\.\\w+\\('`,
  },
  {
    name: 'comparisons an index may use',
    promise: 'No table has an enum column: under row-level security its comparison would come after the policy.',
    query: `select format('%s.%s', t.relname, a.attname) as finding from ${tables} t
      join pg_attribute a on a.attrelid = t.oid and a.attnum > 0 and not a.attisdropped
      join pg_type y on y.oid = a.atttypid where y.typtype = 'e'`,
  },
  {
    name: 'nothing beside the rows',
    promise: 'Outside the schema of the rows a login reads what is declared; the job queue is the worker’s alone.',
    query: `select distinct format('%s on %s.%s for %s', privilege, nspname, relname, grantee) as finding from ${grants} g
      where nspname <> 'public' and not (nspname = 'pgboss' and grantee = 'portal_worker')
        and (nspname || '.' || relname, privilege) not in
          (${DECLARED_GRANTS.map(([table, privilege]) => `('${table}', '${privilege}')`).join(', ')})`,
  },
  {
    name: 'no temporary table',
    promise: 'No login may make a temporary table, which would shadow one of ours for the next transaction.',
    query: `select rolname as finding from pg_roles
      where rolname in ${LOGINS} and has_database_privilege(oid, current_database(), 'TEMPORARY')`,
  },
  {
    name: 'no schema or table of its own',
    promise: 'No login may create a schema, or anything in one.',
    query: `select format('a schema by %s', rolname) as finding from pg_roles
        where rolname in ${LOGINS} and has_database_privilege(oid, current_database(), 'CREATE')
      union all select format('in %s by %s', nspname, rolname) from pg_roles r, pg_namespace n
        where rolname in ${LOGINS} and nspname !~ '^pg_(toast_)?temp_' and has_schema_privilege(r.oid, n.oid, 'CREATE')`,
  },
  {
    name: 'no lock that outlives its transaction',
    promise: 'No login may take a lock that stays on the connection after the transaction.',
    query: `select distinct format('%s for %s', proname, rolname) as finding from pg_proc p, pg_roles r
      where rolname in ${LOGINS} and pronamespace = 'pg_catalog'::regnamespace
        and proname ~ '^pg_(try_)?advisory_(lock|unlock)' and has_function_privilege(r.oid, p.oid, 'EXECUTE')`,
  },
  {
    name: 'no large object',
    promise: 'No login may keep or read a large object: row-level security does not guard them.',
    query: `select distinct format('%s for %s', proname, rolname) as finding from pg_proc p, pg_roles r
      where rolname in ${LOGINS} and pronamespace = 'pg_catalog'::regnamespace
        and proname ~ '^(lo_|be_lo_|lowrite|loread)' and has_function_privilege(r.oid, p.oid, 'EXECUTE')`,
  },
  {
    name: 'no statistics of words about people',
    promise:
      'The planner keeps no statistics of names, phone numbers and free text: its estimates would tell of other agencies.',
    query: `select format('%s.%s', t.relname, a.attname) as finding from ${tables} t
      join pg_attribute a on a.attrelid = t.oid and a.attnum > 0 and not a.attisdropped
      where t.relname not in ${PUBLIC_TABLES} and a.attname !~ '${PLAIN_COLUMNS}'
        and (a.atttypid in ('text'::regtype, 'varchar'::regtype, 'jsonb'::regtype, 'json'::regtype, 'text[]'::regtype, 'date'::regtype))
        and (coalesce(a.attstattarget, -1) <> 0
          or exists (select 1 from pg_statistic s where s.starelid = t.oid and s.staattnum = a.attnum))
      union all select format('index %s', i.indexrelid::regclass) from pg_index i join ${tables} t on t.oid = i.indrelid
      where i.indexprs is not null and t.relname not in ${PUBLIC_TABLES} and exists (
        select 1 from pg_attribute a where a.attrelid = i.indexrelid and i.indkey[a.attnum - 1] = 0
          and coalesce(a.attstattarget, -1) <> 0)`,
  },
]

/** Runs every lint on this database. @returns the findings by lint, with an empty list if its rule holds */
export async function runLints(sql: postgres.Sql | postgres.TransactionSql): Promise<Map<string, string[]>> {
  const found = new Map<string, string[]>()
  for (const { name, query } of LINTS) {
    const rows = await sql.unsafe<{ finding: string }[]>(query)
    found.set(
      name,
      rows.map(({ finding }) => finding),
    )
  }
  return found
}
