-- Where incidents happened, the anonymous map made of them, and the awareness work planned from it.

alter table client add column counted boolean not null default true;
grant update (counted) on client to portal_app, portal_worker;

alter table incident
  add column place_by text not null default 'unknown',
  add column lat double precision,
  add column lng double precision,
  add column cell bigint;
grant update (place_by, lat, lng, cell) on incident to portal_app, portal_worker;

-- What is known of the place of incidents so far: online, or the ward, which stands in the hexagon of its middle.
create temporary table ward_cell (ward text primary key, cell bigint not null) on commit drop;
insert into ward_cell values
    ('Aigburth', 608431321731039231),
    ('Allerton', 608431322418905087),
    ('Anfield', 608431322603454463),
    ('Arundel', 608431321781370879),
    ('Belle Vale', 608431322452459519),
    ('Broadgreen', 608431322301464575),
    ('Brownlow Hill', 608431321814925311),
    ('Calderstones', 608431321798148095),
    ('Canning', 608431321814925311),
    ('Childwall', 608431322486013951),
    ('Church', 608431321798148095),
    ('City Centre North', 608431322569900031),
    ('City Centre South', 608431321814925311),
    ('Clubmoor East', 608431322603454463),
    ('Clubmoor West', 608431322603454463),
    ('County', 608431322586677247),
    ('Croxteth', 608431326428659711),
    ('Croxteth Country Park', 608431322318241791),
    ('Dingle', 608431321714262015),
    ('Edge Hill', 608431321781370879),
    ('Everton East', 608431322536345599),
    ('Everton North', 608431322519568383),
    ('Everton West', 608431322536345599),
    ('Fazakerley East', 608431326462214143),
    ('Fazakerley North', 608431326445436927),
    ('Fazakerley West', 608431326462214143),
    ('Festival Gardens', 608431321764593663),
    ('Garston', 608431321915588607),
    ('Gateacre', 608431322486013951),
    ('Grassendale & Cressington', 608431321731039231),
    ('Greenbank Park', 608431321798148095),
    ('Kensington & Fairfield', 608431322536345599),
    ('Kirkdale East', 608431322519568383),
    ('Kirkdale West', 608431322519568383),
    ('Knotty Ash & Dovecot Park', 608431322251132927),
    ('Mossley Hill', 608431321798148095),
    ('Much Woolton & Hunts Cross', 608431322385350655),
    ('Norris Green', 608431322351796223),
    ('Old Swan East', 608431322284687359),
    ('Old Swan West', 608431322284687359),
    ('Orrell Park', 608431322586677247),
    ('Penny Lane', 608431321798148095),
    ('Princes Park', 608431321714262015),
    ('Sandfield Park', 608431322251132927),
    ('Sefton Park', 608431321714262015),
    ('Smithdown', 608431321781370879),
    ('Speke', 608431322435682303),
    ('Springwood', 608431322418905087),
    ('St Michaels', 608431321714262015),
    ('Stoneycroft', 608431322284687359),
    ('Toxteth', 608431321814925311),
    ('Tuebrook Breckside Park', 608431322603454463),
    ('Tuebrook Larkhill', 608431322351796223),
    ('Vauxhall', 608431322569900031),
    ('Walton', 608431322586677247),
    ('Waterfront North', 608431322553122815),
    ('Waterfront South', 608431322066583551),
    ('Wavertree Garden Suburb', 608431322301464575),
    ('Wavertree Village', 608431321781370879),
    ('West Derby Deysbrook', 608431322351796223),
    ('West Derby Leyfield', 608431322251132927),
    ('West Derby Muirhead', 608431322351796223),
    ('Woolton Village', 608431322486013951),
    ('Yew Tree', 608431322335019007);
alter table incident no force row level security;
update incident i set place_by = case when i.location_type = 'online' then 'online' else 'ward' end,
  cell = case when i.location_type = 'online' then null else w.cell end
from incident j left join ward_cell w on w.ward = j.ward
where j.agency_id = i.agency_id and j.incident_id = i.incident_id and (i.location_type = 'online' or w.cell is not null);
alter table incident force row level security;

alter table incident
  add constraint incident_place_by check (place_by in ('unknown', 'online', 'ward', 'postcode', 'map')),
  add constraint incident_cell check ((place_by in ('ward', 'postcode', 'map')) = (cell is not null)
    and (place_by in ('postcode', 'map')) = (lat is not null) and (lat is null) = (lng is null));

