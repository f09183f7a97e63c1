-- Risk checks of a case (G4) and changes of its level. Rows of both are never changed.

create table risk_check (
  agency_id uuid not null,
  check_id uuid not null,
  case_id uuid not null,
  number smallint not null,
  version text not null,
  completed_with text not null,
  answers jsonb not null,
  score smallint not null,
  level text not null,
  provisional boolean not null,
  warnings text[] not null,
  has_warning boolean not null generated always as (cardinality(warnings) > 0) stored,
  judgement_reason text not null default '',
  place text not null,
  interpreter text not null,
  checked_by uuid not null,
  checked_at timestamptz not null,
  primary key (agency_id, check_id),
  constraint risk_check_number unique (agency_id, case_id, number),
  constraint risk_check_warning unique (agency_id, check_id, case_id, has_warning),
  foreign key (agency_id, case_id) references case_file (agency_id, case_id),
  foreign key (agency_id, checked_by) references staff (agency_id, staff_id),
  constraint risk_check_level check (level in ('standard','medium','high')),
  constraint risk_check_score check (score between 0 and 35),
  constraint risk_check_warning_is_high check (cardinality(warnings) = 0 or level = 'high'),
  constraint risk_check_completed_with check (completed_with in ('client','partly','client_declined')),
  constraint risk_check_judged check ((completed_with = 'client_declined') = (judgement_reason <> ''))
);

-- `has_warning` is that of the check: the database itself refuses a level below high while a warning answer stands.
create table risk_level_change (
  agency_id uuid not null,
  change_id uuid not null,
  case_id uuid not null,
  check_id uuid not null,
  number smallint not null,
  direction text not null,
  from_level text not null,
  to_level text not null,
  has_warning boolean not null,
  reason text not null,
  note text not null,
  changed_by uuid not null,
  changed_at timestamptz not null,
  primary key (agency_id, change_id),
  constraint risk_level_change_number unique (agency_id, check_id, number),
  constraint risk_level_change_check foreign key (agency_id, check_id, case_id, has_warning)
    references risk_check (agency_id, check_id, case_id, has_warning),
  foreign key (agency_id, changed_by) references staff (agency_id, staff_id),
  constraint risk_level_change_warning check (not has_warning or to_level = 'high'),
  constraint risk_level_change_direction check (
    (direction = 'raised' and (from_level, to_level) in (('standard','medium'), ('standard','high'), ('medium','high')))
    or (direction = 'lowered' and (from_level, to_level) in (('medium','standard'), ('high','standard'), ('high','medium'))))
);
create index risk_level_change_of_case on risk_level_change (agency_id, case_id, changed_at);

-- The planner's statistics are made of all agencies' rows (0014 says why none are kept of what is personal).
alter table risk_check alter column completed_with set statistics 0, alter column answers set statistics 0,
  alter column score set statistics 0, alter column level set statistics 0, alter column provisional set statistics 0,
  alter column warnings set statistics 0, alter column has_warning set statistics 0,
  alter column judgement_reason set statistics 0, alter column place set statistics 0, alter column interpreter set statistics 0;
alter table risk_level_change alter column direction set statistics 0, alter column from_level set statistics 0,
  alter column to_level set statistics 0, alter column has_warning set statistics 0, alter column reason set statistics 0,
  alter column note set statistics 0;

-- Compiled from app/access/policy.ts by accord policy sql.
alter table risk_check enable row level security;
alter table risk_check force row level security;
create policy may_select on risk_check for select to portal_app, portal_worker using (agency_id = (select app.agency_as('{case_worker,manager,system}')));
create policy may_insert on risk_check for insert to portal_app, portal_worker with check ((agency_id = (select app.agency_as('{case_worker,manager}')) and checked_by = (select app.staff_as('{case_worker,manager}'))));
grant select, insert on risk_check to portal_app, portal_worker;

alter table risk_level_change enable row level security;
alter table risk_level_change force row level security;
create policy may_select on risk_level_change for select to portal_app, portal_worker using (agency_id = (select app.agency_as('{case_worker,manager,system}')));
create policy may_insert on risk_level_change for insert to portal_app, portal_worker with check (((agency_id = (select app.agency_as('{case_worker,manager}')) and changed_by = (select app.staff_as('{case_worker,manager}')) and direction = 'raised')) or ((agency_id = (select app.agency_as('{manager}')) and changed_by = (select app.staff_as('{manager}')) and direction = 'lowered')));
grant select, insert on risk_level_change to portal_app, portal_worker;
