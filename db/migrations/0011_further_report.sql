-- Who told of a further incident, how and when, beside the incident: the case holds this of its first report alone.

alter table incident add column further_report jsonb;
