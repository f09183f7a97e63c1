-- A row that waits for a decision could be written with the name of its decider: the second person was then compared with
-- nobody, because the name did not change with the decision. What counts is that the row is decided.

drop trigger by_second_person on release_rule;
create trigger by_second_person before update on release_rule for each row
  when (new.decided_by is not null and (new.decided_by, new.state) is distinct from (old.decided_by, old.state))
  execute function app.by_second_person('proposed_by', '{administrator,coordinator}');
drop trigger by_second_person on hotspot_draft;
create trigger by_second_person before update on hotspot_draft for each row
  when (new.decided_by is not null and (new.decided_by, new.state) is distinct from (old.decided_by, old.state))
  execute function app.by_second_person('proposed_by', '{administrator,coordinator}');
drop trigger by_second_person on consent_override;
create trigger by_second_person before update on consent_override for each row
  when (new.decided_by is not null and (new.decided_by, new.decision) is distinct from (old.decided_by, old.decision))
  execute function app.by_second_person('requested_by', '{manager}');

-- No page changes an e-mail address. Who could would make two people of two accounts of one mailbox, for one decision.
revoke update (email, email_key) on staff from portal_app, portal_worker;
