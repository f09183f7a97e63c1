-- Compiled from app/access/policy.ts and app/domain/referral.ts; `accord policy check` finds any drift.

alter table agency enable row level security;
alter table agency force row level security;
create policy may_select on agency for select to portal_app, portal_worker using ((select app.agency_as('{administrator,case_worker,cohesion_officer,coordinator,manager,sign_in,system}')) is not null);
create policy may_insert on agency for insert to portal_app, portal_worker with check ((select app.agency_as('{administrator}')) is not null);
create policy may_update on agency for update to portal_app, portal_worker using (((select app.agency_as('{administrator}')) is not null) or (agency_id = (select app.agency_as('{manager}')))) with check (((select app.agency_as('{administrator}')) is not null) or (agency_id = (select app.agency_as('{manager}'))));
grant select, insert on agency to portal_app, portal_worker;
grant update (name, initials, offers, strands, purposes, hours, takes_referrals, duty_email, duty_phone) on agency to portal_app, portal_worker;

alter table staff enable row level security;
alter table staff force row level security;
create policy may_select on staff for select to portal_app, portal_worker using ((agency_id = (select app.agency_as('{administrator,case_worker,cohesion_officer,coordinator,manager,system}'))) or ((select app.agency_as('{sign_in}')) is not null) or ((select app.agency_as('{administrator}')) is not null));
create policy may_insert on staff for insert to portal_app, portal_worker with check (((select app.agency_as('{administrator}')) is not null) or ((agency_id = (select app.agency_as('{manager}')) and (role = 'case_worker' or role = 'manager'))));
create policy may_update on staff for update to portal_app, portal_worker using ((staff_id <> (select app.staff_as('{administrator}'))) or (((agency_id = (select app.agency_as('{manager}')) and (role = 'case_worker' or role = 'manager')) and staff_id <> (select app.staff_as('{manager}')))) or (agency_id = (select app.agency_as('{system}')))) with check ((staff_id <> (select app.staff_as('{administrator}'))) or (((agency_id = (select app.agency_as('{manager}')) and (role = 'case_worker' or role = 'manager')) and staff_id <> (select app.staff_as('{manager}')))) or ((agency_id = (select app.agency_as('{system}')) and active = false)));
grant select, insert on staff to portal_app, portal_worker;
grant update (name, email, email_key, role, job_title, phone, active, left_at) on staff to portal_app, portal_worker;

alter table credential enable row level security;
alter table credential force row level security;
create policy may_select on credential for select to portal_app, portal_worker using ((select app.agency_as('{sign_in}')) is not null);
create policy may_insert on credential for insert to portal_app, portal_worker with check ((select app.agency_as('{sign_in}')) is not null);
create policy may_update on credential for update to portal_app, portal_worker using ((select app.agency_as('{sign_in}')) is not null) with check ((select app.agency_as('{sign_in}')) is not null);
grant select, insert on credential to portal_app, portal_worker;
grant update (password_hash, totp_secret, totp_enrolled_at, totp_last_step) on credential to portal_app, portal_worker;

alter table recovery_code enable row level security;
alter table recovery_code force row level security;
create policy may_select on recovery_code for select to portal_app, portal_worker using ((select app.agency_as('{sign_in}')) is not null);
create policy may_insert on recovery_code for insert to portal_app, portal_worker with check ((select app.agency_as('{sign_in}')) is not null);
create policy may_update on recovery_code for update to portal_app, portal_worker using ((select app.agency_as('{sign_in}')) is not null) with check ((select app.agency_as('{sign_in}')) is not null);
create policy may_delete on recovery_code for delete to portal_app, portal_worker using ((select app.agency_as('{sign_in}')) is not null);
grant select, insert, delete on recovery_code to portal_app, portal_worker;
grant update (used_at) on recovery_code to portal_app, portal_worker;