-- What a release may be made of ----------------------------------------------------------------------------------

create table counted_incident (
  agency_id uuid not null references agency,
  incident_id uuid not null,
  recorded_at timestamptz not null,
  cell bigint,
  online boolean not null,
  person bigint not null,
  strand text not null,
  crime_key bigint,
  import_id uuid,
  primary key (agency_id, incident_id)
);
create index counted_by_intake on counted_incident (recorded_at);
create index counted_by_crime on counted_incident (crime_key, recorded_at) where crime_key is not null;

create table incident_import (
  import_id uuid primary key,
  agency_id uuid not null references agency,
  file_sha256 text not null,
  rows integer not null,
  added integer not null,
  imported_by text not null,
  imported_at timestamptz not null
);
create index import_of_agency on incident_import (agency_id, imported_at);

-- A number for a person or a crime that nobody can reckon from a name: it hangs on this, which no login reads.
create table app.salt (value bigint not null);
insert into app.salt select ('x' || substr(replace(gen_random_uuid()::text, '-', ''), 1, 12))::bit(48)::bigint;

create function app.number_for(words text) returns bigint language sql stable
set search_path = app, pg_catalog, pg_temp as $$
  select hashtextextended(words, (select value from app.salt)) & 9007199254740991
$$;

create function app.crime_key(reference text) returns bigint language sql stable
set search_path = app, pg_catalog, pg_temp as $$
  select case when length(words) >= 6 then app.number_for('crime|' || words) end
  from (select upper(regexp_replace(reference, '[^[:alnum:]]', '', 'g')) as words) one
$$;

-- The same person of two agencies by name and day of birth, where both are known; the same crime by its reference.
create function app.count_incidents(agency uuid, of_client uuid, one uuid) returns void language sql
set search_path = public, app, pg_temp as $$
  insert into counted_incident (agency_id, incident_id, recorded_at, cell, online, person, strand, crime_key)
  select i.agency_id, i.incident_id, i.recorded_at, i.cell, i.place_by = 'online',
    app.number_for(case when c.name_key <> '' and c.date_of_birth is not null
      then 'born|' || c.name_key || '|' || c.date_of_birth else 'client|' || c.client_id end),
    i.primary_strand, app.crime_key(i.crime_reference)
  from incident i
  join case_file f on f.agency_id = i.agency_id and f.case_id = i.case_id
  join client c on c.agency_id = f.agency_id and c.client_id = f.client_id
  where i.agency_id = agency and c.counted and (i.incident_id = one or c.client_id = of_client)
  on conflict (agency_id, incident_id) do update set cell = excluded.cell, online = excluded.online,
    person = excluded.person, strand = excluded.strand, crime_key = excluded.crime_key
$$;

create function app.count_incident() returns trigger language plpgsql security definer
set search_path = public, app, pg_temp as $$
begin
  perform app.count_incidents(new.agency_id, null, new.incident_id);
  return null;
end $$;
create trigger count_incident after insert or update of cell, place_by, primary_strand, crime_reference on incident
  for each row execute function app.count_incident();

-- A client who says no is counted no more in releases to come; those that are out stay as they are.
create function app.count_client() returns trigger language plpgsql security definer
set search_path = public, app, pg_temp as $$
begin
  if new.counted then
    perform app.count_incidents(new.agency_id, new.client_id, null);
  else
    delete from counted_incident k using incident i, case_file f
    where k.agency_id = new.agency_id and i.agency_id = k.agency_id and i.incident_id = k.incident_id
      and f.agency_id = i.agency_id and f.case_id = i.case_id and f.client_id = new.client_id;
  end if;
  return null;
end $$;
create trigger count_client after update of counted, name_key, date_of_birth on client
  for each row when (new.counted is distinct from old.counted or new.name_key is distinct from old.name_key
    or new.date_of_birth is distinct from old.date_of_birth)
  execute function app.count_client();

create table release_rule (
  version integer primary key,
  rules jsonb not null,
  reason text not null,
  state text not null,
  proposed_by uuid not null,
  proposed_by_name text not null,
  proposed_at timestamptz not null,
  decided_by uuid,
  decided_by_name text,
  decided_at timestamptz,
  constraint release_rule_state check (state in ('proposed', 'in_force', 'refused')),
  constraint release_rule_by_two check (decided_by is distinct from proposed_by or state <> 'in_force')
);

