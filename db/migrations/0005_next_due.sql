-- The soonest deadline of a case that still runs, kept beside the case so that lists of any length sort by it.
-- C4 is left out: it opens a reason for closing and is no deadline.

create function app.keep_next_due() returns trigger language plpgsql set search_path = public, app, pg_temp as $$
begin
  update case_file f set next_due_at = (
    select min(c.due_at) from clock c
    where c.agency_id = new.agency_id and c.case_id = new.case_id and c.state = 'running' and c.clause <> 'C4')
  where f.agency_id = new.agency_id and f.case_id = new.case_id;
  return null;
end $$;
create trigger keep_next_due after insert or update of state, due_at on clock
  for each row execute function app.keep_next_due();
