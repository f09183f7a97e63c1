-- The inbox reads all that a row of it needs from its index.

drop index referral_inbox;
create index referral_inbox on referral (to_agency_id, lane, due_at, urgency, referral_id, from_agency_id, sent_at,
  recipient_worker_id, state, reference, by_override, package_version);
