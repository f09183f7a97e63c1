-- A person who was there before invitations has joined, and stays so when they are sent a link later. The function forgot
-- that: with a new link for its only case worker an agency could receive no referral until the link was used.
-- app/facts/joined-people.server.ts has the same rule for lists; a test compares the two.

grant create on schema app to portal_door;
grant select (created_at) on invitation to portal_door;
set local role portal_door;
create or replace function app.joined_agencies() returns table (agency_id uuid, receives boolean) language sql stable
security definer set search_path = public, pg_temp as $$
  select s.agency_id, bool_or(s.role in ('case_worker', 'manager'))
  from staff s
  where s.active and (select coalesce(bool_or(i.used_at is not null), true) or min(i.created_at) <> s.created_at
    from invitation i where i.agency_id = s.agency_id and i.staff_id = s.staff_id)
  group by s.agency_id
$$;
set local role portal_owner;
revoke create on schema app from portal_door;
