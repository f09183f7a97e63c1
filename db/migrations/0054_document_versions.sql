-- Papers that were made for a case: hashes of what they say and of the file, never the text itself.

create table document_version (
  agency_id uuid not null,
  document_id uuid not null,
  case_id uuid not null,
  kind text not null,
  language text not null,
  template_version text not null,
  content_sha256 text not null,
  pdf_sha256 text not null,
  made_by uuid not null,
  made_at timestamptz not null,
  primary key (agency_id, document_id),
  foreign key (agency_id, case_id) references case_file (agency_id, case_id),
  foreign key (agency_id, made_by) references staff (agency_id, staff_id),
  constraint document_kind check (kind = any (array['report_received']))
);
create index document_of_case on document_version (agency_id, case_id, kind, made_at);
-- In which language a client reads is not for the planner's statistics of all agencies.
alter table document_version alter column language set statistics 0;

-- Compiled from app/access/policy.ts by accord policy sql.
alter table document_version enable row level security;
alter table document_version force row level security;
create policy may_select on document_version for select to portal_app, portal_worker using (agency_id = (select app.agency_as('{case_worker,manager}')));
create policy may_insert on document_version for insert to portal_app, portal_worker with check ((agency_id = (select app.agency_as('{case_worker,manager}')) and made_by = (select app.staff_as('{case_worker,manager}'))));
grant select, insert on document_version to portal_app, portal_worker;
