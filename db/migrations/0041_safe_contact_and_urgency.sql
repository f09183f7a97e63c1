-- An act that went against the client's safe-contact answers says so, with the reason that was given for it.
alter table contact
  add column unsafe_answers text[] not null default '{}',
  add column unsafe_reason text not null default '',
  add constraint contact_unsafe_has_reason check ((cardinality(unsafe_answers) > 0) = (unsafe_reason <> ''));

-- How the client was contacted; empty for steps that are no contact, and for those recorded before it was asked.
alter table referral_step
  add column channel text not null default '',
  add column unsafe_answers text[] not null default '{}',
  add column unsafe_reason text not null default '',
  add constraint step_unsafe_has_reason check ((cardinality(unsafe_answers) > 0) = (unsafe_reason <> ''));

-- Violence or its threat comes first in every list of what is open, so that the order of a list is that of an index.
-- What is finished has no urgency: those lists begin with the newest.
alter table referral add column urgent_order smallint not null
  generated always as (case when serious and state in ('decided','sent','received','information_asked','expired','accepted','in_progress','outcome_recorded') then 0 else 1 end) stored;
drop index referral_inbox;
create index referral_inbox on referral (to_agency_id, lane, urgent_order, due_at, urgency, referral_id, from_agency_id,
  sent_at, recipient_worker_id, state, reference, by_override, package_version);
drop index referral_outbox;
create index referral_outbox on referral (from_agency_id, lane, urgent_order, due_at, referral_id, to_agency_id, sent_at);

alter table case_file add column urgent_order smallint not null
  generated always as (case when serious and stage = 'open' then 0 else 1 end) stored;
drop index case_by_worker;
create index case_by_worker on case_file (agency_id, case_worker_id, stage, urgent_order, next_due_at, received_at, case_id);
drop index case_by_due;
create index case_by_due on case_file (agency_id, stage, urgent_order, next_due_at, received_at, case_id);