alter table invitation enable row level security;
alter table invitation force row level security;
create policy may_select on invitation for select to portal_app, portal_worker using (((select app.agency_as('{sign_in}')) is not null) or (agency_id = (select app.agency_as('{system}'))) or ((select app.agency_as('{administrator}')) is not null) or (agency_id = (select app.agency_as('{manager}'))));
create policy may_insert on invitation for insert to portal_app, portal_worker with check (((select app.agency_as('{administrator}')) is not null) or ((agency_id = (select app.agency_as('{manager}')) and (role = 'case_worker' or role = 'manager'))));
create policy may_update on invitation for update to portal_app, portal_worker using (((select app.agency_as('{sign_in}')) is not null) or (agency_id = (select app.agency_as('{system}')))) with check (((select app.agency_as('{sign_in}')) is not null) or (agency_id = (select app.agency_as('{system}'))));
grant select, insert on invitation to portal_app, portal_worker;
grant update (used_at, mailed_at) on invitation to portal_app, portal_worker;

alter table session enable row level security;
alter table session force row level security;
create policy may_select on session for select to portal_app, portal_worker using ((select app.agency_as('{sign_in}')) is not null);
create policy may_insert on session for insert to portal_app, portal_worker with check ((select app.agency_as('{sign_in}')) is not null);
create policy may_update on session for update to portal_app, portal_worker using ((select app.agency_as('{sign_in}')) is not null) with check ((select app.agency_as('{sign_in}')) is not null);
create policy may_delete on session for delete to portal_app, portal_worker using ((select app.agency_as('{sign_in}')) is not null);
grant select, insert, delete on session to portal_app, portal_worker;
grant update (confined, idle_expires_at, absolute_expires_at) on session to portal_app, portal_worker;

alter table client enable row level security;
alter table client force row level security;
create policy may_select on client for select to portal_app, portal_worker using (agency_id = (select app.agency_as('{case_worker,manager,system}')));
create policy may_insert on client for insert to portal_app, portal_worker with check (agency_id = (select app.agency_as('{case_worker,manager,system}')));
create policy may_update on client for update to portal_app, portal_worker using (agency_id = (select app.agency_as('{case_worker,manager,system}'))) with check (agency_id = (select app.agency_as('{case_worker,manager,system}')));
grant select, insert on client to portal_app, portal_worker;
grant update (name, name_key, phone_key, date_of_birth, safe_contact, language, interpreter_needed, interpreter_note, communication_needs, communication_note) on client to portal_app, portal_worker;

alter table case_file enable row level security;
alter table case_file force row level security;
create policy may_select on case_file for select to portal_app, portal_worker using (agency_id = (select app.agency_as('{case_worker,manager,system}')));
create policy may_insert on case_file for insert to portal_app, portal_worker with check (agency_id = (select app.agency_as('{case_worker,manager,system}')));
create policy may_update on case_file for update to portal_app, portal_worker using (agency_id = (select app.agency_as('{case_worker,manager,system}'))) with check (agency_id = (select app.agency_as('{case_worker,manager,system}')));
grant select, insert on case_file to portal_app, portal_worker;
grant update (stage, contactability, serious, serious_reason, summary, wishes, risk, case_worker_id, allocated_at, alternative_contact_id, returned_to_queue_at, changed_at, closed_at, next_due_at) on case_file to portal_app, portal_worker;

alter table incident enable row level security;
alter table incident force row level security;
create policy may_select on incident for select to portal_app, portal_worker using (agency_id = (select app.agency_as('{case_worker,manager,system}')));
create policy may_insert on incident for insert to portal_app, portal_worker with check (agency_id = (select app.agency_as('{case_worker,manager,system}')));
create policy may_update on incident for update to portal_app, portal_worker using (agency_id = (select app.agency_as('{case_worker,manager,system}'))) with check (agency_id = (select app.agency_as('{case_worker,manager,system}')));
grant select, insert on incident to portal_app, portal_worker;
grant update (occurred_on, occurred_when, ongoing, location_type, place, ward, strands, primary_strand, perceived_by, types, violence, injuries, police_status, crime_reference) on incident to portal_app, portal_worker;