insert into release_rule (version, rules, reason, state, proposed_by, proposed_by_name, proposed_at, decided_at) values
  (1, '{"incidents":10,"clients":5,"greatestShare":0.5,"residualClients":3,"rounding":5,"finest":8}',
   'The rules this portal comes with.', 'in_force', '00000000-0000-0000-0000-000000000000', 'Accord', now(), now());

create table hotspot_draft (
  release_id uuid primary key,
  period text not null,
  opens_at timestamptz not null,
  closes_at timestamptz not null,
  rule_version integer not null references release_rule,
  state text not null,
  asked_by uuid not null,
  asked_by_name text not null,
  asked_at timestamptz not null,
  built_at timestamptz,
  sha256 text,
  summary jsonb,
  attack_report jsonb,
  proposed_by uuid,
  proposed_by_name text,
  proposed_at timestamptz,
  decided_by uuid,
  decided_by_name text,
  decided_at timestamptz,
  decision_note text not null default '',
  constraint hotspot_draft_state
    check (state in ('asked', 'built', 'too_few', 'failed', 'proposed', 'published', 'refused')),
  constraint hotspot_draft_by_two check (decided_by is distinct from proposed_by or state <> 'published')
);
create index draft_by_period on hotspot_draft (period, asked_at);

create table hotspot_body (
  release_id uuid primary key references hotspot_draft,
  body text not null
);

create table hotspot_release (
  release_id uuid primary key,
  number integer not null constraint release_number unique,
  period text not null constraint release_period unique,
  opens_at timestamptz not null,
  closes_at timestamptz not null,
  rule_version integer not null references release_rule,
  rules jsonb not null,
  body text not null,
  sha256 text not null,
  previous_sha256 text not null,
  attack_report jsonb not null,
  proposed_by_name text not null,
  approved_by_name text not null,
  published_at timestamptz not null
);

create table protected_place (
  place_id uuid primary key,
  cell bigint not null,
  reason text not null,
  added_by_name text not null,
  added_at timestamptz not null,
  removed_at timestamptz
);

create table postcode (postcode text primary key, lat double precision not null, lng double precision not null);

create table street_crime (
  month date not null,
  cell bigint not null,
  category text not null,
  crimes integer not null,
  primary key (month, cell, category)
);

create table cell_population (cell bigint primary key, residents integer not null);

create table tension_note (
  agency_id uuid not null references agency,
  note_id uuid not null,
  ward text not null,
  grade text not null,
  note text not null,
  strands text[] not null,
  written_by uuid not null,
  written_by_name text not null,
  written_at timestamptz not null,
  expires_on date not null,
  primary key (agency_id, note_id),
  constraint tension_grade check (grade in ('experienced', 'evidenced', 'potential'))
);
create index tension_by_day on tension_note (expires_on);

create table awareness_event (
  agency_id uuid not null references agency,
  event_id uuid not null,
  title text not null,
  kind text not null,
  state text not null,
  held_on date not null,
  starts_at text not null default '',
  venue text not null,
  ward text not null default '',
  cell bigint,
  release_id uuid,
  strands text[] not null,
  audience text not null default '',
  languages text not null default '',
  materials text not null default '',
  attendance integer,
  follow_up text not null default '',
  planned_by uuid not null,
  planned_by_name text not null,
  planned_at timestamptz not null,
  changed_at timestamptz not null,
  primary key (agency_id, event_id),
  constraint awareness_state check (state in ('planned', 'held', 'cancelled'))
);
create index awareness_by_day on awareness_event (held_on);
create index awareness_of_agency on awareness_event (agency_id, held_on);

create table awareness_partner (
  agency_id uuid not null,
  event_id uuid not null,
  partner_agency_id uuid not null references agency,
  state text not null,
  invited_at timestamptz not null,
  answered_at timestamptz,
  answered_by_name text not null default '',
  note text not null default '',
  primary key (agency_id, event_id, partner_agency_id),
  foreign key (agency_id, event_id) references awareness_event (agency_id, event_id),
  constraint partner_state check (state in ('invited', 'accepted', 'declined'))
);
create index partner_of_agency on awareness_partner (partner_agency_id, state);

create table calendar_feed (
  agency_id uuid primary key references agency,
  token_hash text not null,
  made_by_name text not null,
  made_at timestamptz not null
);
create unique index calendar_token on calendar_feed (token_hash);

-- Compiled from app/access/hotspot-policy.ts by accord policy sql --------------------------------------------------

