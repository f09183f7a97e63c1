-- A release is attacked when it is built, and others may be published before it is: the attack against all earlier ones
-- runs again when it is published. Whoever may decide on it sees what they publish.

grant create on schema app to portal_releaser;
set local role portal_releaser;

create function app.proposed_body(draft uuid) returns text language sql stable security definer
set search_path = public, app, pg_temp as $$
  select b.body from hotspot_draft d join hotspot_body b using (release_id)
  where d.release_id = draft and d.state = 'proposed'
    and (select app.agency_as('{administrator,coordinator}')) is not null
    and not app.is_one_person(d.proposed_by, (app.context())[2]::uuid, '{administrator,coordinator}')
$$;
revoke all on function app.proposed_body(uuid) from public;
grant execute on function app.proposed_body(uuid) to portal_app;

-- The report of the draft, with the attempt against the releases that are published by now.
create function app.attacked_again(report jsonb, tried bigint, found bigint) returns jsonb language sql immutable
set search_path = pg_catalog, pg_temp as $$
  select jsonb_set(report, '{attempts}', (
    select coalesce(jsonb_agg(case when a ->> 'name' = 'other releases'
      then a || jsonb_build_object('tried', tried, 'found', found) else a end), '[]'::jsonb)
    from jsonb_array_elements(report -> 'attempts') a))
$$;
revoke all on function app.attacked_again(jsonb, bigint, bigint) from public;

create or replace function app.publish_release(draft uuid, approver text) returns integer language plpgsql security definer
set search_path = public, app, pg_temp as $$
declare
  wanted hotspot_draft;
  written hotspot_body;
  last hotspot_release;
  told jsonb;
  tried bigint;
  found_in bigint;
begin
  if app.agency_as('{administrator,coordinator}') is null then
    raise exception 'not for this actor' using errcode = '42501';
  end if;
  perform pg_advisory_xact_lock(hashtext('hotspot_release'));
  select * into wanted from hotspot_draft d where d.release_id = draft for update;
  if wanted.state is distinct from 'proposed' or wanted.proposed_by = (app.context())[2]::uuid then
    raise exception 'a release is agreed to by a second person' using errcode = '42501';
  end if;
  if not exists (select 1 from release_rule u where u.version = wanted.rule_version and u.state = 'in_force')
      or wanted.closes_at > now() or wanted.attack_report is null
      or exists (select 1 from jsonb_array_elements(wanted.attack_report -> 'attempts') a where (a ->> 'found')::int <> 0) then
    raise exception 'this release may not be published' using errcode = '23514';
  end if;
  select * into written from hotspot_body b where b.release_id = draft;
  if encode(sha256(convert_to(written.body, 'UTF8')), 'hex') is distinct from wanted.sha256 then
    raise exception 'what was built has changed' using errcode = '23514';
  end if;
  if exists (select 1 from hotspot_release r where r.opens_at < wanted.closes_at and r.closes_at > wanted.opens_at) then
    raise exception 'the period is published' using errcode = '23505';
  end if;
  -- What two releases say of the time they count, whatever the ledger says beside them.
  told := written.body::jsonb;
  select count(*), count(*) filter (where e.says ->> 'period' = told ->> 'period'
      or (e.says ->> 'opensAt')::timestamptz < (told ->> 'closesAt')::timestamptz
        and (told ->> 'opensAt')::timestamptz < (e.says ->> 'closesAt')::timestamptz)
    into tried, found_in from (select r.body::jsonb as says from hotspot_release r) e;
  if found_in <> 0 then
    raise exception 'an attack with an earlier release succeeds' using errcode = '23514';
  end if;
  select * into last from hotspot_release r order by r.number desc limit 1;
  insert into hotspot_release
  select draft, coalesce(last.number, 0) + 1, wanted.period, wanted.opens_at, wanted.closes_at, wanted.rule_version, u.rules,
    written.body, wanted.sha256, coalesce(last.sha256, ''), app.attacked_again(wanted.attack_report, tried, found_in),
    wanted.proposed_by_name, approver, now()
  from release_rule u where u.version = wanted.rule_version;
  update hotspot_draft d set state = 'published', decided_by = (app.context())[2]::uuid, decided_by_name = approver,
    decided_at = now() where d.release_id = draft;
  return coalesce(last.number, 0) + 1;
end $$;

set local role portal_owner;
revoke create on schema app from portal_releaser;
