import postgres from 'postgres'
import { afterAll, describe, expect, test } from 'vitest'
import { LINTS, runLints } from '../../scripts/policy/lints.ts'
import { undone } from '../../scripts/policy/mirror.ts'
import { testDatabase } from '../support/test-database.ts'

const database = await testDatabase()
const admin = postgres(database.adminUrl, { max: 1, onnotice: () => {} })
afterAll(() => admin.end())

test.each(LINTS)('$name: $promise', async ({ name }) => {
  expect((await runLints(admin)).get(name)).toEqual([])
})

/** For each lint something that breaks its promise, made and undone, so that an empty list is known to mean something. */
const BROKEN: Record<string, { by: string; finds: string }[]> = {
  'row-level security': [
    { by: 'create table newcomer (agency_id uuid)', finds: 'newcomer' },
    { by: 'alter table client no force row level security', finds: 'client' },
    { by: 'alter table client disable row level security', finds: 'client' },
  ],
  'policy for each grant': [
    { by: 'grant delete on client to portal_app', finds: 'DELETE on client for portal_app' },
    { by: 'drop policy may_insert on incident', finds: 'INSERT on incident for portal_app' },
    { by: 'grant update (hash) on case_event to portal_worker', finds: 'UPDATE on case_event for portal_worker' },
  ],
  'checked updates': [
    {
      by: `create policy loose on client for update to portal_app using (agency_id = (select app.agency_as('{manager}')))`,
      finds: 'loose on client',
    },
  ],
  'no open policy': [
    { by: 'create policy open on client for select to portal_app using (true)', finds: 'open on client' },
    { by: 'create policy open on client for insert to portal_app with check (true)', finds: 'open on client' },
    {
      by: 'create policy open on client for select to portal_app using (agency_id is not null)',
      finds: 'open on client',
    },
  ],
  'views as their reader': [{ by: 'create view everybody as select * from client', finds: 'public.everybody' }],
  'no materialized view': [
    {
      by: 'create materialized view copied as select * from client; grant select on copied to portal_app',
      finds: 'copied for portal_app',
    },
  ],
  'functions that see more': [
    { by: `create function app.loose() returns int language sql security definer as 'select 1'`, finds: 'app.loose()' },
    { by: 'alter function app.find_session(text) owner to current_user', finds: 'app.find_session(text)' },
    { by: 'grant execute on function app.find_session(text) to public', finds: 'app.find_session(text)' },
  ],
  'harmless roles': [
    { by: 'alter role portal_app bypassrls', finds: 'portal_app' },
    { by: 'grant portal_owner to portal_worker', finds: 'portal_worker' },
    { by: 'alter table setting owner to portal_audit', finds: 'portal_audit' },
  ],
  'no grant past the policies': [
    { by: 'grant truncate on client to portal_app', finds: 'TRUNCATE on public.client for portal_app' },
    { by: 'grant references on agency to portal_worker', finds: 'REFERENCES on public.agency for portal_worker' },
    { by: 'grant trigger on client to portal_app', finds: 'TRIGGER on public.client for portal_app' },
    { by: 'grant select on client to public', finds: 'SELECT on public.client for PUBLIC' },
  ],
  'policies by index': [
    { by: 'drop index package_recipient', finds: 'to_agency_id of referral_package' },
    {
      by: `create policy by_writer on contact for select to portal_app using (staff_id = (select app.staff_as('{manager}')))`,
      finds: 'staff_id of contact',
    },
  ],
  'references inside the agency': [
    {
      by: `create unique index loose on client (client_id);
        alter table contact add client_id uuid, add constraint loose foreign key (client_id) references client (client_id)`,
      finds: 'loose on contact',
    },
  ],
  'keys inside the agency': [
    { by: 'create unique index by_number on client (name_key)', finds: 'by_number on client' },
    { by: 'create unique index by_name on client (lower(name))', finds: 'by_name on client' },
  ],
  'asked once a statement': [
    {
      by: `create policy each_row on client for select to portal_app using (agency_id = app.agency_as('{manager}'))`,
      finds: 'each_row on client',
    },
  ],
  'comparisons an index may use': [
    { by: `create type colour as enum ('red'); alter table client add hair colour`, finds: 'client.hair' },
  ],
  'no temporary table': [
    {
      by: `do $$ begin execute format('grant temporary on database %I to portal_app', current_database()); end $$`,
      finds: 'portal_app',
    },
    {
      by: `do $$ begin execute format('grant temporary on database %I to public', current_database()); end $$`,
      finds: 'portal_map',
    },
  ],
  'no schema or table of its own': [
    { by: 'grant create on schema app to portal_app', finds: 'in app by portal_app' },
    {
      by: `do $$ begin execute format('grant create on database %I to portal_worker', current_database()); end $$`,
      finds: 'a schema by portal_worker',
    },
  ],
  'no lock that outlives its transaction': [
    {
      by: 'grant execute on function pg_advisory_lock(bigint) to public',
      finds: 'pg_advisory_lock for portal_app',
    },
  ],
  'no large object': [
    { by: 'grant execute on function lo_from_bytea(oid, bytea) to portal_app', finds: 'lo_from_bytea for portal_app' },
  ],
  'no statistics of words about people': [
    { by: 'alter table client add nickname text', finds: 'client.nickname' },
    { by: 'alter table client alter column name set statistics 100', finds: 'client.name' },
    { by: 'alter table client alter column name_key set statistics 100', finds: 'client.name_key' },
    { by: 'alter table client_search_key alter column key set statistics 100', finds: 'client_search_key.key' },
    { by: 'alter table incident add heard jsonb', finds: 'incident.heard' },
    { by: 'create index by_lower_name on client (agency_id, lower(name))', finds: 'index by_lower_name' },
  ],
  'nothing beside the rows': [
    { by: 'grant select on app.secret to portal_app', finds: 'SELECT on app.secret for portal_app' },
    { by: 'grant select on pgboss.job to portal_app', finds: 'SELECT on pgboss.job for portal_app' },
  ],
}

describe('a lint bites', () => {
  test('each has something deliberately bad to bite', () => {
    expect(Object.keys(BROKEN).sort()).toEqual(LINTS.map(({ name }) => name).sort())
  })

  test.each(Object.entries(BROKEN).flatMap(([name, cases]) => cases.map((one) => ({ name, ...one }))))(
    '$name: $finds',
    async ({ name, by, finds }) => {
      const found = await undone(admin, async (tx) => {
        await tx.unsafe(by)
        return runLints(tx)
      })
      expect(found.get(name)).toContain(finds)
    },
  )
})
