-- Action plans (I3 to I6): each version with what was agreed, how its actions are going, and who signed which text.

create table action_plan (
  agency_id uuid not null,
  case_id uuid not null,
  plan_id uuid not null,
  version integer not null,
  state text not null default 'draft',
  actions jsonb not null,
  client_answer text not null default 'not_asked',
  contact_every smallint,
  contact_unit text,
  contact_channel text,
  contact_by uuid,
  contact_reason text not null default '',
  alternative_contact_id uuid,
  revision integer not null default 1,
  written_by uuid not null,
  written_at timestamptz not null,
  changed_at timestamptz not null,
  fingerprint text,
  agreed_at timestamptz,
  agreed_way text,
  superseded_at timestamptz,
  primary key (agency_id, plan_id),
  foreign key (agency_id, case_id) references case_file (agency_id, case_id),
  foreign key (agency_id, contact_by) references staff (agency_id, staff_id),
  foreign key (agency_id, alternative_contact_id) references staff (agency_id, staff_id),
  foreign key (agency_id, written_by) references staff (agency_id, staff_id),
  constraint plan_state check (state = any (array['draft','agreed','superseded'])),
  constraint plan_client_answer check (client_answer = any (array['not_asked','has_actions','wants_none'])),
  constraint plan_contact_unit check (contact_unit = any (array['day','working_day'])),
  constraint plan_agreed_way check (agreed_way = any (array['signed','documented_refusal']))
);
create unique index plan_of_case on action_plan (agency_id, case_id, version);
create unique index one_draft_of_case on action_plan (agency_id, case_id) where state = 'draft';
create unique index one_agreed_of_case on action_plan (agency_id, case_id) where state = 'agreed';

create table plan_action (
  agency_id uuid not null,
  case_id uuid not null,
  plan_id uuid not null,
  action_id uuid not null,
  owner text not null,
  staff_id uuid,
  due_on date not null,
  state text not null default 'open',
  done_on date,
  reason text not null default '',
  revision integer not null default 1,
  primary key (agency_id, plan_id, action_id),
  foreign key (agency_id, plan_id) references action_plan (agency_id, plan_id),
  foreign key (agency_id, case_id) references case_file (agency_id, case_id),
  foreign key (agency_id, staff_id) references staff (agency_id, staff_id),
  constraint action_owner check (owner = any (array['agency','client'])),
  constraint action_state check (state = any (array['open','done','not_needed']))
);
create index action_of_case on plan_action (agency_id, case_id, plan_id);
create index action_of_staff on plan_action (agency_id, staff_id, state, due_on);

create table plan_signature (
  agency_id uuid not null,
  case_id uuid not null,
  plan_id uuid not null,
  signature_id uuid not null,
  party text not null,
  way text not null,
  fingerprint text not null,
  signed_at timestamptz not null,
  signed_name text not null default '',
  drawing text not null default '',
  file_id uuid,
  witness text not null default '',
  interpreter text not null default '',
  language text not null default '',
  reason text not null default '',
  recorded_by uuid not null,
  recorded_at timestamptz not null,
  primary key (agency_id, signature_id),
  foreign key (agency_id, plan_id) references action_plan (agency_id, plan_id),
  foreign key (agency_id, case_id) references case_file (agency_id, case_id),
  foreign key (agency_id, recorded_by) references staff (agency_id, staff_id),
  constraint signature_party check (party = any (array['client','agency'])),
  constraint signature_way check (way = any (array['typed','drawn','said_aloud','paper','refused','as_staff'])),
  constraint signature_side check ((party = 'agency') = (way = 'as_staff'))
);
-- A party answers one text once; a client who did not want to sign may still sign it.
create unique index signed_once on plan_signature (agency_id, plan_id, fingerprint, party) where way <> 'refused';
create unique index refused_once on plan_signature (agency_id, plan_id, fingerprint) where way = 'refused';

-- What people wrote is not for the planner's statistics of all agencies (0014 says why).
alter table action_plan alter column actions set statistics 0, alter column contact_reason set statistics 0,
  alter column client_answer set statistics 0, alter column contact_channel set statistics 0, alter column fingerprint set statistics 0,
  alter column agreed_way set statistics 0, alter column contact_unit set statistics 0;
alter table plan_action alter column owner set statistics 0, alter column reason set statistics 0, alter column due_on set statistics 0, alter column done_on set statistics 0;
alter table plan_signature alter column way set statistics 0, alter column party set statistics 0,
  alter column fingerprint set statistics 0, alter column signed_name set statistics 0, alter column drawing set statistics 0,
  alter column witness set statistics 0, alter column interpreter set statistics 0, alter column language set statistics 0,
  alter column reason set statistics 0;

