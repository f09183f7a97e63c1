-- Interviews with clients, what was saved of their sections, and the bookings of what a client needs.

create table interview (
  agency_id uuid not null,
  case_id uuid not null,
  interview_id uuid not null,
  state text not null default 'arranged',
  place text not null,
  chosen_by text not null,
  place_detail text not null default '',
  must_not_know text not null default '',
  arrival text not null default '',
  companion text not null,
  companion_name text not null default '',
  starts_at timestamptz not null,
  minutes integer not null,
  version integer not null default 1,
  arranged_by uuid not null,
  arranged_at timestamptz not null,
  cancel_reason text not null default '',
  ended_at timestamptz,
  held_at timestamptz,
  reminded_of timestamptz,
  primary key (agency_id, interview_id),
  foreign key (agency_id, case_id) references case_file (agency_id, case_id),
  foreign key (agency_id, arranged_by) references staff (agency_id, staff_id),
  constraint interview_state check (state in ('arranged','held','cancelled')),
  constraint interview_place check (place in ('home','our_office','reporting_point','police_station','phone','video','elsewhere')),
  constraint interview_chosen_by check (chosen_by = 'client'),
  constraint interview_companion check (companion in ('nobody','supporter','family_or_friend','carer')),
  constraint interview_minutes check (minutes between 5 and 480),
  constraint interview_held check ((state = 'held') = (held_at is not null)),
  constraint interview_cancelled check ((state = 'cancelled') = (cancel_reason <> ''))
);
create index interview_of_case on interview (agency_id, case_id, starts_at);
create index interview_by_start on interview (agency_id, state, starts_at);

create table interview_section (
  agency_id uuid not null,
  case_id uuid not null,
  interview_id uuid not null,
  section text not null,
  answers jsonb not null,
  version integer not null,
  saved_by uuid not null,
  saved_at timestamptz not null,
  primary key (agency_id, interview_id, section),
  foreign key (agency_id, interview_id) references interview (agency_id, interview_id),
  foreign key (agency_id, saved_by) references staff (agency_id, staff_id),
  constraint interview_section_name check (section in ('process','needs','account','background','support','wishes','encouragement'))
);
create index interview_section_of_case on interview_section (agency_id, case_id);

create table need_booking (
  agency_id uuid not null,
  case_id uuid not null,
  interview_id uuid not null,
  booking_id uuid not null,
  need text not null,
  state text not null,
  booked_with text,
  booked_name text not null default '',
  booked_for timestamptz,
  reason text,
  version integer not null default 1,
  changed_by uuid not null,
  changed_at timestamptz not null,
  primary key (agency_id, booking_id),
  constraint need_booking_once unique (agency_id, interview_id, need),
  foreign key (agency_id, interview_id) references interview (agency_id, interview_id),
  foreign key (agency_id, changed_by) references staff (agency_id, staff_id),
  constraint need_booking_state check (state in ('to_book','requested','booked','delivered','declined','went_without')),
  constraint need_booking_with check (booked_with in ('professional','chosen_adult','own_agency')),
  constraint need_booking_reason check ((state in ('declined','went_without')) = (reason is not null)),
  constraint need_booking_booked check (state <> 'booked' or (booked_with is not null and booked_for is not null))
);
create index need_booking_of_case on need_booking (agency_id, case_id);

-- What is known of a client and their needs is not for the planner's statistics of all agencies (0014 says why).
alter table interview
  alter column place set statistics 0, alter column place_detail set statistics 0, alter column must_not_know set statistics 0,
  alter column arrival set statistics 0, alter column companion set statistics 0, alter column companion_name set statistics 0,
  alter column cancel_reason set statistics 0;
alter table interview_section alter column section set statistics 0, alter column answers set statistics 0;
alter table need_booking
  alter column need set statistics 0, alter column booked_with set statistics 0, alter column booked_name set statistics 0,
  alter column reason set statistics 0;

-- Compiled from app/access/policy/ by accord policy sql.
alter table interview enable row level security;
alter table interview force row level security;
create policy may_select on interview for select to portal_app, portal_worker using (agency_id = (select app.agency_as('{case_worker,manager,system}')));
create policy may_insert on interview for insert to portal_app, portal_worker with check (agency_id = (select app.agency_as('{case_worker,manager}')));
create policy may_update on interview for update to portal_app, portal_worker using (agency_id = (select app.agency_as('{case_worker,manager,system}'))) with check (agency_id = (select app.agency_as('{case_worker,manager,system}')));
grant select, insert on interview to portal_app, portal_worker;
grant update (state, place, place_detail, must_not_know, arrival, companion, companion_name, starts_at, minutes, version, cancel_reason, ended_at, held_at, reminded_of) on interview to portal_app, portal_worker;

alter table interview_section enable row level security;
alter table interview_section force row level security;
create policy may_select on interview_section for select to portal_app, portal_worker using (agency_id = (select app.agency_as('{case_worker,manager}')));
create policy may_insert on interview_section for insert to portal_app, portal_worker with check (agency_id = (select app.agency_as('{case_worker,manager}')));
create policy may_update on interview_section for update to portal_app, portal_worker using (agency_id = (select app.agency_as('{case_worker,manager}'))) with check (agency_id = (select app.agency_as('{case_worker,manager}')));
grant select, insert on interview_section to portal_app, portal_worker;
grant update (answers, version, saved_by, saved_at) on interview_section to portal_app, portal_worker;

alter table need_booking enable row level security;
alter table need_booking force row level security;
create policy may_select on need_booking for select to portal_app, portal_worker using (agency_id = (select app.agency_as('{case_worker,manager}')));
create policy may_insert on need_booking for insert to portal_app, portal_worker with check (agency_id = (select app.agency_as('{case_worker,manager}')));
create policy may_update on need_booking for update to portal_app, portal_worker using (agency_id = (select app.agency_as('{case_worker,manager}'))) with check (agency_id = (select app.agency_as('{case_worker,manager}')));
grant select, insert on need_booking to portal_app, portal_worker;
grant update (state, booked_with, booked_name, booked_for, reason, version, changed_by, changed_at) on need_booking to portal_app, portal_worker;