alter table contact enable row level security;
alter table contact force row level security;
create policy may_select on contact for select to portal_app, portal_worker using (agency_id = (select app.agency_as('{case_worker,manager,system}')));
create policy may_insert on contact for insert to portal_app, portal_worker with check (agency_id = (select app.agency_as('{case_worker,manager,system}')));
create policy may_update on contact for update to portal_app, portal_worker using (agency_id = (select app.agency_as('{case_worker,manager,system}'))) with check (agency_id = (select app.agency_as('{case_worker,manager,system}')));
grant select, insert on contact to portal_app, portal_worker;
grant update (error_at, error_reason) on contact to portal_app, portal_worker;

alter table consent enable row level security;
alter table consent force row level security;
create policy may_select on consent for select to portal_app, portal_worker using (agency_id = (select app.agency_as('{case_worker,manager,system}')));
create policy may_insert on consent for insert to portal_app, portal_worker with check (agency_id = (select app.agency_as('{case_worker,manager,system}')));
create policy may_update on consent for update to portal_app, portal_worker using (agency_id = (select app.agency_as('{case_worker,manager,system}'))) with check (agency_id = (select app.agency_as('{case_worker,manager,system}')));
grant select, insert on consent to portal_app, portal_worker;
grant update (withdrawn_at, withdrawn_how, withdrawn_by, review_on) on consent to portal_app, portal_worker;

alter table consent_override enable row level security;
alter table consent_override force row level security;
create policy may_select on consent_override for select to portal_app, portal_worker using (agency_id = (select app.agency_as('{case_worker,manager,system}')));
create policy may_insert on consent_override for insert to portal_app, portal_worker with check ((agency_id = (select app.agency_as('{case_worker,manager}')) and requested_by = (select app.staff_as('{case_worker,manager}')) and decision = 'asked'));
create policy may_update on consent_override for update to portal_app, portal_worker using (((agency_id = (select app.agency_as('{manager}')) and requested_by <> (select app.staff_as('{manager}')) and decision = 'asked')) or ((agency_id = (select app.agency_as('{case_worker,manager,system}')) and decision = 'authorised' and used_at is null))) with check (((agency_id = (select app.agency_as('{manager}')) and requested_by <> (select app.staff_as('{manager}')) and decided_by = (select app.staff_as('{manager}')) and used_at is null)) or ((agency_id = (select app.agency_as('{case_worker,manager,system}')) and decision = 'authorised' and used_at is not null)));
grant select, insert on consent_override to portal_app, portal_worker;
grant update (decision, decided_by, decided_at, decision_note, used_by_referral_id, used_at) on consent_override to portal_app, portal_worker;

alter table referral enable row level security;
alter table referral force row level security;
create policy may_select on referral for select to portal_app, portal_worker using (((to_agency_id = (select app.agency_as('{case_worker,manager,system}')) and sent_at is not null) or from_agency_id = (select app.agency_as('{case_worker,manager,system}'))));
create policy may_insert on referral for insert to portal_app, portal_worker with check ((from_agency_id = (select app.agency_as('{case_worker,manager,system}')) and state = 'decided' and sent_at is null));
create policy may_update on referral for update to portal_app, portal_worker using (((to_agency_id = (select app.agency_as('{case_worker,manager,system}')) and sent_at is not null) or from_agency_id = (select app.agency_as('{case_worker,manager,system}')))) with check (((to_agency_id = (select app.agency_as('{case_worker,manager,system}')) and sent_at is not null) or from_agency_id = (select app.agency_as('{case_worker,manager,system}'))));
grant select, insert on referral to portal_app, portal_worker;
grant update (state, version, serious, sent_at, received_at, answered_at, closed_at, due_at, package_version, by_override, override_ground, urgency, hidden_at, recipient_worker_id, reason, suggested_agency_id, outcome, escalated_at, news_at, client_told_at) on referral to portal_app, portal_worker;

