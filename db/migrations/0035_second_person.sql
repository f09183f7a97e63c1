-- Where two people must decide, two accounts of one person are not enough: neither with the same mailbox, nor when one
-- of them added the other lately. One rule for releases, their rules, sharing without consent, and decisions to come.

alter table staff add column added_by uuid, add column added_as text;
alter table staff alter column added_as set statistics 0;

alter table staff no force row level security;
alter table case_event no force row level security;
update staff s set added_by = first.actor_id, added_as = first.actor_role
from (select distinct on (e.subject_id) e.subject_id, e.actor_id, e.actor_role from case_event e
  where e.kind = 'staff-invited' order by e.subject_id, e.recorded_at) first
where first.subject_id = s.staff_id;
alter table staff force row level security;
alter table case_event force row level security;

-- Who adds an account, and when, the signed context says; the operator, who is no person, loads accounts with their past.
create function app.note_who_adds() returns trigger language plpgsql set search_path = public, app, pg_temp as $$
declare context text[] := app.context();
begin
  if context is null then return new; end if;
  new.added_by := context[2]::uuid;
  new.added_as := context[3];
  if new.added_by <> '00000000-0000-0000-0000-000000000000' then new.created_at := now(); end if;
  return new;
end $$;
create trigger note_who_adds before insert on staff for each row execute function app.note_who_adds();
revoke all on function app.note_who_adds() from public;

-- One mailbox however it is written: case, width, invisible characters, what follows a plus, and dots where the
-- provider ignores them. What is folded here is the same mailbox for certain, so nobody is kept from deciding by it.
create function app.mailbox_key(email text) returns text language sql immutable
set search_path = pg_catalog, pg_temp as $$
  select case
    when domain in ('gmail.com', 'googlemail.com') then replace(name, '.', '') || '@gmail.com'
    when domain in ('proton.me', 'protonmail.com', 'pm.me') then regexp_replace(name, '[._-]', '', 'g') || '@proton.me'
    else name || '@' || domain
  end
  from (select split_part(regexp_replace(plain, '@[^@]*$', ''), '+', 1) as name,
      rtrim(regexp_replace(plain, '^.*@', ''), '.') as domain
    from (select lower(normalize(regexp_replace(btrim(email), '[\u00ad\u200b-\u200f\u2060\ufeff]', '', 'g'), NFKC)) as plain) p) parts
$$;

-- Whether two accounts count as one person for a decision of these roles: the same account, the same mailbox, or joined by
-- accounts that were added in the last 30 days by somebody who decides such things. An administrator who adds a manager
-- and a case worker of one agency joins them for releases, where administrators decide, and not for sharing, where they
-- do not.
create function app.is_one_person(one uuid, other uuid, deciders text[]) returns boolean language sql stable
security definer set search_path = public, app, pg_temp as $$
  with recursive account as materialized (
    select s.staff_id, app.mailbox_key(s.email) as mailbox,
      case when s.added_as = any (deciders) and s.added_by <> '00000000-0000-0000-0000-000000000000'
        and s.created_at > now() - interval '30 days' then s.added_by end as added_by
    from staff s
  ), reached (staff_id) as (
    select one
    union
    select b.staff_id from reached r join account a on a.staff_id = r.staff_id
      join account b on b.mailbox = a.mailbox or b.staff_id = a.added_by or b.added_by = a.staff_id
  )
  select exists (select 1 from reached r where r.staff_id = other)
$$;

-- Everybody who may decide what somebody asked for or proposed; of other agencies, only for those who decide for all of them.
create function app.second_persons(first uuid, deciders text[]) returns table (agency_id uuid, staff_id uuid, name text)
language sql stable security definer set search_path = public, app, pg_temp as $$
  select s.agency_id, s.staff_id, s.name from staff s
  where s.active and s.role = any (deciders) and not app.is_one_person(first, s.staff_id, deciders)
    and ((select app.agency_as('{administrator,coordinator,system}')) is not null
      or s.agency_id = (select app.agency_as('{case_worker,manager}')))
  order by s.name
$$;

-- For whatever is decided by a second person: the column of the first, and the roles that decide.
create function app.by_second_person() returns trigger language plpgsql set search_path = public, app, pg_temp as $$
begin
  if app.is_one_person((to_jsonb(old) ->> tg_argv[0])::uuid, new.decided_by, tg_argv[1]::text[]) then
    raise exception 'a second person decides: not an account of the same mailbox, nor one that the first added lately'
      using errcode = '42501';
  end if;
  return new;
end $$;
create trigger by_second_person before update on release_rule for each row
  when (new.decided_by is not null and new.decided_by is distinct from old.decided_by)
  execute function app.by_second_person('proposed_by', '{administrator,coordinator}');
create trigger by_second_person before update on hotspot_draft for each row
  when (new.decided_by is not null and new.decided_by is distinct from old.decided_by)
  execute function app.by_second_person('proposed_by', '{administrator,coordinator}');
create trigger by_second_person before update on consent_override for each row
  when (new.decided_by is not null and new.decided_by is distinct from old.decided_by)
  execute function app.by_second_person('requested_by', '{manager}');

grant select (agency_id, staff_id, name, email, role, active, added_by, added_as, created_at) on staff to portal_releaser;
create policy releaser on staff for select to portal_releaser using ((select (app.context())[1]) is not null);
revoke all on function app.mailbox_key(text), app.is_one_person(uuid, uuid, text[]), app.second_persons(uuid, text[]),
  app.by_second_person() from public;
grant execute on function app.mailbox_key(text) to portal_releaser, portal_app;
grant create on schema app to portal_releaser;
alter function app.is_one_person(uuid, uuid, text[]) owner to portal_releaser;
alter function app.second_persons(uuid, text[]) owner to portal_releaser;
set local role portal_releaser;
grant execute on function app.is_one_person(uuid, uuid, text[]), app.second_persons(uuid, text[])
  to portal_app, portal_worker, portal_owner;
set local role portal_owner;
revoke create on schema app from portal_releaser;
