-- The signed context of a transaction, and what the database itself guards: the log and the moves of a referral.

create table app.secret (
  name text primary key,
  value text not null,
  inner_key bytea not null,
  outer_key bytea not null
);

create function app.pad_secret() returns trigger language plpgsql set search_path = app, pg_temp as $$
declare
  key bytea := decode(new.value, 'hex');
  position int;
begin
  new.inner_key := decode(repeat('36', 64), 'hex');
  new.outer_key := decode(repeat('5c', 64), 'hex');
  for position in 0 .. length(key) - 1 loop
    new.inner_key := set_byte(new.inner_key, position, get_byte(key, position) # 54);
    new.outer_key := set_byte(new.outer_key, position, get_byte(key, position) # 92);
  end loop;
  return new;
end $$;

create trigger pad_secret before insert or update on app.secret for each row execute function app.pad_secret();

-- agency | person | role | milliseconds since 1970, or null without a context. 42501 for a forged or an old one.
create function app.context() returns text[] language plpgsql stable security definer
set search_path = app, pg_temp as $$
declare
  context text := nullif(current_setting('app.ctx', true), '');
  pads app.secret;
  parts text[];
begin
  if context is null then return null; end if;
  select * into pads from app.secret where name = 'context';
  if current_setting('app.sig', true) is distinct from
     encode(sha256(pads.outer_key || sha256(pads.inner_key || convert_to(context, 'UTF8'))), 'hex') then
    raise exception 'the context of this transaction is not signed' using errcode = '42501';
  end if;
  parts := string_to_array(context, '|');
  if abs(extract(epoch from clock_timestamp()) * 1000 - parts[4]::numeric) > 60000 then
    raise exception 'the context of this transaction is too old' using errcode = '42501';
  end if;
  return parts;
end $$;

-- The agency of the actor when the actor has one of these roles, else null: no row equals null.
create function app.agency_as(roles text[]) returns uuid language plpgsql stable security definer
set search_path = app, pg_temp as $$
declare context text[] := app.context();
begin
  if context[3] = any (roles) then return context[1]::uuid; end if;
  return null;
end $$;

create function app.staff_as(roles text[]) returns uuid language plpgsql stable security definer
set search_path = app, pg_temp as $$
declare context text[] := app.context();
begin
  if context[3] = any (roles) then return context[2]::uuid; end if;
  return null;
end $$;

revoke all on function app.context(), app.agency_as(text[]), app.staff_as(text[]), app.pad_secret() from public;
grant execute on function app.context(), app.agency_as(text[]), app.staff_as(text[])
  to portal_app, portal_worker, portal_ledger, portal_counts;

-- The log -------------------------------------------------------------------------------------------------------

create function app.event_hash(
  previous_hash text, agency_id uuid, seq bigint, kind text, case_id uuid, subject_id uuid, actor_id uuid,
  actor_role text, happened_at timestamptz, recorded_at timestamptz, data jsonb, recipient_agency_id uuid,
  ground text, justification text
) returns text language sql immutable set search_path = pg_catalog, pg_temp as $$
  select encode(sha256(convert_to(jsonb_build_array(
    previous_hash, agency_id, seq, kind, case_id, subject_id, actor_id, actor_role,
    to_char(happened_at at time zone 'UTC', 'YYYY-MM-DD HH24:MI:SS.US'),
    to_char(recorded_at at time zone 'UTC', 'YYYY-MM-DD HH24:MI:SS.US'),
    data, recipient_agency_id, ground, justification)::text, 'UTF8')), 'hex')
$$;

create function app.append_event(
  kind text, case_id uuid, subject_id uuid, happened_at timestamptz, data jsonb,
  recipient_agency_id uuid, ground text, justification text
) returns bigint language plpgsql security definer set search_path = public, app, pg_temp as $$
declare
  context text[] := app.context();
  agency uuid := context[1]::uuid;
  head audit_head;
  next_hash text;
begin
  if agency is null then raise exception 'no actor' using errcode = '42501'; end if;
  select * into head from audit_head h where h.agency_id = agency for update;
  if not found then
    insert into audit_head values (agency, 0, '') on conflict do nothing;
    select * into head from audit_head h where h.agency_id = agency for update;
  end if;
  next_hash := app.event_hash(head.hash, agency, head.seq + 1, kind, case_id, subject_id, context[2]::uuid, context[3],
    happened_at, now(), data, recipient_agency_id, ground, justification);
  insert into case_event (agency_id, seq, kind, case_id, subject_id, actor_id, actor_role, happened_at, recorded_at,
    data, recipient_agency_id, ground, justification, previous_hash, hash)
  values (agency, head.seq + 1, kind, case_id, subject_id, context[2]::uuid, context[3], happened_at, now(),
    data, recipient_agency_id, ground, justification, head.hash, next_hash);
  update audit_head h set seq = head.seq + 1, hash = next_hash where h.agency_id = agency;
  return head.seq + 1;
end $$;

grant usage on schema public, app to portal_ledger, portal_door, portal_counts;
grant select, insert on case_event to portal_ledger;
grant select, insert, update on audit_head to portal_ledger;
grant execute on function app.event_hash(text, uuid, bigint, text, uuid, uuid, uuid, text, timestamptz, timestamptz,
  jsonb, uuid, text, text) to portal_ledger, portal_audit;
create policy ledger on case_event to portal_ledger
  using (agency_id = (select (app.context())[1]::uuid)) with check (agency_id = (select (app.context())[1]::uuid));
create policy ledger on audit_head to portal_ledger
  using (agency_id = (select (app.context())[1]::uuid)) with check (agency_id = (select (app.context())[1]::uuid));
revoke all on function app.append_event(text, uuid, uuid, timestamptz, jsonb, uuid, text, text) from public;
grant create on schema app to portal_ledger, portal_door;
alter function app.append_event(text, uuid, uuid, timestamptz, jsonb, uuid, text, text) owner to portal_ledger;
set local role portal_ledger;
grant execute on function app.append_event(text, uuid, uuid, timestamptz, jsonb, uuid, text, text)
  to portal_app, portal_worker;
set local role portal_owner;

-- The auditor reads every chain and nothing else.
grant select on case_event, audit_head to portal_audit;
create policy audit on case_event for select to portal_audit using (true);
create policy audit on audit_head for select to portal_audit using (true);

-- Each row at fault by its number: changed, replaced, missing, added. A row that was replaced with a hash of its own is
-- known by the next one, which follows from what stood there before.
create function app.verify_log() returns table (agency_id uuid, seq bigint, fault text)
language sql stable set search_path = public, app, pg_temp as $$
  with hashed as (
    select e.agency_id, e.seq, e.previous_hash, e.hash, e.hash = app.event_hash(e.previous_hash, e.agency_id, e.seq, e.kind,
      e.case_id, e.subject_id, e.actor_id, e.actor_role, e.happened_at, e.recorded_at, e.data, e.recipient_agency_id,
      e.ground, e.justification) as whole
    from case_event e
  ), linked as (
    select h.*, lag(h.seq, 1, 0::bigint) over chain as seq_before, lag(h.hash, 1, '') over chain as hash_before,
      lag(h.whole, 1, true) over chain as whole_before
    from hashed h window chain as (partition by h.agency_id order by h.seq)
  ), faults as (
    select l.agency_id, l.seq, 'was changed' as fault from linked l where not l.whole
    union all
    select l.agency_id, l.seq, 'has no place in the log' from linked l where l.seq < 1
    union all
    select l.agency_id, greatest(l.seq_before, 0) + 1, case l.seq - greatest(l.seq_before, 0) when 2 then 'is missing'
      else 'is missing, and every row up to ' || l.seq - 1 end
    from linked l where l.seq > greatest(l.seq_before, 0) + 1
    union all
    select l.agency_id, greatest(l.seq_before, 1), case l.seq_before when 0 then 'does not begin the log'
      else 'was replaced: the next row follows from another' end
    from linked l
    where l.seq = l.seq_before + 1 and l.previous_hash <> l.hash_before and l.whole and l.whole_before
  ), ends as (
    select h.agency_id, case when coalesce(t.seq, 0) < h.seq then coalesce(t.seq, 0) + 1
        when t.seq > h.seq then h.seq + 1 else h.seq end as seq,
      case when coalesce(t.seq, 0) = h.seq - 1 then 'is missing at the end'
        when coalesce(t.seq, 0) < h.seq then 'is missing at the end, and every row up to ' || h.seq
        when t.seq > h.seq then 'was added after the end'
        when t.hash <> h.hash then 'differs from the head of the log' end as fault
    from audit_head h
    left join lateral (
      select e.seq, e.hash from case_event e where e.agency_id = h.agency_id order by e.seq desc limit 1
    ) t on true
  ), headless as (
    select e.agency_id, max(e.seq) as seq, 'has no head of a log after it' as fault from case_event e
    where not exists (select 1 from audit_head h where h.agency_id = e.agency_id) group by e.agency_id
  )
  select * from faults union all
  select * from ends where fault is not null union all
  select * from headless
  order by 1, 2
$$;
revoke all on function app.verify_log() from public;
grant execute on function app.verify_log() to portal_audit;

-- Sessions: asked before anybody is known, answered only to who holds the secret. ------------------------------------

create function app.find_session(wanted text)
returns table ("staffId" uuid, "agencyId" uuid, role text, name text, "agencyName" text, confined boolean,
  "createdAt" timestamptz, "idleExpiresAt" timestamptz, "absoluteExpiresAt" timestamptz, now timestamptz)
language sql stable security definer set search_path = public, pg_temp as $$
  select s.staff_id, s.agency_id, p.role, p.name, a.name, s.confined, s.created_at, s.idle_expires_at,
    s.absolute_expires_at, now()
  from session s
  join staff p on p.agency_id = s.agency_id and p.staff_id = s.staff_id and p.active
  join agency a on a.agency_id = s.agency_id
  where s.id_hash = wanted and s.idle_expires_at > now() and s.absolute_expires_at > now()
$$;
grant select on session, staff, agency to portal_door;
create policy door on session for select to portal_door using (true);
create policy door on staff for select to portal_door using (active);
create policy door on agency for select to portal_door using (true);
revoke all on function app.find_session(text) from public;
alter function app.find_session(text) owner to portal_door;
set local role portal_door;
grant execute on function app.find_session(text) to portal_app;
set local role portal_owner;

-- A new role, a new address or leaving ends every session of the person, whoever made the change and by whatever way.
create function app.end_sessions() returns trigger language plpgsql security definer
set search_path = public, pg_temp as $$
begin
  delete from session s where s.agency_id = new.agency_id and s.staff_id = new.staff_id;
  return null;
end $$;
grant delete on session to portal_door;
create policy door_ends on session for delete to portal_door using (true);
create trigger end_sessions after update on staff for each row
  when (new.role is distinct from old.role or new.active is distinct from old.active
    or new.email_key is distinct from old.email_key)
  execute function app.end_sessions();
revoke all on function app.end_sessions() from public;
alter function app.end_sessions() owner to portal_door;
revoke create on schema app from portal_ledger, portal_door;

-- The moves of a referral: the same table that makes the buttons (app/domain/referral.ts). --------------------------

create table app.referral_move (
  from_state text not null,
  to_state text not null,
  side text not null check (side in ('sender', 'recipient', 'system')),
  primary key (from_state, to_state, side)
);
grant select on app.referral_move to portal_app, portal_worker;

create function app.guard_referral() returns trigger language plpgsql set search_path = public, app, pg_temp as $$
declare
  context text[] := app.context();
  moved_by text := case when context[3] = 'system' then 'system'
    when context[1]::uuid = old.from_agency_id then 'sender' else 'recipient' end;
begin
  if new.state is not distinct from old.state then return new; end if;
  if not exists (select 1 from app.referral_move m
      where m.from_state = old.state and m.to_state = new.state and m.side = moved_by) then
    raise exception 'a referral that is % cannot become % by the %', old.state, new.state, moved_by using errcode = '23514';
  end if;
  if new.version is distinct from old.version + 1 then
    raise exception 'each move of a referral adds one to its version' using errcode = '23514';
  end if;
  return new;
end $$;
create trigger guard_referral before update on referral for each row execute function app.guard_referral();
