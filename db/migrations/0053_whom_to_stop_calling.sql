-- Whose client a recipient has to stop contacting: the name alone, kept from the moment the package is hidden until the
-- recipient confirms. Null: nothing to confirm. Empty: to confirm, but no name was shared or kept.

alter table referral add column stop_name text;
alter table referral alter column stop_name set statistics 0;

-- Referrals taken back earlier: their names were hidden for good. Those that the recipient has not opened since wait to
-- be confirmed. The owner sees no row while row-level security is forced.
alter table referral no force row level security;
alter table case_event no force row level security;
update referral r set stop_name = ''
where r.hidden_at is not null and r.sent_at is not null
  and r.state in ('stopped_consent_withdrawn', 'withdrawn_by_client', 'withdrawn_by_agency', 'entered_in_error', 'closed')
  and not exists (select 1 from case_event e where e.agency_id = r.to_agency_id and e.subject_id = r.referral_id
    and e.kind = 'record-consulted' and e.happened_at >= r.hidden_at
    and (r.recipient_worker_id is null or e.actor_id = r.recipient_worker_id));
alter table case_event force row level security;
alter table referral force row level security;

-- A referral is inserted before it is sent, so this also keeps a sender from inserting a name of its own.
alter table referral add constraint referral_stop_when_hidden
  check (stop_name is null or (hidden_at is not null and sent_at is not null));

-- The database alone writes the name. The recipient only clears it.
create function app.keep_stop_name() returns trigger language plpgsql set search_path = public, app, pg_temp as $$
declare
  context text[] := app.context();
begin
  if new.stop_name is distinct from old.stop_name and context is not null
    and (new.stop_name is not null or context[1]::uuid <> old.to_agency_id)
  then
    raise exception 'the recipient of a referral confirms that contact has stopped, and writes no name'
      using errcode = '42501';
  end if;
  if old.hidden_at is null and new.hidden_at is not null and new.sent_at is not null and new.state in
    ('stopped_consent_withdrawn', 'withdrawn_by_client', 'withdrawn_by_agency', 'entered_in_error', 'closed')
  then
    new.stop_name := coalesce((select p.client_name from referral_package p
      where p.referral_id = new.referral_id and p.version = new.package_version and p.hidden_at is null), '');
  end if;
  return new;
end $$;
create trigger keep_stop_name before update on referral for each row execute function app.keep_stop_name();

grant update (stop_name) on referral to portal_app, portal_worker;