-- What was agreed never changes: a draft becomes agreed as it is, with an answer of both sides to this text.
create function app.guard_plan() returns trigger language plpgsql set search_path = public, app, pg_temp as $$
begin
  if app.context() is null then return new; end if;
  if old.state = 'draft' and new.state = 'draft' then
    if (new.fingerprint, new.agreed_at, new.agreed_way, new.superseded_at)
        is distinct from (null::text, null::timestamptz, null::text, null::timestamptz) then
      raise exception 'a draft is not agreed' using errcode = '23514';
    end if;
    if new.revision <> old.revision + 1 then
      raise exception 'each change of a plan adds one to its revision' using errcode = '23514';
    end if;
    return new;
  end if;
  if (new.actions, new.client_answer, new.contact_every, new.contact_unit, new.contact_channel, new.contact_by, new.contact_reason,
        new.alternative_contact_id, new.revision, new.changed_at)
      is distinct from (old.actions, old.client_answer, old.contact_every, old.contact_unit, old.contact_channel, old.contact_by,
        old.contact_reason, old.alternative_contact_id, old.revision, old.changed_at) then
    raise exception 'what was agreed in a plan does not change' using errcode = '23514';
  end if;
  if old.state = 'draft' and new.state = 'agreed' and new.superseded_at is null then
    if new.fingerprint is null or new.agreed_at is null or new.agreed_way is null or (
        select count(distinct s.party) from plan_signature s
        where s.agency_id = new.agency_id and s.plan_id = new.plan_id and s.fingerprint = new.fingerprint) <> 2 then
      raise exception 'a plan is agreed when both sides have answered it' using errcode = '23514';
    end if;
    return new;
  end if;
  if old.state = 'agreed' and new.state = 'superseded' and new.superseded_at is not null
      and (new.fingerprint, new.agreed_at, new.agreed_way) is not distinct from (old.fingerprint, old.agreed_at, old.agreed_way) then
    return new;
  end if;
  raise exception 'a plan that is % does not become %', old.state, new.state using errcode = '23514';
end $$;
create trigger guard_plan before update on action_plan for each row execute function app.guard_plan();

-- Only a draft is signed, and only an agreed version has actions to follow.
create function app.guard_part_of_plan() returns trigger language plpgsql set search_path = public, app, pg_temp as $$
declare
  needed text := case tg_table_name when 'plan_signature' then 'draft' else 'agreed' end;
begin
  if app.context() is null then return null; end if;
  if not exists (select 1 from action_plan p where p.agency_id = new.agency_id and p.plan_id = new.plan_id
      and p.case_id = new.case_id and p.state = needed) then
    raise exception '% needs a plan that is %', tg_table_name, needed using errcode = '23514';
  end if;
  return null;
end $$;
create trigger guard_signature after insert on plan_signature for each row execute function app.guard_part_of_plan();
create trigger guard_action after insert on plan_action for each row execute function app.guard_part_of_plan();
revoke all on function app.guard_plan(), app.guard_part_of_plan() from public;
grant execute on function app.guard_plan(), app.guard_part_of_plan() to portal_app, portal_worker;

-- Compiled from app/access/policy/ by accord policy sql.
alter table action_plan enable row level security;
alter table action_plan force row level security;
create policy may_select on action_plan for select to portal_app, portal_worker using (agency_id = (select app.agency_as('{case_worker,manager,system}')));
create policy may_insert on action_plan for insert to portal_app, portal_worker with check ((agency_id = (select app.agency_as('{case_worker,manager}')) and written_by = (select app.staff_as('{case_worker,manager}')) and state = 'draft'));
create policy may_update on action_plan for update to portal_app, portal_worker using ((agency_id = (select app.agency_as('{case_worker,manager}')) and superseded_at is null)) with check (agency_id = (select app.agency_as('{case_worker,manager}')));
grant select, insert on action_plan to portal_app, portal_worker;
grant update (state, actions, client_answer, contact_every, contact_unit, contact_channel, contact_by, contact_reason, alternative_contact_id, revision, changed_at, fingerprint, agreed_at, agreed_way, superseded_at) on action_plan to portal_app, portal_worker;
alter table plan_action enable row level security;
alter table plan_action force row level security;
create policy may_select on plan_action for select to portal_app, portal_worker using (agency_id = (select app.agency_as('{case_worker,manager,system}')));
create policy may_insert on plan_action for insert to portal_app, portal_worker with check (agency_id = (select app.agency_as('{case_worker,manager}')));
create policy may_update on plan_action for update to portal_app, portal_worker using ((agency_id = (select app.agency_as('{case_worker,manager,system}')) and state = 'open')) with check (agency_id = (select app.agency_as('{case_worker,manager,system}')));
grant select, insert on plan_action to portal_app, portal_worker;
grant update (staff_id, due_on, state, done_on, reason, revision) on plan_action to portal_app, portal_worker;
alter table plan_signature enable row level security;
alter table plan_signature force row level security;
create policy may_select on plan_signature for select to portal_app, portal_worker using (agency_id = (select app.agency_as('{case_worker,manager,system}')));
create policy may_insert on plan_signature for insert to portal_app, portal_worker with check ((agency_id = (select app.agency_as('{case_worker,manager}')) and recorded_by = (select app.staff_as('{case_worker,manager}'))));
grant select, insert on plan_signature to portal_app, portal_worker;
