-- The five options that a client hears of (G7), what makes a home safer (G7a), and what a person asks a manager to decide.

create table case_option (
  agency_id uuid not null,
  case_id uuid not null,
  answer_id uuid not null,
  option text not null,
  number integer not null,
  answer text not null,
  reason text not null default '',
  recorded_by uuid not null,
  discussed_at timestamptz not null,
  primary key (agency_id, answer_id),
  constraint option_answer_number unique (agency_id, case_id, option, number),
  foreign key (agency_id, case_id) references case_file (agency_id, case_id),
  foreign key (agency_id, recorded_by) references staff (agency_id, staff_id),
  constraint option_known check (option in ('target_hardening','referral','perpetrator_action','rehousing','storage')),
  constraint option_answer check (answer in ('wants','not_now','no','not_relevant')),
  constraint option_not_relevant check (answer <> 'not_relevant' or (option in ('rehousing','storage') and reason <> ''))
);

create table measure (
  agency_id uuid not null,
  case_id uuid not null,
  measure_id uuid not null,
  kind text not null,
  requested_on date not null,
  requested_by uuid not null,
  contractor text not null,
  client_wish text not null,
  client_wish_reason text not null default '',
  recorded_at timestamptz not null,
  done_on date,
  worked_by text not null default '',
  cancel_reason text,
  ended_by uuid,
  ended_at timestamptz,
  primary key (agency_id, measure_id),
  foreign key (agency_id, case_id) references case_file (agency_id, case_id),
  foreign key (agency_id, requested_by) references staff (agency_id, staff_id),
  foreign key (agency_id, ended_by) references staff (agency_id, staff_id),
  constraint measure_kind check (kind in ('locks','letterbox','alarm','lighting','cctv','fire_safety_visit')),
  constraint measure_wish check (client_wish = 'agreed' or client_wish = 'not_asked' and client_wish_reason <> ''),
  constraint measure_ends_one_way check (done_on is null or cancel_reason is null),
  constraint measure_end_whole check ((ended_at is null) = (ended_by is null)
    and (ended_at is null) = (done_on is null and cancel_reason is null))
);
create index measure_of_case on measure (agency_id, case_id, requested_on);

create table decision_request (
  agency_id uuid not null,
  case_id uuid not null,
  decision_id uuid not null,
  previous_id uuid,
  kind text not null,
  scope text not null,
  reason text not null,
  client_wish text,
  client_wish_reason text not null default '',
  requested_by uuid not null,
  requested_at timestamptz not null,
  wanted_by date not null,
  decision text not null default 'asked',
  decided_by uuid,
  decided_at timestamptz,
  decision_note text not null default '',
  rehoused_on date,
  stored_from date,
  stored_to date,
  stored_where text not null default '',
  carried_out_by uuid,
  carried_out_at timestamptz,
  primary key (agency_id, decision_id),
  constraint decision_of_asker unique (agency_id, decision_id, requested_by),
  constraint decision_answered_once unique (agency_id, previous_id),
  foreign key (agency_id, case_id) references case_file (agency_id, case_id),
  foreign key (agency_id, requested_by) references staff (agency_id, staff_id),
  foreign key (agency_id, decided_by) references staff (agency_id, staff_id),
  foreign key (agency_id, carried_out_by) references staff (agency_id, staff_id),
  -- Who asked answers what the manager asked back. Another person could then decide on what they asked for themselves.
  foreign key (agency_id, previous_id, requested_by) references decision_request (agency_id, decision_id, requested_by),
  constraint decision_kind check (kind in ('rehousing','storage','lower_risk')),
  constraint decision_scope check (scope = any (case kind when 'rehousing' then array['temporary','permanent']
    when 'lower_risk' then array['medium','standard'] else array[''] end)),
  constraint decision_made check (decision in ('asked','yes','no','asked_back')),
  constraint decision_wish check (kind = 'lower_risk' or client_wish is not null
    and (client_wish = 'agreed' or client_wish = 'not_asked' and client_wish_reason <> '')),
  constraint decision_by_another check (decided_by is distinct from requested_by or decided_by is null),
  constraint decision_whole check ((decision = 'asked') = (decided_by is null) and (decision = 'asked') = (decided_at is null)),
  constraint decision_carried_out check ((carried_out_at is null) = (rehoused_on is null and stored_from is null)
    and (carried_out_at is null or decision = 'yes')),
  constraint decision_storage_in_order check (stored_to is null or stored_from <= stored_to)
);
create index decision_of_case on decision_request (agency_id, case_id, requested_at);
create index decision_waiting on decision_request (agency_id, decision, requested_at);
create unique index decision_waits_once on decision_request (agency_id, case_id, kind) where decision = 'asked';