-- policy begins
alter table counted_incident enable row level security;
alter table counted_incident force row level security;

alter table incident_import enable row level security;
alter table incident_import force row level security;
create policy may_select on incident_import for select to portal_app, portal_worker using ((select app.agency_as('{administrator,coordinator}')) is not null);
create policy may_insert on incident_import for insert to portal_app, portal_worker with check ((select app.agency_as('{administrator,coordinator}')) is not null);
grant select, insert on incident_import to portal_app, portal_worker;

alter table release_rule enable row level security;
alter table release_rule force row level security;
create policy may_select on release_rule for select to portal_app, portal_worker using ((select app.agency_as('{administrator,cohesion_officer,coordinator,system}')) is not null);
create policy may_insert on release_rule for insert to portal_app, portal_worker with check ((proposed_by = (select app.staff_as('{administrator,coordinator}')) and state = 'proposed' and decided_at is null));
create policy may_update on release_rule for update to portal_app, portal_worker using ((proposed_by <> (select app.staff_as('{administrator,coordinator}')) and state = 'proposed')) with check ((proposed_by <> (select app.staff_as('{administrator,coordinator}')) and decided_by = (select app.staff_as('{administrator,coordinator}')) and decided_at is not null));
grant select, insert on release_rule to portal_app, portal_worker;
grant update (state, decided_by, decided_by_name, decided_at) on release_rule to portal_app, portal_worker;

alter table hotspot_draft enable row level security;
alter table hotspot_draft force row level security;
create policy may_select on hotspot_draft for select to portal_app, portal_worker using ((select app.agency_as('{administrator,coordinator,system}')) is not null);
create policy may_insert on hotspot_draft for insert to portal_app, portal_worker with check ((asked_by = (select app.staff_as('{administrator,coordinator}')) and state = 'asked' and built_at is null));
create policy may_update on hotspot_draft for update to portal_app, portal_worker using ((((select app.agency_as('{administrator,coordinator}')) is not null and state = 'built')) or (((select app.agency_as('{administrator,coordinator}')) is not null and state = 'proposed' and proposed_at is not null)) or (((select app.agency_as('{system}')) is not null and state = 'asked'))) with check ((((select app.agency_as('{administrator,coordinator}')) is not null and state = 'proposed' and proposed_by = (select app.staff_as('{administrator,coordinator}')) and built_at is not null)) or ((state = 'refused' and decided_by = (select app.staff_as('{administrator,coordinator}')))) or (((select app.agency_as('{system}')) is not null and proposed_at is null and decided_at is null)));
grant select, insert on hotspot_draft to portal_app, portal_worker;
grant update (state, built_at, sha256, summary, attack_report, proposed_by, proposed_by_name, proposed_at, decided_by, decided_by_name, decided_at, decision_note) on hotspot_draft to portal_app, portal_worker;

alter table hotspot_body enable row level security;
alter table hotspot_body force row level security;
create policy may_insert on hotspot_body for insert to portal_app, portal_worker with check ((select app.agency_as('{system}')) is not null);
grant insert on hotspot_body to portal_app, portal_worker;

alter table hotspot_release enable row level security;
alter table hotspot_release force row level security;
create policy may_select on hotspot_release for select to portal_app, portal_worker using ((select app.agency_as('{administrator,cohesion_officer,coordinator,system}')) is not null);
grant select on hotspot_release to portal_app, portal_worker;

alter table protected_place enable row level security;
alter table protected_place force row level security;
create policy may_select on protected_place for select to portal_app, portal_worker using ((select app.agency_as('{coordinator,system}')) is not null);
create policy may_insert on protected_place for insert to portal_app, portal_worker with check ((select app.agency_as('{coordinator}')) is not null);
create policy may_update on protected_place for update to portal_app, portal_worker using ((select app.agency_as('{coordinator}')) is not null) with check ((select app.agency_as('{coordinator}')) is not null);
grant select, insert on protected_place to portal_app, portal_worker;
grant update (removed_at) on protected_place to portal_app, portal_worker;

alter table postcode enable row level security;
alter table postcode force row level security;
create policy may_select on postcode for select to portal_app, portal_worker using (((select app.agency_as('{administrator,case_worker,cohesion_officer,coordinator,manager,system}')) is not null) or ((select app.agency_as('{administrator}')) is not null));
create policy may_insert on postcode for insert to portal_app, portal_worker with check ((select app.agency_as('{administrator}')) is not null);
create policy may_delete on postcode for delete to portal_app, portal_worker using ((select app.agency_as('{administrator}')) is not null);
grant select, insert, delete on postcode to portal_app, portal_worker;

