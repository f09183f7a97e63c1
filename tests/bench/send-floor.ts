import type { BenchDatabase, Statement } from './bench-server.ts'

/** What sending leaves behind, beside the log: a row each, and for each word of a package that it is found by. */
const ROWS = [
  { table: 'idempotency', of: `action = 'send-referral' and answer->>'referralId' = $1` },
  { table: 'referral', of: 'referral_id = $1::uuid' },
  { table: 'referral_origin', of: 'referral_id = $1::uuid' },
  { table: 'referral_step', of: 'referral_id = $1::uuid' },
  { table: 'referral_package', of: 'referral_id = $1::uuid' },
  { table: 'referral_search_key', of: 'referral_id = $1::uuid' },
  { table: 'clock', of: 'subject_id = $1::uuid' },
]

/**
 * The least that leaves the rows of a sent referral, whatever our own code does: who acts, the locks on case and consent,
 * one insert for each table and one for the log. Each batch is sent whole before its answer is awaited.
 */
export async function leastStatements({ admin }: BenchDatabase, referralId: string): Promise<Statement[][]> {
  const inserts: Statement[] = []
  for (const { table, of } of ROWS) inserts.push(await insertAgain(admin, table, of, referralId))
  const [event] = await admin.unsafe(
    `select kind, case_id::text, subject_id::text, happened_at::text, data::text, recipient_agency_id::text, ground, justification
    from case_event where kind = 'referral-sent' and subject_id = $1::uuid`,
    [referralId],
  )
  const [basis] = await admin.unsafe(
    'select agency_id::text, case_id::text, consent_id::text from referral_origin where referral_id = $1::uuid',
    [referralId],
  )
  if (!event || !basis) throw new Error('The prototype left no event and no origin.')
  const { agency_id: agencyId, case_id: caseId, consent_id: consentId } = basis
  return [
    [
      {
        text: `select set_config('app.ctx', $1, true), set_config('app.sig', $2, true)`,
        params: [],
      },
      {
        text: 'select 1 from case_file where agency_id = $1::uuid and case_id = $2::uuid for update',
        params: [agencyId, caseId],
      },
      {
        text: 'select 1 from consent where agency_id = $1::uuid and consent_id = $2::uuid for share',
        params: [agencyId, consentId],
      },
    ],
    [
      ...inserts,
      {
        text: `select app.enqueue_telling($1, $2::text::uuid, $3::text::uuid, app.append_event($1, $2::text::uuid, $3::text::uuid,
          $4::text::timestamptz, $5::text::jsonb, $6::text::uuid, $7, $8))`,
        params: Object.values(event),
      },
    ],
  ]
}

/** The rows of a table that belong to the referral, as one statement that inserts them with every value as text. */
async function insertAgain(
  admin: BenchDatabase['admin'],
  table: string,
  of: string,
  referralId: string,
): Promise<Statement> {
  const columns = await admin<{ name: string; type: string }[]>`
    select attname as name, format_type(atttypid, atttypmod) as type from pg_attribute
    where attrelid = ${table}::regclass and attnum > 0 and not attisdropped and attgenerated = '' order by attnum`
  const names = columns.map(({ name }) => name)
  const rows = await admin.unsafe(
    `select ${names.map((name) => `${name}::text as ${name}`).join(', ')} from ${table} where ${of}`,
    [referralId],
  )
  if (rows.length === 0) throw new Error(`The prototype left nothing in ${table}.`)
  const values = rows.map(
    (_, row) => `(${columns.map(({ type }, at) => `$${row * columns.length + at + 1}::text::${type}`).join(', ')})`,
  )
  return {
    text: `insert into ${table} (${names.join(', ')}) values ${values.join(', ')}`,
    params: rows.flatMap((row) => names.map((name) => row[name])),
  }
}