-- What a client said, where their things are and when they moved are not for the planner's statistics of all agencies.
alter table case_option alter column option set statistics 0, alter column answer set statistics 0,
  alter column reason set statistics 0;
alter table measure alter column requested_on set statistics 0, alter column contractor set statistics 0,
  alter column client_wish set statistics 0, alter column client_wish_reason set statistics 0,
  alter column done_on set statistics 0, alter column cancel_reason set statistics 0;
alter table decision_request alter column scope set statistics 0, alter column reason set statistics 0,
  alter column client_wish set statistics 0, alter column client_wish_reason set statistics 0,
  alter column wanted_by set statistics 0, alter column decision_note set statistics 0,
  alter column rehoused_on set statistics 0, alter column stored_from set statistics 0,
  alter column stored_to set statistics 0, alter column stored_where set statistics 0;

-- Compiled from app/access/policy.ts by accord policy sql.
alter table case_option enable row level security;
alter table case_option force row level security;
create policy may_select on case_option for select to portal_app, portal_worker using (agency_id = (select app.agency_as('{case_worker,manager,system}')));
create policy may_insert on case_option for insert to portal_app, portal_worker with check ((agency_id = (select app.agency_as('{case_worker,manager}')) and recorded_by = (select app.staff_as('{case_worker,manager}'))));
grant select, insert on case_option to portal_app, portal_worker;

alter table measure enable row level security;
alter table measure force row level security;
create policy may_select on measure for select to portal_app, portal_worker using (agency_id = (select app.agency_as('{case_worker,manager,system}')));
create policy may_insert on measure for insert to portal_app, portal_worker with check ((agency_id = (select app.agency_as('{case_worker,manager}')) and requested_by = (select app.staff_as('{case_worker,manager}')) and ended_at is null));
create policy may_update on measure for update to portal_app, portal_worker using ((agency_id = (select app.agency_as('{case_worker,manager}')) and ended_at is null)) with check ((agency_id = (select app.agency_as('{case_worker,manager}')) and ended_by = (select app.staff_as('{case_worker,manager}')) and ended_at is not null));
grant select, insert on measure to portal_app, portal_worker;
grant update (done_on, worked_by, cancel_reason, ended_by, ended_at) on measure to portal_app, portal_worker;

alter table decision_request enable row level security;
alter table decision_request force row level security;
create policy may_select on decision_request for select to portal_app, portal_worker using (agency_id = (select app.agency_as('{case_worker,manager,system}')));
create policy may_insert on decision_request for insert to portal_app, portal_worker with check ((agency_id = (select app.agency_as('{case_worker,manager}')) and requested_by = (select app.staff_as('{case_worker,manager}')) and decision = 'asked' and decided_by is null));
create policy may_update on decision_request for update to portal_app, portal_worker using (((agency_id = (select app.agency_as('{manager}')) and requested_by <> (select app.staff_as('{manager}')) and decision = 'asked')) or ((agency_id = (select app.agency_as('{case_worker,manager}')) and decision = 'yes'))) with check (((agency_id = (select app.agency_as('{manager}')) and requested_by <> (select app.staff_as('{manager}')) and decided_by = (select app.staff_as('{manager}')) and carried_out_at is null)) or ((agency_id = (select app.agency_as('{case_worker,manager}')) and decision = 'yes' and carried_out_by = (select app.staff_as('{case_worker,manager}')) and carried_out_at is not null)));
grant select, insert on decision_request to portal_app, portal_worker;
grant update (decision, decided_by, decided_at, decision_note, rehoused_on, stored_from, stored_to, stored_where, carried_out_by, carried_out_at) on decision_request to portal_app, portal_worker;

-- Decided once, by the manager who signs and who is another person than the one who asked.
create trigger by_second_person before update on decision_request for each row
  when (new.decided_by is not null and new.decided_by is distinct from old.decided_by)
  execute function app.by_second_person('requested_by', '{manager}');
create trigger decided_by_signer before update on decision_request for each row
  when (old.decision = 'asked' and (new.decision = 'asked' or new.decided_by is distinct from app.staff_as('{manager}')
    or new.carried_out_at is not null))
  execute function app.refuse('a request is decided by the manager who signs, and not carried out in the same step');
create trigger decided_once before update on decision_request for each row
  when (old.decision <> 'asked' and (new.decision, new.decided_by, new.decided_at, new.decision_note)
    is distinct from (old.decision, old.decided_by, old.decided_at, old.decision_note))
  execute function app.refuse('a request is decided once');
