-- Emergency repairs and offensive graffiti (R8). Each has a clock of its own, whose subject it is.

create table repair (
  agency_id uuid not null,
  case_id uuid not null,
  repair_id uuid not null,
  kind text not null,
  incident_id uuid,
  damage text not null,
  place text not null default '',
  surface_owner text not null default 'not_known',
  reported_at timestamptz not null,
  backdated_reason text not null default '',
  due_at timestamptz not null,
  recorded_by uuid not null,
  recorded_at timestamptz not null,
  photo text not null default '',
  no_photo_reason text not null default '',
  photo_file_id uuid,
  after_file_id uuid,
  client_wish text not null default '',
  client_wish_reason text not null default '',
  assigned_to text not null default '',
  assigned_phone text not null default '',
  expected_at timestamptz,
  assigned_at timestamptz,
  completed_at timestamptz,
  result text not null default '',
  completion_note text not null default '',
  excepted_at timestamptz,
  exception_reason text not null default '',
  exception_note text not null default '',
  error_at timestamptz,
  error_reason text not null default '',
  changed_at timestamptz not null,
  primary key (agency_id, repair_id),
  foreign key (agency_id, case_id) references case_file (agency_id, case_id),
  foreign key (agency_id, incident_id) references incident (agency_id, incident_id),
  foreign key (agency_id, recorded_by) references staff (agency_id, staff_id),
  constraint repair_kind check (kind = any (array['repair', 'graffiti'])),
  constraint repair_owner check (surface_owner = any (array['agency', 'client', 'other_owner', 'not_known'])),
  constraint repair_photo check ((photo in ('', 'taken') and no_photo_reason = '')
    or (photo = 'not_taken' and no_photo_reason in ('gone', 'client_asked', 'not_safe', 'no_camera'))),
  constraint repair_wish check (client_wish in ('', 'agreed', 'prefers_not', 'not_asked')),
  constraint repair_result check (case result when '' then completed_at is null
    else completed_at is not null and kind = case when result in ('made_safe', 'repaired') then 'repair'
      when result in ('removed', 'covered') then 'graffiti' end end),
  -- Graffiti is evidence: no removal without a photo from before, or the reason why there is none.
  constraint repair_photo_first check (completed_at is null or kind <> 'graffiti' or photo <> ''),
  constraint repair_exception check ((excepted_at is null and exception_reason = '')
    or (excepted_at is not null and exception_reason in ('access_refused', 'not_ours', 'police_scene'))),
  constraint repair_error check ((error_at is null and error_reason = '') or (error_at is not null
    and error_reason in ('other_case', 'not_needed', 'not_emergency', 'twice', 'wrong_time')))
);
create index repair_of_case on repair (agency_id, case_id, reported_at);
create index repair_by_due on repair (agency_id, due_at, repair_id);

-- Words about places and people are not for the planner's statistics of all agencies.
alter table repair
  alter column damage set statistics 0, alter column place set statistics 0, alter column surface_owner set statistics 0,
  alter column backdated_reason set statistics 0, alter column photo set statistics 0,
  alter column no_photo_reason set statistics 0, alter column client_wish set statistics 0,
  alter column client_wish_reason set statistics 0, alter column assigned_to set statistics 0,
  alter column assigned_phone set statistics 0, alter column completion_note set statistics 0,
  alter column exception_reason set statistics 0, alter column exception_note set statistics 0,
  alter column error_reason set statistics 0;

-- Compiled from app/access/policy/ by accord policy sql.
alter table repair enable row level security;
alter table repair force row level security;
create policy may_select on repair for select to portal_app, portal_worker using (agency_id = (select app.agency_as('{case_worker,manager}')));
create policy may_insert on repair for insert to portal_app, portal_worker with check (agency_id = (select app.agency_as('{case_worker,manager}')));
create policy may_update on repair for update to portal_app, portal_worker using (agency_id = (select app.agency_as('{case_worker,manager}'))) with check (agency_id = (select app.agency_as('{case_worker,manager}')));
grant select, insert on repair to portal_app, portal_worker;
grant update (surface_owner, photo, no_photo_reason, photo_file_id, after_file_id, client_wish, client_wish_reason, assigned_to, assigned_phone, expected_at, assigned_at, completed_at, result, completion_note, excepted_at, exception_reason, exception_note, error_at, error_reason, changed_at) on repair to portal_app, portal_worker;
