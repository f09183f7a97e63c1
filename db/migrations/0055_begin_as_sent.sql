-- A referral that is decided and sent in one act is written as sent, instead of as decided and then changed. What the move
-- from decided to sent demands of two rows is asked of the one: who may make it, its version, and nothing yet of what the
-- recipient writes. The last holds for a decision too: no sender begins with the recipient's answer.

drop policy may_insert on referral;
create policy may_insert on referral for insert to portal_app, portal_worker with check (((from_agency_id = (select app.agency_as('{case_worker,manager,system}')) and state = 'decided' and sent_at is null)) or ((from_agency_id = (select app.agency_as('{case_worker,manager}')) and state = 'sent' and sent_at is not null)));

-- After the row, so that row-level security has said whose it is.
create function app.guard_new_referral() returns trigger language plpgsql set search_path = public, app, pg_temp as $$
declare
  context text[] := app.context();
  written_by text := case when context[3] = 'system' then 'system'
    when context[1]::uuid = new.from_agency_id then 'sender' else 'recipient' end;
begin
  -- No login of the portal writes without a context; the administrator, who has none, restores what was.
  if context is null then return null; end if;
  if new.state <> 'decided' and not exists (select 1 from app.referral_move m
      where m.from_state = 'decided' and m.to_state = new.state and m.side = written_by) then
    raise exception 'a referral cannot begin as % by the %', new.state, written_by using errcode = '23514';
  end if;
  if new.version <> (case new.state when 'decided' then 1 else 2 end) then
    raise exception 'each move of a referral adds one to its version' using errcode = '23514';
  end if;
  if (new.received_at, new.answered_at, new.recipient_worker_id, new.suggested_agency_id, new.stop_name)
      is distinct from (null::timestamptz, null::timestamptz, null::uuid, null::uuid, null::text) or new.outcome <> '' then
    raise exception 'the sender of a referral does not write the recipient''s side of it' using errcode = '42501';
  end if;
  if (new.closed_at, new.hidden_at, new.escalated_at, new.news_at, new.client_told_at)
      is distinct from (null::timestamptz, null::timestamptz, null::timestamptz, null::timestamptz, null::timestamptz)
    or new.reason <> '' then
    raise exception 'nothing has happened yet to a referral that begins' using errcode = '23514';
  end if;
  return null;
end $$;
create trigger guard_new_referral after insert on referral for each row execute function app.guard_new_referral();
