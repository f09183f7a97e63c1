-- A draft belongs to a person, a form, what the form is about (a case, an agency) and a page of it. '' where a form is
-- about nothing that exists yet, or has one page: the drafts of reports keep their row.

alter table draft add column subject text not null default '';
alter table draft add column page text not null default '';
alter table draft drop constraint draft_agency_id_staff_id_form_pk;
alter table draft add constraint draft_agency_id_staff_id_form_subject_page_pk
  primary key (agency_id, staff_id, form, subject, page);

-- What clients answered about consent had the case in the name of its form. The owner sees no row while row-level security
-- is forced.
alter table draft no force row level security;
update draft set form = 'consent-answers', subject = substring(form from 9) where form like 'consent:%';
alter table draft force row level security;

-- The mark of a draft whose form was saved is the same for every form now.
alter table idempotency no force row level security;
update idempotency set action = 'ended-draft' where action = 'report-draft';
alter table idempotency force row level security;
