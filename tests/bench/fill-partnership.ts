import type postgres from 'postgres'

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
const STAFF_EACH = 10

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
}

/** Of each agency the newest sixty cases of each worker are open with a running clock, the others closed and kept. */
async function fillCases(sql: postgres.TransactionSql, cases: number) {
  const open = 60 * STAFF_EACH * AGENCIES
  await sql`
    insert into client (agency_id, client_id, name, name_key, safe_contact)
    select pg_temp.bench_id('agency' || 1 + n % ${AGENCIES}), pg_temp.bench_id('client' || n), 'Client ' || n, 'client ' || n,
      '{"preferred":"phone","phone":"07700 900000"}' from generate_series(1, ${cases}) n`
  await sql`
    insert into case_file (agency_id, case_id, client_id, reference, stage, received_at, received_by, channel,
      reporter_role, contactability, serious, case_worker_id, allocated_at, next_due_at)
    select pg_temp.bench_id('agency' || 1 + n % ${AGENCIES}), pg_temp.bench_id('case' || n), pg_temp.bench_id('client' || n), 'B-' || n,
      case when n <= ${open} then 'open' else 'closed' end, now() - n * interval '1 minute',
      pg_temp.bench_id('staff' || 1 + n % ${AGENCIES} || '-' || 2 + n / ${AGENCIES} % ${STAFF_EACH - 1}), 'phone', 'victim', 'possible', false,
      pg_temp.bench_id('staff' || 1 + n % ${AGENCIES} || '-' || 2 + n / ${AGENCIES} % ${STAFF_EACH - 1}), now(),
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
      pg_temp.bench_id('staff' || 1 + n % ${AGENCIES} || '-' || 2 + n / ${AGENCIES} % ${STAFF_EACH - 1})
    from generate_series(1, ${referrals}) n`
  await sql`
    insert into referral_origin (agency_id, referral_id, case_id, asked_by, decided_by)
    select pg_temp.bench_id('agency' || 1 + n % ${AGENCIES}), pg_temp.bench_id('referral' || n), pg_temp.bench_id('case' || n), 'agreed',
      pg_temp.bench_id('staff' || 1 + n % ${AGENCIES} || '-' || 2 + n / ${AGENCIES} % ${STAFF_EACH - 1})
    from generate_series(1, ${referrals}) n`
  await sql`
    insert into referral_package (referral_id, from_agency_id, to_agency_id, version, categories, content, client_name,
      risk, needs, safe_times, shared_at, shared_by_name)
    select referral_id, from_agency_id, to_agency_id, 1, '{identity_contact,safe_contact}',
      '{"format":"referral-package/1","parts":{}}', 'Client of ' || reference, 'medium', '{interpreter}',
      'Weekdays 10:00 to 12:00', sent_at, 'Somebody' from referral`
}