alter table referral_origin enable row level security;
alter table referral_origin force row level security;
create policy may_select on referral_origin for select to portal_app, portal_worker using (agency_id = (select app.agency_as('{case_worker,manager,system}')));
create policy may_insert on referral_origin for insert to portal_app, portal_worker with check (agency_id = (select app.agency_as('{case_worker,manager,system}')));
create policy may_update on referral_origin for update to portal_app, portal_worker using (agency_id = (select app.agency_as('{case_worker,manager,system}'))) with check (agency_id = (select app.agency_as('{case_worker,manager,system}')));
grant select, insert on referral_origin to portal_app, portal_worker;
grant update (consent_id, override_id) on referral_origin to portal_app, portal_worker;

alter table referral_package enable row level security;
alter table referral_package force row level security;
create policy may_select on referral_package for select to portal_app, portal_worker using (((to_agency_id = (select app.agency_as('{case_worker,manager,system}')) and hidden_at is null) or from_agency_id = (select app.agency_as('{case_worker,manager,system}'))));
create policy may_insert on referral_package for insert to portal_app, portal_worker with check (from_agency_id = (select app.agency_as('{case_worker,manager,system}')));
create policy may_update on referral_package for update to portal_app, portal_worker using (from_agency_id = (select app.agency_as('{case_worker,manager,system}'))) with check (from_agency_id = (select app.agency_as('{case_worker,manager,system}')));
grant select, insert on referral_package to portal_app, portal_worker;
grant update (hidden_at) on referral_package to portal_app, portal_worker;

alter table referral_step enable row level security;
alter table referral_step force row level security;
create policy may_select on referral_step for select to portal_app, portal_worker using ((from_agency_id = (select app.agency_as('{case_worker,manager,system}')) or (to_agency_id = (select app.agency_as('{case_worker,manager,system}')) and shared = true)));
create policy may_insert on referral_step for insert to portal_app, portal_worker with check (((by_agency_id = (select app.agency_as('{case_worker,manager,system}')) and from_agency_id = (select app.agency_as('{case_worker,manager,system}')))) or ((by_agency_id = (select app.agency_as('{case_worker,manager,system}')) and to_agency_id = (select app.agency_as('{case_worker,manager,system}')) and shared = true)));
create policy may_update on referral_step for update to portal_app, portal_worker using (by_agency_id = (select app.agency_as('{case_worker,manager,system}'))) with check (by_agency_id = (select app.agency_as('{case_worker,manager,system}')));
grant select, insert on referral_step to portal_app, portal_worker;
grant update (shared, error_at, error_reason) on referral_step to portal_app, portal_worker;

alter table referral_note enable row level security;
alter table referral_note force row level security;
create policy may_select on referral_note for select to portal_app, portal_worker using (agency_id = (select app.agency_as('{case_worker,manager,system}')));
create policy may_insert on referral_note for insert to portal_app, portal_worker with check (agency_id = (select app.agency_as('{case_worker,manager,system}')));
grant select, insert on referral_note to portal_app, portal_worker;

alter table case_event enable row level security;
alter table case_event force row level security;
create policy may_select on case_event for select to portal_app, portal_worker using (agency_id = (select app.agency_as('{case_worker,manager,system}')));
grant select on case_event to portal_app, portal_worker;

alter table audit_head enable row level security;
alter table audit_head force row level security;

alter table clock enable row level security;
alter table clock force row level security;
create policy may_select on clock for select to portal_app, portal_worker using (agency_id = (select app.agency_as('{case_worker,manager,system}')));
create policy may_insert on clock for insert to portal_app, portal_worker with check (agency_id = (select app.agency_as('{case_worker,manager,system}')));
create policy may_update on clock for update to portal_app, portal_worker using (agency_id = (select app.agency_as('{case_worker,manager,system}'))) with check (agency_id = (select app.agency_as('{case_worker,manager,system}')));
grant select, insert on clock to portal_app, portal_worker;
grant update (calendar_version, started_at, original_due_at, due_at, state, kept_at, reason, late_reason, warned_step) on clock to portal_app, portal_worker;

