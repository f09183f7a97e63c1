import type postgres from 'postgres'

/**
 * The casework of the newest cases: of each, an interview with a booked need and a saved section, a risk check, an option,
 * a measure, a decision, a plan with an action and a signature, a repair and the papers. In open cases a part of it is
 * still to do, as on a working day; in the others all of it is done.
 */
export async function fillCasework(sql: postgres.TransactionSql, cases: number) {
  const of = sql`from (select row_number() over () as n, c.* from (select * from case_file order by received_at desc limit ${cases}) c) c`
  await fillInterviews(sql, of)
  await fillOptions(sql, of)
  await fillPlans(sql, of)
  await fillPapers(sql, of)
}

type Part = postgres.PendingQuery<postgres.Row[]>

async function fillInterviews(sql: postgres.TransactionSql, of: Part) {
  const arranged = sql`(stage = 'open' and n % 3 = 0)`
  const startsAt = sql`case when ${arranged} then now() + (n % 9 - 1) * interval '1 day' else received_at end`
  await sql`
    insert into interview (agency_id, case_id, interview_id, state, place, chosen_by, companion, starts_at, minutes, arranged_by,
      arranged_at, held_at)
    select agency_id, case_id, pg_temp.bench_id('interview' || n), case when ${arranged} then 'arranged' else 'held' end, 'home', 'client',
      'nobody', ${startsAt}, 60, case_worker_id, received_at, case when not ${arranged} then received_at end
    ${of} where stage = 'closed' or n % 3 < 2`
  await sql`
    insert into interview_section (agency_id, case_id, interview_id, section, answers, version, saved_by, saved_at)
    select agency_id, case_id, pg_temp.bench_id('interview' || n), 'process', '{}', 1, case_worker_id, received_at ${of}`
  await sql`
    insert into need_booking (agency_id, case_id, interview_id, booking_id, need, state, changed_by, changed_at)
    select agency_id, case_id, pg_temp.bench_id('interview' || n), pg_temp.bench_id('booking' || n), 'interpreter', 'delivered',
      case_worker_id, received_at ${of}`
  await sql`
    insert into risk_check (agency_id, case_id, check_id, number, version, completed_with, answers, score, level, provisional, warnings,
      place, interpreter, checked_by, checked_at)
    select agency_id, case_id, pg_temp.bench_id('risk' || n), 1, '1', 'client', '{}', 5, 'standard', false, '{}', 'home', 'not_needed',
      case_worker_id, received_at + interval '1 hour' ${of}`
  await sql`
    insert into risk_level_change (agency_id, case_id, check_id, change_id, number, direction, from_level, to_level, has_warning, reason,
      note, changed_by, changed_at)
    select agency_id, case_id, pg_temp.bench_id('risk' || n), pg_temp.bench_id('level' || n), 1, 'raised', 'standard', 'medium', false,
      'other', 'Why.', case_worker_id, received_at + interval '2 hours' ${of} where n % 4 = 0`
}

async function fillOptions(sql: postgres.TransactionSql, of: Part) {
  const done = sql`(stage = 'closed' or n % 5 > 0)`
  await sql`
    insert into case_option (agency_id, case_id, answer_id, option, number, answer, recorded_by, discussed_at)
    select agency_id, case_id, pg_temp.bench_id('option' || n), 'target_hardening', 1, 'wants', case_worker_id, received_at ${of}`
  await sql`
    insert into measure (agency_id, case_id, measure_id, kind, requested_on, requested_by, contractor, client_wish, recorded_at, done_on,
      worked_by, ended_by, ended_at)
    select agency_id, case_id, pg_temp.bench_id('measure' || n), 'locks', received_at::date, case_worker_id, 'A locksmith', 'agreed',
      received_at, case when ${done} then received_at::date end, case when ${done} then 'A locksmith' else '' end,
      case when ${done} then case_worker_id end, case when ${done} then received_at end ${of}`
  await sql`
    insert into decision_request (agency_id, case_id, decision_id, kind, scope, reason, client_wish, requested_by, requested_at, wanted_by,
      decision, decided_by, decided_at)
    select c.agency_id, c.case_id, pg_temp.bench_id('decision' || n), 'rehousing', 'temporary', 'Why.', 'agreed', c.case_worker_id,
      c.received_at, c.received_at::date, 'yes', boss.staff_id, c.received_at
    ${of} join staff boss on boss.agency_id = c.agency_id and boss.role = 'manager'`
  await sql`
    insert into repair (agency_id, case_id, repair_id, kind, damage, reported_at, due_at, recorded_by, recorded_at, completed_at, result,
      changed_at)
    select agency_id, case_id, pg_temp.bench_id('repair' || n), 'repair', 'A window', received_at, received_at + interval '1 day',
      case_worker_id, received_at, received_at, 'repaired', received_at ${of}`
}

