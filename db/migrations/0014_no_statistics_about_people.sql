-- Row-level security guards rows, not the planner's statistics of them: these are made of all agencies' rows, and the
-- estimates that EXPLAIN shows to any login reveal how names begin in another agency. No statistics are kept of names,
-- phone numbers and free text. What earlier ANALYZE runs kept is cleared.

do $$
declare
  listed text;
  owner text;
  col text;
begin
  foreach listed in array array[
  'awareness_event: audience follow_up languages materials planned_by_name title venue',
  'awareness_partner: answered_by_name note',
  'calendar_feed: made_by_name',
  'case_event: data justification',
  'case_file: backdated_reason reporter serious_reason summary wishes',
  'client: communication_note date_of_birth interpreter_note language name name_key phone_key safe_contact',
  'clock: late_reason reason',
  'consent: capacity_note interpreter language limits wording',
  'consent_override: decision_note necessity not_told_reason why_no_consent',
  'contact: error_reason note',
  'credential: totp_secret',
  'demo_mail: body message_id recipient subject',
  'draft: fields',
  'idempotency: answer',
  'incident: account crime_reference further_report injuries occurred_when place',
  'referral: reason',
  'referral_note: note',
  'referral_package: amendment_reason client_name content safe_times shared_by_name',
  'referral_step: by_name error_reason message reason',
  'staff: email email_key job_title name phone',
  'tension_note: note written_by_name'
  ] loop
    owner := split_part(listed, ': ', 1);
    foreach col in array string_to_array(split_part(listed, ': ', 2), ' ') loop
      execute format('alter table %I alter column %I set statistics 0', owner, col);
      if current_setting('server_version_num')::int >= 180000 then
        execute format('select pg_clear_attribute_stats(%L, %L, %L, false)', 'public', owner, col);
      else
        begin
          -- Before PostgreSQL 18 only a superuser may clear statistics, and a migration runs as the owner of the tables.
          set local role none;
          delete from pg_statistic s using pg_attribute a
          where s.starelid = owner::regclass and a.attrelid = s.starelid and a.attname = col and s.staattnum = a.attnum;
        exception when insufficient_privilege then
          raise warning 'As a superuser: delete from pg_statistic where starelid = ''%''::regclass', owner;
        end;
        set local role portal_owner;
      end if;
    end loop;
  end loop;
end $$;
