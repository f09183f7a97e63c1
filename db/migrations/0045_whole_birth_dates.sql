-- Two people of one name often share a year of birth: only a whole birth date makes one person of them.
create or replace function app.count_incidents(agency uuid, of_client uuid, one uuid) returns void language sql
set search_path = public, app, pg_temp as $$
  insert into counted_incident (agency_id, incident_id, recorded_at, cell, online, person, strand, crime_key)
  select i.agency_id, i.incident_id, i.recorded_at, i.cell, i.place_by = 'online',
    app.number_for(case when not app.says_unknown(c.name_key) and length(c.date_of_birth) = 10
      then 'born|' || c.name_key || '|' || c.date_of_birth else 'client|' || c.client_id end),
    i.primary_strand, app.crime_key(i.crime_reference)
  from incident i
  join case_file f on f.agency_id = i.agency_id and f.case_id = i.case_id
  join client c on c.agency_id = f.agency_id and c.client_id = f.client_id
  where i.agency_id = agency and c.counted and (i.incident_id = one or c.client_id = of_client)
  on conflict (agency_id, incident_id) do update set cell = excluded.cell, online = excluded.online,
    person = excluded.person, strand = excluded.strand, crime_key = excluded.crime_key
$$;
