-- Photos, scans and other files kept for a case. The bytes are not in the database: they lie sealed in the storage of
-- files, each with the key of its client, which is here, wrapped by a key that only ACCORD_SECRET makes.

create table file_key (
  agency_id uuid not null,
  client_id uuid not null,
  wrapped text not null,
  created_at timestamptz not null,
  primary key (agency_id, client_id),
  foreign key (agency_id, client_id) references client (agency_id, client_id)
);

create table stored_file (
  agency_id uuid not null,
  file_id uuid not null,
  case_id uuid not null,
  client_id uuid not null,
  kind text not null,
  shows text not null,
  taken_on text,
  taken_where text not null,
  file_name text not null,
  media_type text not null,
  size_bytes integer not null,
  sha256 text not null,
  stored_as uuid not null,
  picture_as uuid,
  scan text not null,
  scanned_at timestamptz,
  added_by uuid not null,
  added_at timestamptz not null,
  error_at timestamptz,
  error_reason text not null default '',
  primary key (agency_id, file_id),
  foreign key (agency_id, case_id) references case_file (agency_id, case_id),
  foreign key (agency_id, client_id) references file_key (agency_id, client_id),
  foreign key (agency_id, added_by) references staff (agency_id, staff_id),
  constraint file_kind check (kind = any (array['photo','scan','letter','screenshot','other'])),
  constraint file_scan check (scan = any (array['waiting','clean','infected','failed']))
);
create index file_of_case on stored_file (agency_id, case_id, added_at);
create index file_to_scan on stored_file (agency_id, added_at) where scan = 'waiting';

-- The planner keeps no statistics of all agencies about what files show, are called or were made (0014 says why).
alter table file_key alter column wrapped set statistics 0;
alter table stored_file
  alter column shows set statistics 0,
  alter column taken_on set statistics 0,
  alter column taken_where set statistics 0,
  alter column file_name set statistics 0,
  alter column media_type set statistics 0,
  alter column size_bytes set statistics 0,
  alter column scan set statistics 0,
  alter column error_reason set statistics 0;

-- Compiled from app/access/policy by accord policy sql.
alter table file_key enable row level security;
alter table file_key force row level security;
create policy may_select on file_key for select to portal_app, portal_worker using (agency_id = (select app.agency_as('{case_worker,manager,system}')));
create policy may_insert on file_key for insert to portal_app, portal_worker with check (agency_id = (select app.agency_as('{case_worker,manager}')));
grant select, insert on file_key to portal_app, portal_worker;

alter table stored_file enable row level security;
alter table stored_file force row level security;
create policy may_select on stored_file for select to portal_app, portal_worker using (agency_id = (select app.agency_as('{case_worker,manager,system}')));
create policy may_insert on stored_file for insert to portal_app, portal_worker with check ((agency_id = (select app.agency_as('{case_worker,manager}')) and added_by = (select app.staff_as('{case_worker,manager}')) and scan = 'waiting'));
create policy may_update on stored_file for update to portal_app, portal_worker using (((agency_id = (select app.agency_as('{case_worker,manager}')) and error_at is null)) or ((agency_id = (select app.agency_as('{system}')) and scan = 'waiting'))) with check (((agency_id = (select app.agency_as('{case_worker,manager}')) and error_at is not null)) or ((agency_id = (select app.agency_as('{system}')) and scanned_at is not null)));
grant select, insert on stored_file to portal_app, portal_worker;
grant update (scan, scanned_at, error_at, error_reason) on stored_file to portal_app, portal_worker;