alter table street_crime enable row level security;
alter table street_crime force row level security;
create policy may_select on street_crime for select to portal_app, portal_worker using (((select app.agency_as('{cohesion_officer,coordinator}')) is not null) or ((select app.agency_as('{administrator}')) is not null));
create policy may_insert on street_crime for insert to portal_app, portal_worker with check ((select app.agency_as('{administrator}')) is not null);
create policy may_delete on street_crime for delete to portal_app, portal_worker using ((select app.agency_as('{administrator}')) is not null);
grant select, insert, delete on street_crime to portal_app, portal_worker;

alter table cell_population enable row level security;
alter table cell_population force row level security;
create policy may_select on cell_population for select to portal_app, portal_worker using (((select app.agency_as('{administrator,case_worker,cohesion_officer,coordinator,manager,system}')) is not null) or ((select app.agency_as('{administrator}')) is not null));
create policy may_insert on cell_population for insert to portal_app, portal_worker with check ((select app.agency_as('{administrator}')) is not null);
create policy may_delete on cell_population for delete to portal_app, portal_worker using ((select app.agency_as('{administrator}')) is not null);
grant select, insert, delete on cell_population to portal_app, portal_worker;

alter table tension_note enable row level security;
alter table tension_note force row level security;
create policy may_select on tension_note for select to portal_app, portal_worker using (((select app.agency_as('{cohesion_officer,coordinator}')) is not null) or (agency_id = (select app.agency_as('{system}'))));
create policy may_insert on tension_note for insert to portal_app, portal_worker with check ((agency_id = (select app.agency_as('{cohesion_officer,coordinator}')) and written_by = (select app.staff_as('{cohesion_officer,coordinator}'))));
create policy may_delete on tension_note for delete to portal_app, portal_worker using ((agency_id = (select app.agency_as('{cohesion_officer,coordinator}'))) or (agency_id = (select app.agency_as('{system}'))));
grant select, insert, delete on tension_note to portal_app, portal_worker;

alter table awareness_event enable row level security;
alter table awareness_event force row level security;
create policy may_select on awareness_event for select to portal_app, portal_worker using ((select app.agency_as('{administrator,case_worker,cohesion_officer,coordinator,manager,sign_in,system}')) is not null);
create policy may_insert on awareness_event for insert to portal_app, portal_worker with check (agency_id = (select app.agency_as('{cohesion_officer,coordinator}')));
create policy may_update on awareness_event for update to portal_app, portal_worker using (agency_id = (select app.agency_as('{cohesion_officer,coordinator}'))) with check (agency_id = (select app.agency_as('{cohesion_officer,coordinator}')));
grant select, insert on awareness_event to portal_app, portal_worker;
grant update (title, kind, state, held_on, starts_at, venue, ward, cell, release_id, strands, audience, languages, materials, attendance, follow_up, changed_at) on awareness_event to portal_app, portal_worker;

alter table awareness_partner enable row level security;
alter table awareness_partner force row level security;
create policy may_select on awareness_partner for select to portal_app, portal_worker using ((select app.agency_as('{administrator,case_worker,cohesion_officer,coordinator,manager,sign_in,system}')) is not null);
create policy may_insert on awareness_partner for insert to portal_app, portal_worker with check ((agency_id = (select app.agency_as('{cohesion_officer,coordinator}')) and state = 'invited' and answered_at is null));
create policy may_update on awareness_partner for update to portal_app, portal_worker using (partner_agency_id = (select app.agency_as('{administrator,case_worker,cohesion_officer,coordinator,manager}'))) with check (partner_agency_id = (select app.agency_as('{administrator,case_worker,cohesion_officer,coordinator,manager}')));
grant select, insert on awareness_partner to portal_app, portal_worker;
grant update (state, answered_at, answered_by_name, note) on awareness_partner to portal_app, portal_worker;

