-- What the coordinator and the cohesion officer may know of casework: counts by agency, never a row.
-- A count from 1 to 4 leaves the database as null: "fewer than 5".

create function app.countable(many bigint) returns bigint language sql immutable set search_path = pg_catalog, pg_temp as $$
  select case when many between 1 and 4 then null else many end
$$;

create function app.partnership_counts(since timestamptz, until timestamptz)
returns table ("agencyId" uuid, reports bigint, "contactKept" bigint, "contactMissed" bigint, "referralsSent" bigint,
  "referKept" bigint, "referMissed" bigint, "received" bigint, "answered" bigint, "unanswered" bigint, overrides bigint)
language sql stable security definer set search_path = public, app, pg_temp as $$
  with allowed as (select app.agency_as('{cohesion_officer,coordinator}') is not null as yes),
  kept as (
    select c.agency_id,
      count(*) filter (where c.clause in ('R3', 'R4') and c.state = 'met') as contact_kept,
      count(*) filter (where c.clause in ('R3', 'R4') and (c.state = 'met_late' or (c.state = 'running' and c.due_at < until))) as contact_missed,
      count(*) filter (where c.clause = 'I2' and c.state = 'met') as refer_kept,
      count(*) filter (where c.clause = 'I2' and (c.state = 'met_late' or (c.state = 'running' and c.due_at < until))) as refer_missed
    from clock c where c.clause in ('R3', 'R4', 'I2') and c.due_at >= since and c.due_at < until group by 1
  ), opened as (
    select f.agency_id, count(*) as reports from case_file f where f.received_at >= since and f.received_at < until group by 1
  ), sent as (
    select r.from_agency_id as agency_id, count(*) as many, count(*) filter (where r.by_override) as overrides
    from referral r where r.sent_at >= since and r.sent_at < until group by 1
  ), received as (
    select r.to_agency_id as agency_id, count(*) as many, count(r.answered_at) as answered,
      count(*) filter (where r.lane = 'to_answer') as unanswered
    from referral r where r.sent_at >= since and r.sent_at < until group by 1
  )
  select a.agency_id, app.countable(coalesce(o.reports, 0)), app.countable(coalesce(k.contact_kept, 0)),
    app.countable(coalesce(k.contact_missed, 0)), app.countable(coalesce(s.many, 0)),
    app.countable(coalesce(k.refer_kept, 0)), app.countable(coalesce(k.refer_missed, 0)),
    app.countable(coalesce(i.many, 0)), app.countable(coalesce(i.answered, 0)),
    app.countable(coalesce(i.unanswered, 0)), app.countable(coalesce(s.overrides, 0))
  from agency a
  left join kept k using (agency_id)
  left join opened o using (agency_id)
  left join sent s using (agency_id)
  left join received i using (agency_id)
  where (select yes from allowed)
$$;

grant select (agency_id) on agency to portal_counts;
grant select (agency_id, clause, state, due_at) on clock to portal_counts;
grant select (agency_id, received_at) on case_file to portal_counts;
grant select (from_agency_id, to_agency_id, sent_at, answered_at, lane, by_override) on referral to portal_counts;
create policy counts on agency for select to portal_counts using ((select app.agency_as('{cohesion_officer,coordinator}')) is not null);
create policy counts on clock for select to portal_counts using ((select app.agency_as('{cohesion_officer,coordinator}')) is not null);
create policy counts on case_file for select to portal_counts using ((select app.agency_as('{cohesion_officer,coordinator}')) is not null);
create policy counts on referral for select to portal_counts using ((select app.agency_as('{cohesion_officer,coordinator}')) is not null);
revoke all on function app.countable(bigint), app.partnership_counts(timestamptz, timestamptz) from public;
grant execute on function app.countable(bigint) to portal_counts;
grant create on schema app to portal_counts;
alter function app.partnership_counts(timestamptz, timestamptz) owner to portal_counts;
set local role portal_counts;
grant execute on function app.partnership_counts(timestamptz, timestamptz) to portal_app;
set local role portal_owner;
revoke create on schema app from portal_counts;
