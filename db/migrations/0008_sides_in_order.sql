-- The rules of a row between two agencies, written so that the planner reads the side that a page asks for in the order
-- of its index. What each rule allows is as it was; app/access/policy-sql.server.ts writes them.

drop policy may_select on referral;
create policy may_select on referral for select to portal_app, portal_worker using (case when (to_agency_id = (select app.agency_as('{case_worker,manager,system}')) and sent_at is not null) then true else from_agency_id = (select app.agency_as('{case_worker,manager,system}')) end);
drop policy may_update on referral;
create policy may_update on referral for update to portal_app, portal_worker using (case when (to_agency_id = (select app.agency_as('{case_worker,manager,system}')) and sent_at is not null) then true else from_agency_id = (select app.agency_as('{case_worker,manager,system}')) end) with check (case when (to_agency_id = (select app.agency_as('{case_worker,manager,system}')) and sent_at is not null) then true else from_agency_id = (select app.agency_as('{case_worker,manager,system}')) end);
drop policy may_select on referral_package;
create policy may_select on referral_package for select to portal_app, portal_worker using (case when (to_agency_id = (select app.agency_as('{case_worker,manager,system}')) and hidden_at is null) then true else from_agency_id = (select app.agency_as('{case_worker,manager,system}')) end);
drop policy may_select on referral_step;
create policy may_select on referral_step for select to portal_app, portal_worker using (case when from_agency_id = (select app.agency_as('{case_worker,manager,system}')) then true else (to_agency_id = (select app.agency_as('{case_worker,manager,system}')) and shared = true) end);
