-- Which side of a referral may write which of its columns. Row-level security says whose row it is and the guard of
-- states which move may be made; neither would keep a recipient from writing that the client was told, or a sender from
-- writing an outcome. What neither list names both sides write, each with its moves. The portal itself writes for both.

create function app.guard_referral_sides() returns trigger language plpgsql set search_path = public, app, pg_temp as $$
declare
  context text[] := app.context();
begin
  if old.sent_at is not null and new.sent_at is distinct from old.sent_at then
    raise exception 'a referral is sent once' using errcode = '23514';
  end if;
  if context is null or context[3] = 'system' then return new; end if;
  if context[1]::uuid = old.from_agency_id then
    if (new.received_at, new.answered_at, new.recipient_worker_id, new.suggested_agency_id, new.outcome)
      is distinct from (old.received_at, old.answered_at, old.recipient_worker_id, old.suggested_agency_id, old.outcome)
    then
      raise exception 'the sender of a referral does not write the recipient''s side of it' using errcode = '42501';
    end if;
  elsif (new.sent_at, new.serious, new.package_version, new.by_override, new.override_ground, new.urgency, new.hidden_at,
      new.client_told_at)
    is distinct from (old.sent_at, old.serious, old.package_version, old.by_override, old.override_ground, old.urgency,
      old.hidden_at, old.client_told_at)
  then
    raise exception 'the recipient of a referral does not write the sender''s side of it' using errcode = '42501';
  end if;
  return new;
end $$;
create trigger guard_referral_sides before update on referral for each row execute function app.guard_referral_sides();