async function fillPlans(sql: postgres.TransactionSql, of: Part) {
  const draft = sql`(stage = 'open' and n % 7 = 0)`
  const action = sql`pg_temp.bench_id('action' || n)`
  await sql`
    insert into action_plan (agency_id, case_id, plan_id, version, state, actions, client_answer, contact_every, contact_unit,
      contact_channel, contact_by, written_by, written_at, changed_at, fingerprint, agreed_at, agreed_way)
    select agency_id, case_id, pg_temp.bench_id('plan' || n), 1, case when ${draft} then 'draft' else 'agreed' end,
      jsonb_build_array(jsonb_build_object('actionId', ${action}, 'what', 'Call the client', 'owner', 'agency')), 'wants_none', 7, 'day',
      'phone', case_worker_id, case_worker_id, received_at, received_at, case when not ${draft} then md5('plan') || md5(n::text) end,
      case when not ${draft} then received_at end, case when not ${draft} then 'signed' end ${of}`
  await sql`
    insert into plan_action (agency_id, case_id, plan_id, action_id, owner, staff_id, due_on, state, done_on)
    select agency_id, case_id, pg_temp.bench_id('plan' || n), ${action}, 'agency', case_worker_id, current_date + (n % 20 - 4)::int,
      case when stage = 'open' then 'open' else 'done' end, case when stage = 'closed' then current_date end ${of} where not ${draft}`
  await sql`
    insert into plan_signature (agency_id, case_id, plan_id, signature_id, party, way, fingerprint, signed_at, recorded_by, recorded_at)
    select agency_id, case_id, pg_temp.bench_id('plan' || n), pg_temp.bench_id('signature' || n), 'client', 'typed', md5(n::text),
      received_at, case_worker_id, received_at ${of} where not ${draft}`
}

async function fillPapers(sql: postgres.TransactionSql, of: Part) {
  await sql`
    insert into paper_delivery (agency_id, case_id, delivery_id, paper, recipient, way, format, language, given_at, given_by, recorded_at)
    select agency_id, case_id, pg_temp.bench_id('paper' || n), 'process_leaflet', 'client', 'handed', 'standard', 'en', received_at,
      case_worker_id, received_at ${of}`
  await sql`
    insert into support_pack (agency_id, case_id, pack_id, recipient_id, recipient, way, format, language, given_at, given_by, recorded_at,
      diary)
    select agency_id, case_id, pg_temp.bench_id('pack' || n), client_id, 'client', 'handed', 'standard', 'en', received_at,
      case_worker_id, received_at, 'given' ${of}`
  await sql`
    insert into stored_file (agency_id, case_id, client_id, file_id, kind, shows, taken_where, file_name, media_type, size_bytes, sha256,
      stored_as, scan, added_by, added_at)
    select agency_id, case_id, client_id, pg_temp.bench_id('file' || n), 'photo', 'A wall', '', 'a.jpg', 'image/jpeg', 1000, md5(n::text),
      pg_temp.bench_id('stored' || n), 'clean', case_worker_id, received_at ${of}`
}
