-- A protected place is listed under the ward that was chosen for it: several wards share a hexagon.
alter table protected_place add column ward text not null default '';

-- Awareness work ends.
alter table awareness_event add column ends_at text not null default '';
alter table awareness_event alter column ends_at set statistics 0;

-- A calendar address is its maker's own and ends with them. One that was made for the whole agency becomes its maker's,
-- where one person on the agency's staff has that name; of any other nobody can say whose it is, so it ends.
alter table calendar_feed no force row level security;
alter table staff no force row level security;
alter table calendar_feed add column staff_id uuid;
update calendar_feed f set staff_id = s.staff_id from staff s
where s.agency_id = f.agency_id and s.name = f.made_by_name and s.active
  and s.role in ('manager', 'coordinator', 'cohesion_officer')
  and (select count(*) from staff t where t.agency_id = f.agency_id and t.name = f.made_by_name) = 1;
delete from calendar_feed where staff_id is null;
alter table staff force row level security;
alter table calendar_feed force row level security;
alter table calendar_feed alter column staff_id set not null, drop column made_by_name,
  drop constraint calendar_feed_pkey, drop constraint calendar_feed_agency_id_fkey,
  add primary key (agency_id, staff_id),
  add foreign key (agency_id, staff_id) references staff (agency_id, staff_id);

drop policy may_select on calendar_feed;
drop policy may_insert on calendar_feed;
drop policy may_update on calendar_feed;
revoke all on calendar_feed from portal_app, portal_worker;

-- Compiled from app/access/hotspot-policy.ts by accord policy sql.
grant update (title, kind, state, held_on, starts_at, ends_at, venue, ward, cell, release_id, strands, audience, languages, materials, attendance, follow_up, changed_at) on awareness_event to portal_app, portal_worker;
create policy may_select on calendar_feed for select to portal_app, portal_worker using (((agency_id = (select app.agency_as('{cohesion_officer,coordinator,manager}')) and staff_id = (select app.staff_as('{cohesion_officer,coordinator,manager}')))) or ((select app.agency_as('{sign_in}')) is not null));
create policy may_insert on calendar_feed for insert to portal_app, portal_worker with check ((agency_id = (select app.agency_as('{cohesion_officer,coordinator,manager}')) and staff_id = (select app.staff_as('{cohesion_officer,coordinator,manager}'))));
create policy may_update on calendar_feed for update to portal_app, portal_worker using ((agency_id = (select app.agency_as('{cohesion_officer,coordinator,manager}')) and staff_id = (select app.staff_as('{cohesion_officer,coordinator,manager}')))) with check ((agency_id = (select app.agency_as('{cohesion_officer,coordinator,manager}')) and staff_id = (select app.staff_as('{cohesion_officer,coordinator,manager}'))));
grant select, insert on calendar_feed to portal_app, portal_worker;
grant update (token_hash, made_at) on calendar_feed to portal_app, portal_worker;

-- Whoever leaves, or may no longer make one, has no address from then on, by whatever way the change was made.
create function app.end_calendar() returns trigger language plpgsql security definer
set search_path = public, pg_temp as $$
begin
  delete from calendar_feed f where f.agency_id = new.agency_id and f.staff_id = new.staff_id;
  return null;
end $$;
grant delete, select on calendar_feed to portal_door;
create policy door_ends on calendar_feed for all to portal_door using (true) with check (false);
create trigger end_calendar after update on staff for each row
  when (not new.active and old.active or new.role is distinct from old.role
    and new.role not in ('manager', 'coordinator', 'cohesion_officer'))
  execute function app.end_calendar();
revoke all on function app.end_calendar() from public;
grant create on schema app to portal_door;
alter function app.end_calendar() owner to portal_door;
revoke create on schema app from portal_door;
