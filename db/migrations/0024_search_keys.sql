-- What clients and received referrals are found by, a row for each key. Only equality and order of text use an index under
-- row-level security, so each word of a name is a row of its own, and its beginning is looked up as a range.

create table client_search_key (
  agency_id uuid not null,
  client_id uuid not null,
  key text collate "C" not null,
  primary key (agency_id, client_id, key),
  foreign key (agency_id, client_id) references client (agency_id, client_id)
);
create table referral_search_key (
  referral_id uuid not null,
  from_agency_id uuid not null,
  to_agency_id uuid not null,
  version integer not null,
  key text collate "C" not null,
  primary key (to_agency_id, referral_id, version, key),
  foreign key (from_agency_id, to_agency_id, referral_id)
    references referral (from_agency_id, to_agency_id, referral_id)
);
-- Estimates from statistics would tell of the names of other agencies' clients.
alter table client_search_key alter column key set statistics 0;
alter table referral_search_key alter column key set statistics 0;
create index referral_received_reference on referral (to_agency_id, reference);

-- The numbers are keys now.
drop index client_by_phone;
alter table client drop column phone_key;

-- A hidden package is found by nothing that was in it.
create function app.forget_search_keys() returns trigger language plpgsql security definer
set search_path = public, app, pg_temp as $$
begin
  delete from referral_search_key k where k.referral_id = new.referral_id and k.version = new.version
    and k.to_agency_id = new.to_agency_id;
  return null;
end $$;
create trigger forget_search_keys after update of hidden_at on referral_package for each row
  when (new.hidden_at is not null)
  execute function app.forget_search_keys();
grant select (referral_id, from_agency_id, to_agency_id, version), delete on referral_search_key to portal_hider;
create policy hider_finds on referral_search_key for select to portal_hider
  using ((select (app.context())[1]::uuid) in (from_agency_id, to_agency_id));
create policy hider on referral_search_key for delete to portal_hider
  using ((select (app.context())[1]::uuid) in (from_agency_id, to_agency_id));
revoke all on function app.forget_search_keys() from public;
grant create on schema app to portal_hider;
alter function app.forget_search_keys() owner to portal_hider;
revoke create on schema app from portal_hider;

-- A question that was not asked has no answer. With an interpreter, English was never the answer.
alter table client alter column language set default '';
alter table incident alter column police_status set default 'not_asked';
alter table client no force row level security;
update client set language = '' where language = 'English' and interpreter_needed;
alter table client force row level security;
alter table referral_package no force row level security;
update referral_package set needs = array_replace(needs, 'English interpreter', 'Interpreter: ask for which language')
where 'English interpreter' = any (needs);
alter table referral_package force row level security;

alter table client_search_key enable row level security;
alter table client_search_key force row level security;
create policy may_select on client_search_key for select to portal_app, portal_worker using (agency_id = (select app.agency_as('{case_worker,manager,system}')));
create policy may_insert on client_search_key for insert to portal_app, portal_worker with check (agency_id = (select app.agency_as('{case_worker,manager,system}')));
create policy may_delete on client_search_key for delete to portal_app, portal_worker using (agency_id = (select app.agency_as('{case_worker,manager,system}')));
grant select, insert, delete on client_search_key to portal_app, portal_worker;
alter table referral_search_key enable row level security;
alter table referral_search_key force row level security;
create policy may_select on referral_search_key for select to portal_app, portal_worker using (to_agency_id = (select app.agency_as('{case_worker,manager,system}')));
create policy may_insert on referral_search_key for insert to portal_app, portal_worker with check (from_agency_id = (select app.agency_as('{case_worker,manager,system}')));
grant select, insert on referral_search_key to portal_app, portal_worker;

-- The keys of what is there are calculated by db/fill-search-keys.ts, in this transaction; the indexes come after them.
