-- A birth date or the date of an incident may be known as a year, or a month and a year. It is kept as far as it is known:
-- 'YYYY', 'YYYY-MM' or 'YYYY-MM-DD'.

drop trigger count_client on client;

alter table client alter column date_of_birth type text using to_char(date_of_birth, 'YYYY-MM-DD');
alter table client add constraint client_birth_date
  check (date_of_birth ~ '^[0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?$');
alter table incident alter column occurred_on type text using to_char(occurred_on, 'YYYY-MM-DD');
alter table incident add constraint incident_date
  check (occurred_on ~ '^[0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?$');

-- As before, but two people of one name often share a year of birth: only a whole date makes one person of them.
create or replace function app.count_incidents(agency uuid, of_client uuid, one uuid) returns void language sql
set search_path = public, app, pg_temp as $$
  insert into counted_incident (agency_id, incident_id, recorded_at, cell, online, person, strand, crime_key)
  select i.agency_id, i.incident_id, i.recorded_at, i.cell, i.place_by = 'online',
    app.number_for(case when c.name_key <> '' and length(c.date_of_birth) = 10
      then 'born|' || c.name_key || '|' || c.date_of_birth else 'client|' || c.client_id end),
    i.primary_strand, app.crime_key(i.crime_reference)
  from incident i
  join case_file f on f.agency_id = i.agency_id and f.case_id = i.case_id
  join client c on c.agency_id = f.agency_id and c.client_id = f.client_id
  where i.agency_id = agency and c.counted and (i.incident_id = one or c.client_id = of_client)
  on conflict (agency_id, incident_id) do update set cell = excluded.cell, online = excluded.online,
    person = excluded.person, strand = excluded.strand, crime_key = excluded.crime_key
$$;

create trigger count_client after update of counted, name_key, date_of_birth on client
  for each row when (new.counted is distinct from old.counted or new.name_key is distinct from old.name_key
    or new.date_of_birth is distinct from old.date_of_birth)
  execute function app.count_client();