alter table draft enable row level security;
alter table draft force row level security;
create policy may_select on draft for select to portal_app, portal_worker using (((agency_id = (select app.agency_as('{administrator,case_worker,cohesion_officer,coordinator,manager}')) and staff_id = (select app.staff_as('{administrator,case_worker,cohesion_officer,coordinator,manager}')))) or (agency_id = (select app.agency_as('{system}'))));
create policy may_insert on draft for insert to portal_app, portal_worker with check ((agency_id = (select app.agency_as('{administrator,case_worker,cohesion_officer,coordinator,manager}')) and staff_id = (select app.staff_as('{administrator,case_worker,cohesion_officer,coordinator,manager}'))));
create policy may_update on draft for update to portal_app, portal_worker using ((agency_id = (select app.agency_as('{administrator,case_worker,cohesion_officer,coordinator,manager}')) and staff_id = (select app.staff_as('{administrator,case_worker,cohesion_officer,coordinator,manager}')))) with check ((agency_id = (select app.agency_as('{administrator,case_worker,cohesion_officer,coordinator,manager}')) and staff_id = (select app.staff_as('{administrator,case_worker,cohesion_officer,coordinator,manager}'))));
create policy may_delete on draft for delete to portal_app, portal_worker using (((agency_id = (select app.agency_as('{administrator,case_worker,cohesion_officer,coordinator,manager}')) and staff_id = (select app.staff_as('{administrator,case_worker,cohesion_officer,coordinator,manager}')))) or (agency_id = (select app.agency_as('{system}'))));
grant select, insert, delete on draft to portal_app, portal_worker;
grant update (fields, saved_at) on draft to portal_app, portal_worker;

alter table idempotency enable row level security;
alter table idempotency force row level security;
create policy may_select on idempotency for select to portal_app, portal_worker using (((agency_id = (select app.agency_as('{administrator,case_worker,cohesion_officer,coordinator,manager,sign_in,system}')) and staff_id = (select app.staff_as('{administrator,case_worker,cohesion_officer,coordinator,manager,sign_in,system}')))) or (agency_id = (select app.agency_as('{system}'))));
create policy may_insert on idempotency for insert to portal_app, portal_worker with check ((agency_id = (select app.agency_as('{administrator,case_worker,cohesion_officer,coordinator,manager,sign_in,system}')) and staff_id = (select app.staff_as('{administrator,case_worker,cohesion_officer,coordinator,manager,sign_in,system}'))));
create policy may_update on idempotency for update to portal_app, portal_worker using ((agency_id = (select app.agency_as('{administrator,case_worker,cohesion_officer,coordinator,manager,sign_in,system}')) and staff_id = (select app.staff_as('{administrator,case_worker,cohesion_officer,coordinator,manager,sign_in,system}')))) with check ((agency_id = (select app.agency_as('{administrator,case_worker,cohesion_officer,coordinator,manager,sign_in,system}')) and staff_id = (select app.staff_as('{administrator,case_worker,cohesion_officer,coordinator,manager,sign_in,system}'))));
create policy may_delete on idempotency for delete to portal_app, portal_worker using (agency_id = (select app.agency_as('{system}')));
grant select, insert, delete on idempotency to portal_app, portal_worker;
grant update (answer) on idempotency to portal_app, portal_worker;

