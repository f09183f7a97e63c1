-- What proposed rules would have made of the newest release, tried by the worker: how many areas, and how fine.

alter table release_rule add column effect jsonb;

-- Compiled from app/access/hotspot-policy.ts by accord policy sql
drop policy may_update on release_rule;
create policy may_update on release_rule for update to portal_app, portal_worker using (((proposed_by <> (select app.staff_as('{administrator,coordinator}')) and state = 'proposed')) or (((select app.agency_as('{system}')) is not null and state = 'proposed'))) with check (((proposed_by <> (select app.staff_as('{administrator,coordinator}')) and decided_by = (select app.staff_as('{administrator,coordinator}')) and decided_at is not null)) or (((select app.agency_as('{system}')) is not null and state = 'proposed' and decided_at is null)));
grant update (state, decided_by, decided_by_name, decided_at, effect) on release_rule to portal_app, portal_worker;

-- The worker says what rules would do and changes nothing else of them; a person decides and leaves what it said.
create trigger effect_by_worker before update on release_rule for each row
  when ((new.effect is distinct from old.effect) <> (app.agency_as('{system}') is not null)
    or new.effect is distinct from old.effect and new.decided_by is distinct from old.decided_by)
  execute function app.refuse('the worker alone says what rules would do');