alter table calendar_feed enable row level security;
alter table calendar_feed force row level security;
create policy may_select on calendar_feed for select to portal_app, portal_worker using ((agency_id = (select app.agency_as('{administrator,case_worker,cohesion_officer,coordinator,manager}'))) or ((select app.agency_as('{sign_in}')) is not null));
create policy may_insert on calendar_feed for insert to portal_app, portal_worker with check (agency_id = (select app.agency_as('{cohesion_officer,coordinator,manager}')));
create policy may_update on calendar_feed for update to portal_app, portal_worker using (agency_id = (select app.agency_as('{cohesion_officer,coordinator,manager}'))) with check (agency_id = (select app.agency_as('{cohesion_officer,coordinator,manager}')));
grant select, insert on calendar_feed to portal_app, portal_worker;
grant update (token_hash, made_by_name, made_at) on calendar_feed to portal_app, portal_worker;
-- policy ends

-- The functions that see more than their caller ---------------------------------------------------------------------

grant usage on schema public, app to portal_releaser, portal_map;
grant execute on function app.context(), app.agency_as(text[]) to portal_releaser;
grant select on app.salt to portal_releaser;
grant select (agency_id, incident_id, case_id, recorded_at, cell, place_by, primary_strand, crime_reference)
  on incident to portal_releaser;
grant select (agency_id, case_id, client_id) on case_file to portal_releaser;
grant select (agency_id, client_id, name_key, date_of_birth, counted) on client to portal_releaser;
grant select, insert, update, delete on counted_incident to portal_releaser;
grant select (agency_id) on agency to portal_releaser;
create policy releaser on agency for select to portal_releaser using (true);
create policy releaser on incident for select to portal_releaser using (agency_id = (select (app.context())[1]::uuid));
create policy releaser on case_file for select to portal_releaser using (agency_id = (select (app.context())[1]::uuid));
create policy releaser on client for select to portal_releaser using (agency_id = (select (app.context())[1]::uuid));
create policy releaser on counted_incident to portal_releaser using (true) with check (true);

-- Incidents of a period in which the portal learned of them: a line for each hexagon, "agency strand person crime" with
-- commas between. Agencies are numbered anew each time. A crime that another agency told of in an earlier period is not counted again.
create function app.release_rows(opens timestamptz, closes timestamptz)
returns table (cell bigint, online boolean, incidents text) language sql stable security definer
set search_path = public, app, pg_temp set work_mem = '128MB' as $$
  with numbered as (select a.agency_id, row_number() over (order by a.agency_id) - 1 as no from agency a),
  -- One after the other in the order of the index: anywhere in it, a million look-ups take three times as long.
  told_before as materialized (
    select s.crime_key
    from (select crime_key, agency_id from counted_incident
      where recorded_at >= opens and recorded_at < closes and crime_key is not null order by 1) s
    where exists (select 1 from counted_incident d
      where d.crime_key = s.crime_key and d.recorded_at < opens and d.agency_id <> s.agency_id offset 0)
  )
  select k.cell, k.online, string_agg(
    n.no || ' ' || k.strand || ' ' || k.person || ' ' || coalesce(k.crime_key, 0), ',')
  from counted_incident k join numbered n using (agency_id)
  where k.recorded_at >= opens and k.recorded_at < closes
    and (k.crime_key is null or k.crime_key not in (select b.crime_key from told_before b))
    and (select app.agency_as('{system}')) is not null
  group by k.cell, k.online
$$;

-- Takes in incidents of an agency whose own system is elsewhere; answers the places in the list of those that are here
-- already and read otherwise, and how many were added. What it was told before the last release closed counts as of now.
create function app.import_incidents(agency uuid, import uuid, refs text[], cells bigint[], onlines boolean[],
  persons text[], strands text[], crimes text[], days timestamptz[], out added integer, out differing integer[])
language plpgsql security definer set search_path = public, app, pg_temp as $$
declare
  released timestamptz;
begin
  if app.agency_as('{administrator,coordinator}') is null then
    raise exception 'not for this actor' using errcode = '42501';
  end if;
  select coalesce(max(r.closes_at), '-infinity') into released from hotspot_release r;
  with told as (
    select t.no::integer, md5('import|' || agency || '|' || t.ref)::uuid as incident_id, t.cell, t.online,
      app.number_for('import|' || agency || '|' || t.person) as person, t.strand, app.crime_key(t.crime) as crime_key,
      greatest(least(coalesce(t.day, now()), now()), released) as recorded_at
    from unnest(refs, cells, onlines, persons, strands, crimes, days) with ordinality
      as t (ref, cell, online, person, strand, crime, day, no)
  ), here as (
    select t.no, (k.cell, k.online, k.person, k.strand, k.crime_key)
      is not distinct from (t.cell, t.online, t.person, t.strand, t.crime_key) as same
    -- Looked up one by one: a million rows are not read through for five thousand.
    from told t cross join lateral (
      select c.* from counted_incident c where c.agency_id = agency and c.incident_id = t.incident_id offset 0) k
  ), put as (
    insert into counted_incident (agency_id, incident_id, recorded_at, cell, online, person, strand, crime_key, import_id)
    select agency, t.incident_id, t.recorded_at, t.cell, t.online, t.person, t.strand, t.crime_key, import
    from told t where not exists (select 1 from here h where h.no = t.no)
    on conflict do nothing returning 1
  )
  select (select count(*) from put), (select coalesce(array_agg(h.no order by h.no), '{}') from here h where not h.same)
  into added, differing;
