-- What goes one way only. Row-level security asks of the row as it was and of the row as it will be, each by itself; it
-- cannot say that what was taken back stays taken back, nor that one step makes one change. Here a trigger's condition
-- compares the two, and whoever it is true for is refused.

create function app.refuse() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  raise exception '%', tg_argv[0] using errcode = '42501';
end $$;

-- Taken back, hidden, marked, used: once, and nobody undoes it or puts another day or another name to it. ------------

create trigger withdrawn_once before update on consent for each row
  when (old.withdrawn_at is not null and (new.withdrawn_at, new.withdrawn_how, new.withdrawn_by)
    is distinct from (old.withdrawn_at, old.withdrawn_how, old.withdrawn_by))
  execute function app.refuse('a consent that was withdrawn stays withdrawn as it was');
create trigger hidden_once before update on referral for each row
  when (old.hidden_at is not null and new.hidden_at is distinct from old.hidden_at)
  execute function app.refuse('what a referral showed is hidden once');
create trigger answered_once before update on referral for each row
  when (old.received_at is not null and new.received_at is distinct from old.received_at
    or old.answered_at is not null and new.answered_at is distinct from old.answered_at)
  execute function app.refuse('a referral is received once and answered once');
create trigger hidden_once before update on referral_package for each row
  when (old.hidden_at is not null and new.hidden_at is distinct from old.hidden_at)
  execute function app.refuse('a package is hidden once');
create trigger unshared_once before update on referral_step for each row
  when (new.shared and not old.shared)
  execute function app.refuse('a step that is not shared stays unshared');
create trigger in_error_once before update on referral_step for each row
  when (old.error_at is not null and (new.error_at, new.error_reason)
    is distinct from (old.error_at, old.error_reason))
  execute function app.refuse('a step is marked as entered in error once');
create trigger in_error_once before update on contact for each row
  when (old.error_at is not null and (new.error_at, new.error_reason)
    is distinct from (old.error_at, old.error_reason))
  execute function app.refuse('a contact is marked as entered in error once');
create trigger used_once before update on invitation for each row
  when (old.used_at is not null and new.used_at is distinct from old.used_at)
  execute function app.refuse('an invitation is used once');
create trigger used_once before update on recovery_code for each row
  when (old.used_at is not null and new.used_at is distinct from old.used_at)
  execute function app.refuse('a recovery code is used once');

-- The mark of a serious case: anybody of the agency sets it, a manager takes it back. -------------------------------

create trigger lowered_by_manager before update on case_file for each row
  when (old.serious and not new.serious and app.agency_as('{manager,system}') is null)
  execute function app.refuse('only a manager takes back that a case is serious');

-- Sharing without consent: decided once, by the manager who signs, and used in a later step that changes nothing else.
-- Whose request it is, and that a used one is never touched again, the policy says; what was asked no login may update.

create trigger decided_by_signer before update on consent_override for each row
  when (old.decision = 'asked' and (new.decision = 'asked' or new.decided_at is null
    or new.decided_by is distinct from app.staff_as('{manager}')
    or new.used_at is not null or new.used_by_referral_id is not null))
  execute function app.refuse('a request is decided by the manager who signs, and not used in the same step');
create trigger decided_once before update on consent_override for each row
  when (old.decision <> 'asked' and (new.decision, new.decided_by, new.decided_at, new.decision_note)
    is distinct from (old.decision, old.decided_by, old.decided_at, old.decision_note))
  execute function app.refuse('a request is decided once');
create trigger used_by_a_referral before update on consent_override for each row
  when ((new.used_at is null) <> (new.used_by_referral_id is null))
  execute function app.refuse('what was authorised is used by a referral, at an instant');

-- What a referral no longer shows is hidden from its recipient whoever ended it: a recipient who declines may not write
-- the sender's package. The states are those of app/domain/referral.ts whose package is not shown. -------------------

create function app.hides_package(state text) returns boolean language sql immutable
set search_path = pg_catalog, pg_temp as $$
  select state in ('declined', 'rerouted', 'withdrawn_by_client', 'withdrawn_by_agency', 'stopped_consent_withdrawn',
    'cancelled', 'entered_in_error')
$$;

create function app.hide_package() returns trigger language plpgsql security definer
set search_path = public, pg_temp as $$
begin
  update referral_package p set hidden_at = coalesce(new.hidden_at, new.closed_at, now())
  where p.referral_id = new.referral_id and p.hidden_at is null;
  return null;
end $$;
create trigger hide_package after update on referral for each row
  when (new.state <> old.state and app.hides_package(new.state))
  execute function app.hide_package();
grant usage on schema public, app to portal_hider;
grant execute on function app.context() to portal_hider;
grant select (referral_id, hidden_at), update (hidden_at) on referral_package to portal_hider;
create policy hider on referral_package to portal_hider
  using ((select (app.context())[1]::uuid) in (from_agency_id, to_agency_id))
  with check ((select (app.context())[1]::uuid) in (from_agency_id, to_agency_id));
revoke all on function app.hide_package() from public;
grant create on schema app to portal_hider;
alter function app.hide_package() owner to portal_hider;
revoke create on schema app from portal_hider;

-- Those that were declined before this. Their owner sees no row of them while row-level security is forced.
alter table referral no force row level security;
alter table referral_package no force row level security;
update referral_package p set hidden_at = coalesce(r.hidden_at, r.closed_at, now())
from referral r where r.referral_id = p.referral_id and p.hidden_at is null and app.hides_package(r.state);
alter table referral force row level security;
alter table referral_package force row level security;
