-- A client acts for themself in one agency. The signed context of a client has a fifth part, the client, and nobody as its
-- person; a context of another role has no fifth part, as before, so that processes of both releases can run side by side.

-- agency | person | role | milliseconds since 1970 | client of role client alone, or null without a context.
-- 42501 for a forged or an old one, and for a client without a client's id.
create or replace function app.context() returns text[] language plpgsql stable security definer
set search_path = app, pg_temp as $$
declare
  context text := nullif(current_setting('app.ctx', true), '');
  pads app.secret;
  parts text[];
begin
  if context is null then return null; end if;
  select * into pads from app.secret where name = 'context';
  if current_setting('app.sig', true) is distinct from
     encode(sha256(pads.outer_key || sha256(pads.inner_key || convert_to(context, 'UTF8'))), 'hex') then
    raise exception 'the context of this transaction is not signed' using errcode = '42501';
  end if;
  parts := string_to_array(context, '|');
  if abs(extract(epoch from clock_timestamp()) * 1000 - parts[4]::numeric) > 60000 then
    raise exception 'the context of this transaction is too old' using errcode = '42501';
  end if;
  if (parts[3] = 'client') is distinct from (coalesce(parts[5], '') <> '')
      or parts[3] = 'client' and parts[2] is distinct from '00000000-0000-0000-0000-000000000000' then
    raise exception 'a client acts as a client and as nobody else' using errcode = '42501';
  end if;
  return parts;
end $$;

-- The client who acts when the actor has one of these roles, else null.
create function app.client_as(roles text[]) returns uuid language plpgsql stable security definer
set search_path = app, pg_temp as $$
declare context text[] := app.context();
begin
  if context[3] = any (roles) then return context[5]::uuid; end if;
  return null;
end $$;
revoke all on function app.client_as(text[]) from public;
grant execute on function app.client_as(text[]) to portal_app, portal_worker, portal_door;
grant execute on function app.context(), app.agency_as(text[]) to portal_door;

drop policy may_select on client;
create policy may_select on client for select to portal_app, portal_worker using ((agency_id = (select app.agency_as('{case_worker,manager,system}'))) or ((agency_id = (select app.agency_as('{client}')) and client_id = (select app.client_as('{client}')))));

-- What a client reads besides their own row. Row-level security cannot leave out columns, and the rows of cases, consents and
-- referrals hold what staff wrote for each other: risk, capacity, reasons, who did what. So a function names the columns,
-- and its owner may read no other.

grant select (agency_id, case_id, client_id, reference) on case_file to portal_door;
grant select (agency_id, case_id, consent_id, recipient_agency_id, decision, purposes, categories, limits, wording, language,
  given_at, review_on, withdrawn_at) on consent to portal_door;
grant select (agency_id, referral_id, case_id) on referral_origin to portal_door;
grant select (referral_id, from_agency_id, to_agency_id, state, purpose, sent_at, answered_at, closed_at, by_override)
  on referral to portal_door;
create policy own_record on case_file for select to portal_door
  using (agency_id = (select app.agency_as('{client}')) and client_id = (select app.client_as('{client}')));
create policy own_record on consent for select to portal_door using (agency_id = (select app.agency_as('{client}')));
create policy own_record on referral_origin for select to portal_door using (agency_id = (select app.agency_as('{client}')));
-- Never one made without the client's consent: what it is protects them from may read over their shoulder. Nor one that was
-- not sent, which is a plan of staff, nor one entered in error, which may be about another client.
create policy own_record on referral for select to portal_door
  using (from_agency_id = (select app.agency_as('{client}')) and sent_at is not null and not by_override
    and state <> 'entered_in_error');

create function app.own_cases() returns table ("caseId" uuid, reference text, "agencyName" text)
language sql stable security definer set search_path = public, app, pg_temp as $$
  select f.case_id, f.reference, a.name from case_file f join agency a using (agency_id)
  where f.agency_id = (select app.agency_as('{client}')) and f.client_id = (select app.client_as('{client}'))
  order by f.reference
$$;

create function app.own_consents()
returns table ("consentId" uuid, "caseId" uuid, "recipientName" text, decision text, purposes text[], categories text[],
  limits text, wording text, language text, "givenAt" timestamptz, "reviewOn" date, "withdrawnAt" timestamptz)
language sql stable security definer set search_path = public, app, pg_temp as $$
  select c.consent_id, c.case_id, a.name, c.decision, c.purposes, c.categories, c.limits, c.wording, c.language, c.given_at,
    c.review_on, c.withdrawn_at
  from app.own_cases() f join consent c on c.case_id = f."caseId" join agency a on a.agency_id = c.recipient_agency_id
  where c.agency_id = (select app.agency_as('{client}'))
  order by c.given_at, c.consent_id
$$;

create function app.own_referrals()
returns table ("referralId" uuid, "caseId" uuid, "recipientName" text, purpose text, state text, "sentAt" timestamptz,
  "answeredAt" timestamptz, "closedAt" timestamptz)
language sql stable security definer set search_path = public, app, pg_temp as $$
  select r.referral_id, o.case_id, a.name, r.purpose, r.state, r.sent_at, r.answered_at, r.closed_at
  from app.own_cases() f join referral_origin o on o.case_id = f."caseId"
  join referral r on r.referral_id = o.referral_id and r.from_agency_id = o.agency_id
  join agency a on a.agency_id = r.to_agency_id
  where o.agency_id = (select app.agency_as('{client}'))
  order by r.sent_at, r.referral_id
$$;

revoke all on function app.own_cases(), app.own_consents(), app.own_referrals() from public;
grant create on schema app to portal_door;
alter function app.own_cases() owner to portal_door;
alter function app.own_consents() owner to portal_door;
alter function app.own_referrals() owner to portal_door;
set local role portal_door;
grant execute on function app.own_cases(), app.own_consents(), app.own_referrals() to portal_app;
set local role portal_owner;
revoke create on schema app from portal_door;

-- A client writes nothing, by no function either: no event of the log, no job, and no row of staff to compare accounts by.
alter policy ledger on case_event
  using (agency_id = (select (app.context())[1]::uuid) and (select (app.context())[3]) <> 'client')
  with check (agency_id = (select (app.context())[1]::uuid) and (select (app.context())[3]) <> 'client');
alter policy ledger on audit_head
  using (agency_id = (select (app.context())[1]::uuid) and (select (app.context())[3]) <> 'client')
  with check (agency_id = (select (app.context())[1]::uuid) and (select (app.context())[3]) <> 'client');
alter policy releaser on staff using ((select (app.context())[3]) <> 'client');
create or replace function app.enqueue_telling(event_kind text, case_id uuid, subject_id uuid, seq bigint)
returns void language plpgsql security definer set search_path = app, pgboss, pg_temp as $$
declare context text[] := app.context();
begin
  if context is null or context[3] = 'client' then raise exception 'not for this actor' using errcode = '42501'; end if;
  insert into pgboss.job (name, data, policy, retry_limit, retry_delay, retry_backoff, expire_seconds)
  select q.name, jsonb_build_object('occasionId', gen_random_uuid(), 'kind', event_kind, 'agencyId', context[1],
    'staffId', context[2], 'caseId', case_id, 'subjectId', subject_id, 'seq', seq),
    q.policy, q.retry_limit, q.retry_delay, q.retry_backoff, q.expire_seconds
  from pgboss.queue q where q.name = 'tell';
end $$;
