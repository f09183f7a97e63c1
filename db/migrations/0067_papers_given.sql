-- Papers in several formats, how each was given, and what was offered of a support pack.

alter table document_version
  add column format text not null default 'standard',
  add column plan_id uuid,
  add constraint document_format check (format in ('standard','large_print','easy_read','braille')),
  drop constraint document_kind,
  add constraint document_kind check
    (kind = any (array['report_received','process_leaflet','support_pack','action_plan','acknowledgement']));
-- In which format a client reads is not for the planner's statistics of all agencies, nor is anything below.
alter table document_version alter column format set statistics 0;

create table paper_delivery (
  agency_id uuid not null,
  delivery_id uuid not null,
  case_id uuid not null,
  paper text not null,
  document_id uuid,
  plan_id uuid,
  recipient text not null,
  recipient_name text not null default '',
  way text not null,
  format text not null,
  language text not null,
  translated_by text not null default '',
  asked_for_format boolean not null default false,
  unsafe_answers text[] not null default '{}',
  unsafe_reason text not null default '',
  given_at timestamptz not null,
  given_by uuid not null,
  recorded_at timestamptz not null,
  not_at_home boolean not null default false,
  error_at timestamptz,
  error_reason text not null default '',
  primary key (agency_id, delivery_id),
  foreign key (agency_id, case_id) references case_file (agency_id, case_id),
  foreign key (agency_id, document_id) references document_version (agency_id, document_id),
  foreign key (agency_id, given_by) references staff (agency_id, staff_id),
  constraint delivery_recipient check (recipient in ('client','witness')),
  constraint delivery_way check (way in ('handed','collected','held','read_aloud','emailed','posted')),
  constraint delivery_format check (format in ('standard','large_print','easy_read','braille')),
  constraint delivery_unsafe_has_reason check ((cardinality(unsafe_answers) > 0) = (unsafe_reason <> '')),
  constraint delivery_witness_has_name check ((recipient = 'witness') = (recipient_name <> '')),
  constraint delivery_error_has_reason check ((error_at is not null) = (error_reason <> ''))
);
create index delivery_of_case on paper_delivery (agency_id, case_id, given_at);

create table support_pack (
  agency_id uuid not null,
  pack_id uuid not null,
  case_id uuid not null,
  document_id uuid,
  recipient_id uuid not null,
  recipient text not null,
  recipient_name text not null default '',
  way text not null,
  format text not null,
  language text not null,
  translated_by text not null default '',
  asked_for_format boolean not null default false,
  unsafe_answers text[] not null default '{}',
  unsafe_reason text not null default '',
  given_at timestamptz not null,
  given_by uuid not null,
  recorded_at timestamptz not null,
  diary text not null default '',
  pen text not null default '',
  contacts text not null default '',
  publicity text not null default '',
  standards text not null default '',
  primary key (agency_id, pack_id),
  foreign key (agency_id, case_id) references case_file (agency_id, case_id),
  foreign key (agency_id, document_id) references document_version (agency_id, document_id),
  foreign key (agency_id, given_by) references staff (agency_id, staff_id),
  constraint pack_recipient check (recipient in ('client','witness')),
  constraint pack_way check (way in ('handed','collected','held','read_aloud','emailed','posted')),
  constraint pack_format check (format in ('standard','large_print','easy_read','braille')),
  constraint pack_answers check (array[diary, pen, contacts, publicity, standards] <@ array['','given','declined']),
  constraint pack_unsafe_has_reason check ((cardinality(unsafe_answers) > 0) = (unsafe_reason <> '')),
  constraint pack_witness_has_name check ((recipient = 'witness') = (recipient_name <> '')),
  constraint pack_has_answer check (diary || pen || contacts || publicity || standards <> '')
);
create index support_pack_of_case on support_pack (agency_id, case_id, given_at);

alter table paper_delivery
  alter column paper set statistics 0, alter column recipient set statistics 0, alter column recipient_name set statistics 0,
  alter column way set statistics 0, alter column format set statistics 0, alter column language set statistics 0,
  alter column translated_by set statistics 0, alter column unsafe_answers set statistics 0,
  alter column unsafe_reason set statistics 0, alter column error_reason set statistics 0;
alter table support_pack
  alter column recipient set statistics 0, alter column recipient_name set statistics 0, alter column way set statistics 0,
  alter column format set statistics 0, alter column language set statistics 0, alter column translated_by set statistics 0,
  alter column unsafe_answers set statistics 0, alter column unsafe_reason set statistics 0, alter column diary set statistics 0,
  alter column pen set statistics 0, alter column contacts set statistics 0, alter column publicity set statistics 0,
  alter column standards set statistics 0;

-- Compiled from app/access/policy/ by accord policy sql.
alter table paper_delivery enable row level security;
alter table paper_delivery force row level security;
create policy may_select on paper_delivery for select to portal_app, portal_worker using (agency_id = (select app.agency_as('{case_worker,manager,system}')));
create policy may_insert on paper_delivery for insert to portal_app, portal_worker with check ((agency_id = (select app.agency_as('{case_worker,manager}')) and given_by = (select app.staff_as('{case_worker,manager}'))));
create policy may_update on paper_delivery for update to portal_app, portal_worker using ((agency_id = (select app.agency_as('{case_worker,manager}')) and error_at is null)) with check ((agency_id = (select app.agency_as('{case_worker,manager}')) and error_at is not null));
grant select, insert on paper_delivery to portal_app, portal_worker;
grant update (error_at, error_reason) on paper_delivery to portal_app, portal_worker;

alter table support_pack enable row level security;
alter table support_pack force row level security;
create policy may_select on support_pack for select to portal_app, portal_worker using (agency_id = (select app.agency_as('{case_worker,manager,system}')));
create policy may_insert on support_pack for insert to portal_app, portal_worker with check ((agency_id = (select app.agency_as('{case_worker,manager}')) and given_by = (select app.staff_as('{case_worker,manager}'))));
grant select, insert on support_pack to portal_app, portal_worker;
