-- Managers are the administrator's alone to make: a manager invites and changes case workers only.

drop policy may_insert on staff;
create policy may_insert on staff for insert to portal_app, portal_worker with check (((select app.agency_as('{administrator}')) is not null) or ((agency_id = (select app.agency_as('{manager}')) and role = 'case_worker')));
drop policy may_update on staff;
create policy may_update on staff for update to portal_app, portal_worker using ((staff_id <> (select app.staff_as('{administrator}'))) or (((agency_id = (select app.agency_as('{manager}')) and role = 'case_worker') and staff_id <> (select app.staff_as('{manager}')))) or (agency_id = (select app.agency_as('{system}')))) with check ((staff_id <> (select app.staff_as('{administrator}'))) or (((agency_id = (select app.agency_as('{manager}')) and role = 'case_worker') and staff_id <> (select app.staff_as('{manager}')))) or ((agency_id = (select app.agency_as('{system}')) and active = false)));
drop policy may_insert on invitation;
create policy may_insert on invitation for insert to portal_app, portal_worker with check (((select app.agency_as('{administrator}')) is not null) or ((agency_id = (select app.agency_as('{manager}')) and role = 'case_worker')));
