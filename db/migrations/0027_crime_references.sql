-- Only text with the form of a crime reference identifies a crime. "Not known" and "1.23E+10" identified one until now, and
-- all incidents that held the same words were counted as one. The rules are those of app/domain/crime-reference.ts; a test
-- compares both.

create function app.is_spreadsheet_damage(typed text) returns boolean language sql immutable
set search_path = pg_catalog, pg_temp as $$
  select typed ~ '^[0-9]+([.,][0-9]+)?E[+-]?[0-9]{1,3}$' or typed ~ '^#' or typed ~ '^[0-9]{15}0+$' or typed ~ '^[0-9]+[.,]0+$'
$$;

create function app.crime_reference_of(reference text) returns text language sql immutable
set search_path = app, pg_catalog, pg_temp as $$
  select case
    when reference = '' or typed = '' or app.is_spreadsheet_damage(typed) then null
    when words !~ '^[A-Z0-9]+([ /._\\\u00a0\u2010-\u2015-]+[A-Z0-9]+)*$' then null
    when words ~ '[A-Z]{5}'
      or words ~ '(^|[^A-Z])(NOT|NONE|NIL|NULL|UNK|TBC|TBA|ASK|SEE|PER|LOG|CAD|INC|OF|PC|DC|PCSO|SGT|INSP|TEL|MOB|CALL|DATE|DOB|THE|AND)([^A-Z]|$)'
      or words ~ '(^|[^A-Z])(JAN|FEB|MAR|APR|MAY|JUNE?|JULY?|AUG|SEPT?|OCT|NOV|DEC)([^A-Z]|$)'
      or words ~ '^[0-9]{1,2}[^A-Z0-9][0-9]{1,2}[^A-Z0-9]([0-9]{2}|[0-9]{4})$'
      or words ~ '^[0-9]{4}[^A-Z0-9][0-9]{1,2}[^A-Z0-9][0-9]{1,2}$'
      or words ~ '(^|[^0-9])0+$' then null
    when length(digits) < 5 or length(key) < 6 or length(key) - length(digits) > 8 then null
    when digits ~ '^([0-9])\1*$' or '01234567890123456789' like '%' || digits || '%'
      or '98765432109876543210' like '%' || digits || '%' then null
    when key ~ '^[0-9]{1,5}$' or key ~ '^(19|20)[0-9]{2}(0[1-9]|1[0-2])([0-2][0-9]|3[01])$'
      or key ~ '^([0-2][0-9]|3[01])(0[1-9]|1[0-2])(19|20)[0-9]{2}$'
      or key ~ '^0[1237][0-9]{9}$' or key ~ '^(00)?44[1237][0-9]{9}$' or app.is_spreadsheet_damage(key) then null
    else key end
  from (select upper(btrim(reference, e' \t\r\n\u00a0') collate "C") as typed) t
  cross join lateral (select regexp_replace(typed, '^((POLICE|CRIME|REFERENCE|REF|NUMBER|NO)[ .:#]+)+', '') as words) w
  cross join lateral (select regexp_replace(words, '[^A-Z0-9]', '', 'g') as key) k
  cross join lateral (select regexp_replace(key, '[A-Z]', '', 'g') as digits) d
$$;

create or replace function app.crime_key(reference text) returns bigint language sql stable
set search_path = app, pg_catalog, pg_temp as $$
  select case when words is not null then app.number_for('crime|' || words) end
  from (select app.crime_reference_of(reference) as words) one
$$;

-- A name that only says that it is not known makes nobody the same person in two agencies.
create function app.says_unknown(words text) returns boolean language sql immutable
set search_path = pg_catalog, pg_temp as $$
  select letters = '' or letters ~ '^0+$'
    or letters ~ '^(the)?(client|person|name|victim|reference|ref|number|crime)?(is)?(unknown|unkown|not?known|dont?know|unk|nk|na|none|noname|nil|null|nan|tbc|tba|tobeconfirmed|pending|awaiting|awaited|anon|anonymous|undefined|blank|empty|x+|refused|declined|withheld|not?(given|stated|provided|recorded|applicable|available|disclosed|supplied|yet|asked|reported|sure|set))(client|person|male|female|man|woman|name|yet|atthistime)?$'
  from (select regexp_replace(lower(words), '[^[:alnum:]]', '', 'g') as letters) one
$$;

create or replace function app.count_incidents(agency uuid, of_client uuid, one uuid) returns void language sql
set search_path = public, app, pg_temp as $$
  insert into counted_incident (agency_id, incident_id, recorded_at, cell, online, person, strand, crime_key)
  select i.agency_id, i.incident_id, i.recorded_at, i.cell, i.place_by = 'online',
    app.number_for(case when not app.says_unknown(c.name_key) and c.date_of_birth is not null
      then 'born|' || c.name_key || '|' || c.date_of_birth else 'client|' || c.client_id end),
    i.primary_strand, app.crime_key(i.crime_reference)
  from incident i
  join case_file f on f.agency_id = i.agency_id and f.case_id = i.case_id
  join client c on c.agency_id = f.agency_id and c.client_id = f.client_id
  where i.agency_id = agency and c.counted and (i.incident_id = one or c.client_id = of_client)
  on conflict (agency_id, incident_id) do update set cell = excluded.cell, online = excluded.online,
    person = excluded.person, strand = excluded.strand, crime_key = excluded.crime_key