alter table notification enable row level security;
alter table notification force row level security;
create policy may_select on notification for select to portal_app, portal_worker using (((agency_id = (select app.agency_as('{administrator,case_worker,cohesion_officer,coordinator,manager}')) and (staff_id = (select app.staff_as('{administrator,case_worker,cohesion_officer,coordinator,manager}')) or staff_id is null))) or (agency_id = (select app.agency_as('{system}'))));
create policy may_insert on notification for insert to portal_app, portal_worker with check (agency_id = (select app.agency_as('{system}')));
create policy may_update on notification for update to portal_app, portal_worker using (((agency_id = (select app.agency_as('{administrator,case_worker,cohesion_officer,coordinator,manager}')) and (staff_id = (select app.staff_as('{administrator,case_worker,cohesion_officer,coordinator,manager}')) or staff_id is null))) or (agency_id = (select app.agency_as('{system}')))) with check (((agency_id = (select app.agency_as('{administrator,case_worker,cohesion_officer,coordinator,manager}')) and (staff_id = (select app.staff_as('{administrator,case_worker,cohesion_officer,coordinator,manager}')) or staff_id is null))) or (agency_id = (select app.agency_as('{system}'))));
grant select, insert on notification to portal_app, portal_worker;
grant update (mail_id, claimed_at, tries, sent_at, read_at) on notification to portal_app, portal_worker;

alter table notification_choice enable row level security;
alter table notification_choice force row level security;
create policy may_select on notification_choice for select to portal_app, portal_worker using (((agency_id = (select app.agency_as('{administrator,case_worker,cohesion_officer,coordinator,manager}')) and staff_id = (select app.staff_as('{administrator,case_worker,cohesion_officer,coordinator,manager}')))) or (agency_id = (select app.agency_as('{system}'))));
create policy may_insert on notification_choice for insert to portal_app, portal_worker with check ((agency_id = (select app.agency_as('{administrator,case_worker,cohesion_officer,coordinator,manager}')) and staff_id = (select app.staff_as('{administrator,case_worker,cohesion_officer,coordinator,manager}'))));
create policy may_update on notification_choice for update to portal_app, portal_worker using ((agency_id = (select app.agency_as('{administrator,case_worker,cohesion_officer,coordinator,manager}')) and staff_id = (select app.staff_as('{administrator,case_worker,cohesion_officer,coordinator,manager}')))) with check ((agency_id = (select app.agency_as('{administrator,case_worker,cohesion_officer,coordinator,manager}')) and staff_id = (select app.staff_as('{administrator,case_worker,cohesion_officer,coordinator,manager}'))));
grant select, insert on notification_choice to portal_app, portal_worker;
grant update (how) on notification_choice to portal_app, portal_worker;

alter table demo_mail enable row level security;
alter table demo_mail force row level security;
create policy may_select on demo_mail for select to portal_app, portal_worker using ((agency_id = (select app.agency_as('{administrator,case_worker,cohesion_officer,coordinator,manager}'))) or (agency_id = (select app.agency_as('{system}'))));
create policy may_insert on demo_mail for insert to portal_app, portal_worker with check (agency_id = (select app.agency_as('{system}')));
grant select, insert on demo_mail to portal_app, portal_worker;

alter table bank_holiday enable row level security;
alter table bank_holiday force row level security;
create policy may_select on bank_holiday for select to portal_app, portal_worker using ((select app.agency_as('{administrator,case_worker,cohesion_officer,coordinator,manager,sign_in,system}')) is not null);
create policy may_insert on bank_holiday for insert to portal_app, portal_worker with check ((select app.agency_as('{administrator}')) is not null);
grant select, insert on bank_holiday to portal_app, portal_worker;

alter table setting enable row level security;
alter table setting force row level security;
create policy may_select on setting for select to portal_app, portal_worker using ((select app.agency_as('{administrator,case_worker,cohesion_officer,coordinator,manager,sign_in,system}')) is not null);
create policy may_insert on setting for insert to portal_app, portal_worker with check ((select app.agency_as('{administrator}')) is not null);
create policy may_update on setting for update to portal_app, portal_worker using ((select app.agency_as('{administrator}')) is not null) with check ((select app.agency_as('{administrator}')) is not null);
grant select, insert on setting to portal_app, portal_worker;
grant update (value, changed_at) on setting to portal_app, portal_worker;

grant select, insert, update, delete on rate_limit to portal_app;