end $$;

-- Two people have agreed: the release is written, once. The next hash holds the one before it.
create function app.publish_release(draft uuid, approver text) returns integer language plpgsql security definer
set search_path = public, app, pg_temp as $$
declare
  wanted hotspot_draft;
  written hotspot_body;
  last hotspot_release;
begin
  if app.agency_as('{administrator,coordinator}') is null then
    raise exception 'not for this actor' using errcode = '42501';
  end if;
  perform pg_advisory_xact_lock(hashtext('hotspot_release'));
  select * into wanted from hotspot_draft d where d.release_id = draft for update;
  if wanted.state is distinct from 'proposed' or wanted.proposed_by = (app.context())[2]::uuid then
    raise exception 'a release is agreed to by a second person' using errcode = '42501';
  end if;
  if not exists (select 1 from release_rule u where u.version = wanted.rule_version and u.state = 'in_force')
      or wanted.closes_at > now() or wanted.attack_report is null
      or exists (select 1 from jsonb_array_elements(wanted.attack_report -> 'attempts') a where (a ->> 'found')::int <> 0) then
    raise exception 'this release may not be published' using errcode = '23514';
  end if;
  select * into written from hotspot_body b where b.release_id = draft;
  if encode(sha256(convert_to(written.body, 'UTF8')), 'hex') is distinct from wanted.sha256 then
    raise exception 'what was built has changed' using errcode = '23514';
  end if;
  if exists (select 1 from hotspot_release r where r.opens_at < wanted.closes_at and r.closes_at > wanted.opens_at) then
    raise exception 'the period is published' using errcode = '23505';
  end if;
  select * into last from hotspot_release r order by r.number desc limit 1;
  insert into hotspot_release
  select draft, coalesce(last.number, 0) + 1, wanted.period, wanted.opens_at, wanted.closes_at, wanted.rule_version, u.rules,
    written.body, wanted.sha256, coalesce(last.sha256, ''), wanted.attack_report, wanted.proposed_by_name, approver, now()
  from release_rule u where u.version = wanted.rule_version;
  update hotspot_draft d set state = 'published', decided_by = (app.context())[2]::uuid, decided_by_name = approver,
    decided_at = now() where d.release_id = draft;
  return coalesce(last.number, 0) + 1;
end $$;

grant select, update on hotspot_draft to portal_releaser;
grant select on hotspot_body, release_rule to portal_releaser;
grant select, insert on hotspot_release to portal_releaser;
create policy releaser on hotspot_draft to portal_releaser using (true) with check (true);
create policy releaser on hotspot_body for select to portal_releaser using (true);
create policy releaser on release_rule for select to portal_releaser using (true);
create policy releaser on hotspot_release to portal_releaser using (true) with check (true);

revoke all on function app.number_for(text), app.crime_key(text), app.count_incidents(uuid, uuid, uuid),
  app.count_incident(), app.count_client(), app.release_rows(timestamptz, timestamptz),
  app.import_incidents(uuid, uuid, text[], bigint[], boolean[], text[], text[], text[], timestamptz[]),
  app.publish_release(uuid, text) from public;
grant execute on function app.number_for(text), app.crime_key(text), app.count_incidents(uuid, uuid, uuid)
  to portal_releaser;
grant create on schema app to portal_releaser;
alter function app.count_incident() owner to portal_releaser;
alter function app.count_client() owner to portal_releaser;
alter function app.release_rows(timestamptz, timestamptz) owner to portal_releaser;
alter function app.import_incidents(uuid, uuid, text[], bigint[], boolean[], text[], text[], text[], timestamptz[])
  owner to portal_releaser;
