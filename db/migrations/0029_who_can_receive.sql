-- An agency is offered as a recipient once a person there can receive. Whether it is so, each agency may know of all others;
-- who the people are stays with their own. A person has joined who took an invitation, or never needed one.
create function app.joined_agencies() returns table (agency_id uuid, receives boolean) language sql stable security definer
set search_path = public, pg_temp as $$
  select s.agency_id, bool_or(s.role in ('case_worker', 'manager'))
  from staff s
  where s.active and coalesce((select bool_or(i.used_at is not null) from invitation i
    where i.agency_id = s.agency_id and i.staff_id = s.staff_id), true)
  group by s.agency_id
$$;
grant select (agency_id, staff_id, used_at) on invitation to portal_door;
create policy door on invitation for select to portal_door using (true);
revoke all on function app.joined_agencies() from public;
grant create on schema app to portal_door;
alter function app.joined_agencies() owner to portal_door;
set local role portal_door;
grant execute on function app.joined_agencies() to portal_app, portal_worker;
set local role portal_owner;
revoke create on schema app from portal_door;