insert into app.referral_move (from_state, to_state, side) values
  ('decided', 'sent', 'sender'),
  ('decided', 'cancelled', 'sender'),
  ('sent', 'received', 'recipient'),
  ('sent', 'accepted', 'recipient'),
  ('received', 'accepted', 'recipient'),
  ('information_asked', 'accepted', 'recipient'),
  ('expired', 'accepted', 'recipient'),
  ('sent', 'declined', 'recipient'),
  ('received', 'declined', 'recipient'),
  ('information_asked', 'declined', 'recipient'),
  ('expired', 'declined', 'recipient'),
  ('sent', 'information_asked', 'recipient'),
  ('received', 'information_asked', 'recipient'),
  ('expired', 'information_asked', 'recipient'),
  ('information_asked', 'received', 'sender'),
  ('accepted', 'in_progress', 'recipient'),
  ('in_progress', 'in_progress', 'recipient'),
  ('accepted', 'outcome_recorded', 'recipient'),
  ('in_progress', 'outcome_recorded', 'recipient'),
  ('outcome_recorded', 'closed', 'sender'),
  ('outcome_recorded', 'closed', 'recipient'),
  ('sent', 'rerouted', 'sender'),
  ('received', 'rerouted', 'sender'),
  ('information_asked', 'rerouted', 'sender'),
  ('expired', 'rerouted', 'sender'),
  ('declined', 'rerouted', 'sender'),
  ('sent', 'expired', 'system'),
  ('received', 'expired', 'system'),
  ('sent', 'withdrawn_by_client', 'sender'),
  ('received', 'withdrawn_by_client', 'sender'),
  ('information_asked', 'withdrawn_by_client', 'sender'),
  ('expired', 'withdrawn_by_client', 'sender'),
  ('accepted', 'withdrawn_by_client', 'sender'),
  ('in_progress', 'withdrawn_by_client', 'sender'),
  ('sent', 'withdrawn_by_agency', 'sender'),
  ('received', 'withdrawn_by_agency', 'sender'),
  ('information_asked', 'withdrawn_by_agency', 'sender'),
  ('expired', 'withdrawn_by_agency', 'sender'),
  ('accepted', 'withdrawn_by_agency', 'sender'),
  ('in_progress', 'withdrawn_by_agency', 'sender'),
  ('decided', 'stopped_consent_withdrawn', 'sender'),
  ('decided', 'stopped_consent_withdrawn', 'system'),
  ('sent', 'stopped_consent_withdrawn', 'sender'),
  ('sent', 'stopped_consent_withdrawn', 'system'),
  ('received', 'stopped_consent_withdrawn', 'sender'),
  ('received', 'stopped_consent_withdrawn', 'system'),
  ('information_asked', 'stopped_consent_withdrawn', 'sender'),
  ('information_asked', 'stopped_consent_withdrawn', 'system'),
  ('expired', 'stopped_consent_withdrawn', 'sender'),
  ('expired', 'stopped_consent_withdrawn', 'system'),
  ('accepted', 'stopped_consent_withdrawn', 'sender'),
  ('accepted', 'stopped_consent_withdrawn', 'system'),
  ('in_progress', 'stopped_consent_withdrawn', 'sender'),
  ('in_progress', 'stopped_consent_withdrawn', 'system'),
  ('outcome_recorded', 'stopped_consent_withdrawn', 'sender'),
  ('outcome_recorded', 'stopped_consent_withdrawn', 'system'),
  ('sent', 'entered_in_error', 'sender'),
  ('received', 'entered_in_error', 'sender'),
  ('information_asked', 'entered_in_error', 'sender'),
  ('expired', 'entered_in_error', 'sender'),
  ('accepted', 'entered_in_error', 'sender'),
  ('in_progress', 'entered_in_error', 'sender'),
  ('outcome_recorded', 'entered_in_error', 'sender'),
  ('closed', 'entered_in_error', 'sender'),
  ('declined', 'entered_in_error', 'sender');
