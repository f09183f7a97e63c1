import type postgres from 'postgres'
import { fillCasework } from './fill-casework.ts'

export interface Filled {
  agencyId: string
  staffId: string
}

/** A well-formed UUID that follows from a text. */
export const BENCH_ID = `
  create or replace function pg_temp.bench_id(words text) returns uuid language sql immutable as $$
    select overlay(overlay(md5(words) placing '4' from 13) placing '8' from 17)::uuid
  $$`

const AGENCIES = 20
const STAFF_EACH = 100
/** Of each agency's people, those who work with cases: the manager first. */
const WORKERS_EACH = 10
/** The newest cases have their history with them: enough that no table of it is read whole for being small. */
const WITH_HISTORY = 200_000

/**
 * A partnership of twenty agencies with so many referrals, written by the database's administrator: one case, one
 * clock and one package for each. A hundred referrals of each agency are unanswered and two hundred are in hand, as in
 * a partnership that keeps its promises; the rest is history. Answers one case worker.
 */
export async function fillPartnership(admin: postgres.Sql, referrals: number): Promise<Filled> {
  await admin.begin(async (sql) => {
    // Row triggers of a million rows would take longer than all of the rest; what they keep is written by hand.
    await sql`set local session_replication_role = replica`
    await sql`set local synchronous_commit = off`
    await sql.unsafe(BENCH_ID)
    await fillPeople(sql)
    await fillCases(sql, referrals)
    await fillHistory(sql, Math.min(referrals, WITH_HISTORY))
    await fillCasework(sql, Math.min(referrals, WITH_HISTORY))
    await fillReferrals(sql, referrals)
  })
  await admin.unsafe('vacuum analyze')
  const [person] = await admin<Filled[]>`
    select agency_id as "agencyId", staff_id as "staffId" from staff where role = 'case_worker' order by staff_id limit 1`
  if (!person) throw new Error('The partnership was not filled.')
  return person
}

async function fillPeople(sql: postgres.TransactionSql) {
  await sql`
    insert into agency (agency_id, kind, name, initials, duty_email, investigates, strands, purposes)
    select pg_temp.bench_id('agency' || a), 'victim_support', 'Agency ' || a, 'A' || a, 'duty' || a || '@example.org', true, '{race}', '{support}'
    from generate_series(1, ${AGENCIES}) a`
  await sql`
    insert into staff (agency_id, staff_id, name, email, email_key, role)
    select pg_temp.bench_id('agency' || a), pg_temp.bench_id('staff' || a || '-' || s), 'Person ' || a || '-' || s,
      a || '-' || s || '@example.org', a || '-' || s || '@example.org', case when s = 1 then 'manager' else 'case_worker' end
    from generate_series(1, ${AGENCIES}) a, generate_series(1, ${STAFF_EACH}) s`
  await sql`
    insert into invitation (agency_id, staff_id, invitation_id, token_hash, role, expires_at, used_at, created_at)
    select agency_id, staff_id, pg_temp.bench_id('invitation' || staff_id), md5('token' || staff_id), role, now(), now(), created_at
    from staff`
  await sql`
    insert into session (agency_id, staff_id, id_hash, confined, idle_expires_at, absolute_expires_at)
    select agency_id, staff_id, md5(staff_id::text), false, now() + interval '1 hour', now() + interval '8 hours' from staff`
  await sql`
    insert into draft (agency_id, staff_id, form, fields, saved_at)
    select agency_id, staff_id, 'report', jsonb_build_object('account', array[repeat('So it was. ', 40)]), now() from staff`
}

/** What happened to each case: its incident, a contact, a consent, a request to share without one, its events. */
async function fillHistory(sql: postgres.TransactionSql, cases: number) {
  const of = sql`from (select row_number() over () as n, c.* from (select * from case_file order by received_at desc limit ${cases}) c) c`
  const other = sql`(select agency_id from agency where agency_id <> c.agency_id limit 1)`
  await sql`
    insert into client_search_key (agency_id, client_id, key) select agency_id, client_id, 'name:client' || n ${of}`
  await sql`
    insert into incident (agency_id, case_id, incident_id, account, strands, primary_strand, perceived_by, types, violence)
    select agency_id, case_id, pg_temp.bench_id('incident' || n), 'What happened.', '{race}', 'race', '{victim}', '{verbal_abuse}', false ${of}`
  await sql`
    insert into contact (agency_id, case_id, contact_id, contacted_at, channel, succeeded, result, staff_id)
    select agency_id, case_id, pg_temp.bench_id('contact' || n), received_at, 'phone', true, 'reached', case_worker_id ${of}`
  await sql`
    insert into consent (agency_id, case_id, consent_id, recipient_agency_id, decision, purposes, categories, wording, wording_version,
      method, language, grantor, capacity, taken_by, given_at, review_on)
    select agency_id, case_id, pg_temp.bench_id('consent' || n), ${other}, 'agreed', '{support}', '{name,date_of_birth,address}', 'What was shown.', '1',
      'verbal', 'English', 'client', 'presumed', case_worker_id, received_at, current_date + 180 ${of}`
  await sql`
    insert into consent_override (agency_id, case_id, override_id, recipient_agency_id, purpose, ground, why_no_consent, necessity,
      categories, client_told, decision, requested_by, requested_at)
    select agency_id, case_id, pg_temp.bench_id('override' || n), ${other}, 'support', 'risk_to_life', 'unsafe_to_ask', 'It could not wait.',
      '{name,date_of_birth,address}', false, 'refused', case_worker_id, received_at ${of} where n % 20 = 0`
  await sql`
    insert into case_event (agency_id, seq, kind, case_id, subject_id, actor_id, actor_role, happened_at, recorded_at, data, previous_hash, hash)
    select agency_id, row_number() over (partition by agency_id order by n), 'record-consulted', case_id, case_id, case_worker_id, 'case_worker',
      received_at, received_at, '{}', '', md5(n::text) ${of}`
  await sql`
    insert into audit_head (agency_id, seq, hash) select agency_id, max(seq), 'filled' from case_event group by agency_id
    on conflict (agency_id) do update set seq = excluded.seq, hash = excluded.hash`
}