alter function app.publish_release(uuid, text) owner to portal_releaser;
set local role portal_releaser;
grant execute on function app.release_rows(timestamptz, timestamptz) to portal_worker;
grant execute on function
  app.import_incidents(uuid, uuid, text[], bigint[], boolean[], text[], text[], text[], timestamptz[]),
  app.publish_release(uuid, text) to portal_app;
set local role portal_owner;
revoke create on schema app from portal_releaser;

-- What has been built, and what has been published, stays as it is ---------------------------------------------------

create function app.keep_draft() returns trigger language plpgsql set search_path = public, app, pg_temp as $$
begin
  if old.state <> 'asked' and (new.built_at, new.sha256, new.summary, new.attack_report)
      is distinct from (old.built_at, old.sha256, old.summary, old.attack_report) then
    raise exception 'what was built stays as it was built' using errcode = '23514';
  end if;
  if new.state <> old.state and (old.state, new.state) not in (('asked', 'built'), ('asked', 'too_few'), ('asked', 'failed'),
      ('built', 'proposed'), ('proposed', 'published'), ('proposed', 'refused')) or old.state in ('published', 'refused') then
    raise exception 'a release that is % does not become %', old.state, new.state using errcode = '23514';
  end if;
  return new;
end $$;
-- The first and the first instant after of a year, half or quarter of London's calendar.
create function app.window_of(period text, out opens timestamptz, out closes timestamptz) language sql stable
set search_path = pg_catalog, pg_temp as $$
  select make_timestamptz(left(period, 4)::int, 1 + months * (number - 1), 1, 0, 0, 0, 'Europe/London'),
    make_timestamptz(left(period, 4)::int + (months * number) / 12, 1 + (months * number) % 12, 1, 0, 0, 0, 'Europe/London')
  from (select case substr(period, 6, 1) when 'Q' then 3 when 'H' then 6 else 12 end as months,
    coalesce(nullif(substr(period, 7, 1), '')::int, 1) as number) parts
$$;

-- A draft is of a period that is over, by the newest rules in force, and the only one of its time: windows of one's own
-- choosing, held side by side, would tell of single incidents.
create function app.guard_draft() returns trigger language plpgsql set search_path = public, app, pg_temp as $$
begin
  if new.period !~ '^20\d\d(-Q[1-4]|-H[12])?$' or new.closes_at > now()
      or (new.opens_at, new.closes_at) is distinct from (select (w.opens, w.closes) from app.window_of(new.period) w)
      or new.rule_version is distinct from (select max(u.version) from release_rule u where u.state = 'in_force')
      or exists (select 1 from hotspot_release r where r.opens_at < new.closes_at and r.closes_at > new.opens_at)
      or exists (select 1 from hotspot_draft d where d.state in ('asked', 'built', 'proposed')
        and d.opens_at < new.closes_at and d.closes_at > new.opens_at) then
    raise exception 'a release is of one period that is over, once, by the rules in force' using errcode = '42501';
  end if;
  return new;
end $$;
create trigger guard_draft before insert on hotspot_draft for each row execute function app.guard_draft();
revoke all on function app.guard_draft(), app.window_of(text) from public;
grant execute on function app.guard_draft(), app.window_of(text) to portal_app, portal_worker;

create trigger keep_draft before update on hotspot_draft for each row execute function app.keep_draft();

create function app.keep_release() returns trigger language plpgsql set search_path = public, app, pg_temp as $$
begin
  raise exception 'a release is written once' using errcode = '23514';
end $$;
create trigger keep_release before update or delete on hotspot_release for each row execute function app.keep_release();
create trigger keep_releases before truncate on hotspot_release execute function app.keep_release();
revoke all on function app.keep_draft(), app.keep_release() from public;
grant execute on function app.keep_draft() to portal_app, portal_worker;

-- The map's own login reads what is published and nothing else.
grant select on hotspot_release, street_crime, cell_population to portal_map;
create policy map on hotspot_release for select to portal_map using (true);
create policy map on street_crime for select to portal_map using (true);
create policy map on cell_population for select to portal_map using (true);

-- Incidents from before this count like all others.
alter table incident no force row level security;
alter table case_file no force row level security;
alter table client no force row level security;
alter table counted_incident no force row level security;
select app.count_incidents(c.agency_id, c.client_id, null) from client c;
alter table incident force row level security;
alter table case_file force row level security;
alter table client force row level security;
alter table counted_incident force row level security;
