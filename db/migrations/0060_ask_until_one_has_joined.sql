-- Each sending of a referral asks which agencies have joined. The function looked up the invitations of every person of the
-- partnership. Now it stops at the first person of each agency who decides the answer; the answer is the same.

grant create on schema app to portal_door;
set local role portal_door;
create or replace function app.joined_agencies() returns table (agency_id uuid, receives boolean) language sql stable
security definer set search_path = public, pg_temp as $$
  select a.agency_id, exists (
    select from staff s where s.agency_id = a.agency_id and s.active and s.role in ('case_worker', 'manager')
      and (select coalesce(bool_or(i.used_at is not null), true) or min(i.created_at) <> s.created_at
        from invitation i where i.agency_id = s.agency_id and i.staff_id = s.staff_id))
  from agency a
  where exists (
    select from staff s where s.agency_id = a.agency_id and s.active
      and (select coalesce(bool_or(i.used_at is not null), true) or min(i.created_at) <> s.created_at
        from invitation i where i.agency_id = s.agency_id and i.staff_id = s.staff_id))
$$;
set local role portal_owner;
revoke create on schema app from portal_door;