/** Of each agency the newest sixty cases of each worker are open with a running clock, the others closed and kept. */
async function fillCases(sql: postgres.TransactionSql, cases: number) {
  const open = 60 * WORKERS_EACH * AGENCIES
  await sql`
    insert into client (agency_id, client_id, name, name_key, safe_contact)
    select pg_temp.bench_id('agency' || 1 + n % ${AGENCIES}), pg_temp.bench_id('client' || n), 'Client ' || n, 'client' || n,
      '{"preferred":"phone","phone":"07700 900000"}' from generate_series(1, ${cases}) n`
  await sql`
    insert into case_file (agency_id, case_id, client_id, reference, stage, received_at, received_by, channel,
      reporter_role, contactability, serious, case_worker_id, allocated_at, next_due_at)
    select pg_temp.bench_id('agency' || 1 + n % ${AGENCIES}), pg_temp.bench_id('case' || n), pg_temp.bench_id('client' || n), 'B-' || n,
      case when n <= ${open} then 'open' else 'closed' end, now() - n * interval '1 minute',
      pg_temp.bench_id('staff' || 1 + n % ${AGENCIES} || '-' || 2 + n / ${AGENCIES} % ${WORKERS_EACH - 1}), 'phone', 'victim', 'possible', false,
      pg_temp.bench_id('staff' || 1 + n % ${AGENCIES} || '-' || 2 + n / ${AGENCIES} % ${WORKERS_EACH - 1}), now(),
      case when n <= ${open} then now() + (n % 14 - 2) * interval '1 day' end from generate_series(1, ${cases}) n`
  await sql`
    insert into clock (agency_id, clock_id, case_id, subject_id, clause, standard_version, calendar_version, started_at,
      due_at, original_due_at, state, kept_at)
    select pg_temp.bench_id('agency' || 1 + n % ${AGENCIES}), pg_temp.bench_id('clock' || n), pg_temp.bench_id('case' || n), pg_temp.bench_id('case' || n),
      'R3', '1', '1', now() - interval '3 days', due, due, case when n <= ${open} then 'running' else 'met' end,
      case when n > ${open} then due end
    from generate_series(1, ${cases}) n,
      lateral (select case when n <= ${open} then now() + (n % 14 - 2) * interval '1 day' else now() - n * interval '1 minute' end as due) d`
}

async function fillReferrals(sql: postgres.TransactionSql, referrals: number) {
  const unanswered = 100 * AGENCIES
  const inHand = unanswered + 200 * AGENCIES
  await sql`
    insert into referral (referral_id, from_agency_id, to_agency_id, reference, state, version, purpose, decided_at,
      sent_at, received_at, answered_at, closed_at, due_at, package_version, urgency, sender_worker_id)
    select pg_temp.bench_id('referral' || n), pg_temp.bench_id('agency' || 1 + n % ${AGENCIES}),
      pg_temp.bench_id('agency' || 1 + (n + 1 + n / ${AGENCIES} % ${AGENCIES - 1}) % ${AGENCIES}), 'R-' || n,
      case when n <= ${unanswered} then 'received' when n <= ${inHand} then 'accepted' else 'closed' end, 4, 'support',
      now() - n * interval '1 minute', now() - n * interval '1 minute', now(), case when n > ${unanswered} then now() end,
      case when n > ${inHand} then now() - n * interval '1 minute' end, now() + (500 - n) * interval '1 minute', 1, n % 4,
      pg_temp.bench_id('staff' || 1 + n % ${AGENCIES} || '-' || 2 + n / ${AGENCIES} % ${WORKERS_EACH - 1})
    from generate_series(1, ${referrals}) n`
  await sql`
    insert into referral_origin (agency_id, referral_id, case_id, asked_by, decided_by)
    select pg_temp.bench_id('agency' || 1 + n % ${AGENCIES}), pg_temp.bench_id('referral' || n), pg_temp.bench_id('case' || n), 'agreed',
      pg_temp.bench_id('staff' || 1 + n % ${AGENCIES} || '-' || 2 + n / ${AGENCIES} % ${WORKERS_EACH - 1})
    from generate_series(1, ${referrals}) n`
  await sql`
    insert into referral_package (referral_id, from_agency_id, to_agency_id, version, categories, content, client_name,
      risk, needs, safe_times, shared_at, shared_by_name)
    select referral_id, from_agency_id, to_agency_id, 1, '{name,date_of_birth,address,safe_contact}',
      '{"format":"referral-package/2","parts":{}}', 'Client of ' || reference, 'medium', '{interpreter}',
      'Weekdays 10:00 to 12:00', sent_at, 'Somebody' from referral`
  await sql`
    insert into referral_step (from_agency_id, to_agency_id, referral_id, step_id, shared, move, from_state, to_state,
      by_agency_id, by_name, moved_at)
    select from_agency_id, to_agency_id, referral_id, pg_temp.bench_id('step' || referral_id), true, 'send', 'decided', 'sent',
      from_agency_id, 'Somebody', sent_at from referral order by sent_at desc limit ${WITH_HISTORY}`
  await sql`
    insert into postcode (postcode, lat, lng) select 'L' || n || 'AA', 53.4, -2.9 from generate_series(1, 20000) n`
}