$$;

revoke all on function app.crime_reference_of(text), app.is_spreadsheet_damage(text), app.says_unknown(text) from public;
grant execute on function app.crime_reference_of(text), app.is_spreadsheet_damage(text), app.says_unknown(text)
  to portal_releaser;

-- A line that is here already is an error only where both readings identify a crime, or a place, strand or person
-- differs: a reference that turns out to be no reference is cleared, and one that was missing is completed.
grant create on schema app to portal_releaser;
set local role portal_releaser;
create or replace function app.import_incidents(agency uuid, import uuid, refs text[], cells bigint[], onlines boolean[],
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
      t.crime <> '' as has_reference, greatest(least(coalesce(t.day, now()), now()), released) as recorded_at
    from unnest(refs, cells, onlines, persons, strands, crimes, days) with ordinality
      as t (ref, cell, online, person, strand, crime, day, no)
  ), here as (
    select t.no, k.incident_id, t.crime_key, (k.cell, k.online, k.person, k.strand)
        is not distinct from (t.cell, t.online, t.person, t.strand)
      and (k.crime_key is not distinct from t.crime_key
        or t.has_reference and (k.crime_key is null or t.crime_key is null)) as same,
      k.crime_key is distinct from t.crime_key as other_crime
    -- Looked up one by one: a million rows are not read through for five thousand.
    from told t cross join lateral (
      select c.* from counted_incident c where c.agency_id = agency and c.incident_id = t.incident_id offset 0) k
  ), completed as (
    update counted_incident k set crime_key = h.crime_key from here h
    where h.same and h.other_crime and k.agency_id = agency and k.incident_id = h.incident_id
  ), put as (
    insert into counted_incident (agency_id, incident_id, recorded_at, cell, online, person, strand, crime_key, import_id)
    select agency, t.incident_id, t.recorded_at, t.cell, t.online, t.person, t.strand, t.crime_key, import
    from told t where not exists (select 1 from here h where h.no = t.no)
    on conflict do nothing returning 1
  )
  select (select count(*) from put), (select coalesce(array_agg(h.no order by h.no), '{}') from here h where not h.same)
  into added, differing;
end $$;
set local role portal_owner;
revoke create on schema app from portal_releaser;

-- What is here already. Of an incident of a case the reference is kept, so its key is made again. Of an imported one only
-- the key is kept: it is cleared where many incidents of one agency hold it on many days, which no single crime does.
alter table counted_incident no force row level security;
alter table incident no force row level security;
alter table case_file no force row level security;
alter table client no force row level security;
update counted_incident k set crime_key = app.crime_key(i.crime_reference)
from incident i
where i.agency_id = k.agency_id and i.incident_id = k.incident_id and k.import_id is null
  and k.crime_key is distinct from app.crime_key(i.crime_reference);
update counted_incident k set person = app.number_for('client|' || c.client_id)
from incident i
join case_file f on f.agency_id = i.agency_id and f.case_id = i.case_id
join client c on c.agency_id = f.agency_id and c.client_id = f.client_id
where i.agency_id = k.agency_id and i.incident_id = k.incident_id and k.import_id is null
  and c.name_key <> '' and app.says_unknown(c.name_key);
update counted_incident k set crime_key = null
where k.import_id is not null and (k.agency_id, k.crime_key) in (
  select d.agency_id, d.crime_key from counted_incident d where d.import_id is not null and d.crime_key is not null
  group by d.agency_id, d.crime_key
  having count(distinct d.recorded_at) >= 4 or count(distinct d.person) >= 6);
update counted_incident k set crime_key = null
where k.import_id is not null and k.crime_key in (
  select app.number_for('crime|' || words) from unnest('{NOTKNOWN,UNKNOWN,NOTAPPLICABLE,NOTGIVEN,NOTSTATED,NOTPROVIDED,'
    'NOTRECORDED,NOTAVAILABLE,NOTREPORTED,NOTYETKNOWN,NOTYET,PENDING,AWAITING,AWAITED,NOREFERENCE,ANONYMOUS,WITHHELD,'
    'DECLINED,REFUSED,000000,0000000,00000000,111111,123456,1234567,12345678,999999}'::text[]) as words
  union all
  -- '1.00E+10' to '9.99E+15', without their points: as a spreadsheet writes a column of numbers.
  select app.number_for('crime|' || mantissa || 'E' || exponent)
  from generate_series(100, 999) as mantissa, generate_series(5, 15) as exponent);
alter table client force row level security;
alter table case_file force row level security;
alter table incident force row level security;
alter table counted_incident force row level security;
