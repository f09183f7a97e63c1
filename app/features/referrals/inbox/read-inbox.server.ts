import { type SQL, sql } from 'drizzle-orm'
import { asActor, type Tx } from '../../../../db/as-actor.ts'
import { rolesToAllocateAmong } from '../../../access/ability.ts'
import type { Reading } from '../../../domain/partnership/actor.ts'
import { REFERRAL_STATES } from '../../../domain/referrals/referral.ts'
import { dueStatus } from '../../../domain/referrals/referral-due.ts'
import { clientToStopContacting } from '../../../domain/referrals/referral-move.ts'
import { listWorkersToChoose } from '../../../facts/list-workers.server.ts'
import { isReceived } from '../../../facts/received-referrals.server.ts'
import { attemptsSql } from '../../../facts/referral-attempts.server.ts'
import { recordEvent } from '../../../timeline/record-event.server.ts'
import { COUNT_LIMIT, cursorText, type InboxQuery, PAGE_SIZE, statesOf } from './inbox-query.ts'
import type { InboxPage, InboxRow } from './inbox-row.ts'

/**
 * One page of the referrals sent to this agency: violence or its threat first, then the soonest answer, the riskiest
 * first among those due at the same instant, the latest first among the finished. One statement: 25 rows from the index,
 * their names and packages, and a count that stops, so that it costs the same however many there are.
 */
export async function readInbox(reading: Reading, query: InboxQuery): Promise<InboxPage> {
  const [rows, workers] = await asActor(reading.actor, (tx) =>
    Promise.all([
      selectRows(tx, reading, query, PAGE_SIZE + 1),
      query.lane === 'to_answer' ? [] : listWorkersToChoose(tx, reading.actor, rolesToAllocateAmong(reading.actor)),
    ]),
  )
  const backwards = query.cursor?.direction === 'before'
  const more = rows.length > PAGE_SIZE
  const shown = rows.slice(0, PAGE_SIZE)
  if (backwards) shown.reverse()
  const total = shown[0]?.total ?? 0
  const [first, last] = [shown[0], shown.at(-1)]
  return {
    rows: shown.map(asShown),
    total,
    previous: first && (backwards ? more : query.cursor) ? cursorText(first) : null,
    next: last && (backwards || more) ? cursorText(last) : null,
    workers,
  }
}

/** What the list shows, all pages up to the limit of the count; taking it away is an event of the log. */
export async function exportInbox(reading: Reading, query: InboxQuery): Promise<InboxRow[]> {
  return asActor(reading.actor, async (tx) => {
    const rows = await selectRows(tx, reading, { ...query, cursor: null }, COUNT_LIMIT)
    await recordEvent(tx, reading, { kind: 'record-consulted', data: { what: 'export' } })
    return rows.map(asShown)
  })
}

/** ISO 8601, whatever zone the server is in. */
const DUE_AT = sql`to_char(page.due_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`

type CountedRow = Omit<InboxRow, 'stopContact'> & {
  urgentOrder: number
  urgency: number
  total: number
  stopName: string | null
}

function asShown({ urgentOrder: _order, urgency: _urgency, total: _total, stopName, ...row }: CountedRow): InboxRow {
  return { ...row, stopContact: clientToStopContacting({ stopName, reference: row.reference }) }
}

async function selectRows(tx: Tx, reading: Reading, query: InboxQuery, limit: number): Promise<CountedRow[]> {
  const where = isReceived(reading.actor, query, reading.now)
  const forwards = (query.lane === 'finished') === (query.cursor?.direction === 'before')
  const order = (alias: 'r' | 'page') =>
    sql.raw(
      ['urgent_order', 'due_at', 'urgency', 'referral_id']
        .map((name) => `${alias}.${name}${forwards ? '' : ' desc'}`)
        .join(', '),
    )
  const worker = workerOf(reading, query)
  const columns = sql`r.referral_id, r.reference, r.state, r.urgent_order, r.due_at, r.urgency, r.by_override, r.from_agency_id,
    r.recipient_worker_id, r.package_version`
  const counted = sql`from referral r where ${where} order by ${order('r')} limit ${COUNT_LIMIT + 1}`
  // The first page is the beginning of what is counted, so one look at the index gives both.
  const from = query.cursor
    ? {
        page: sql`page as (select ${columns} from referral r where ${where} ${beyond(query, forwards)}
          order by ${order('r')} limit ${limit})`,
        total: sql`(select count(*)::int from (select ${counted}) as counted)`,
      }
    : {
        page: sql`found as materialized (select ${columns} ${counted}),
          page as (select r.* from found r order by ${order('r')} limit ${limit})`,
        total: sql`(select count(*)::int from found)`,
      }
  const rows = await tx.execute<CountedRow & Record<string, unknown>>(sql`
    with ${from.page}
    select page.referral_id as "referralId", page.reference, page.state, ${attemptsSql('page')} as attempts, ${DUE_AT} as "dueAt",
      page.urgent_order as "urgentOrder", page.urgent_order = 0 as serious, page.urgency, page.by_override as "byOverride", sender.name as "fromName", shared.client_name as "clientName",
      ${stopName(query)} as "stopName", shared.risk, shared.needs, shared.safe_times as "safeTimes", ${worker.name} as "workerName",
      ${from.total} as total
    from page
    join agency sender on sender.agency_id = page.from_agency_id
    left join referral_package shared on shared.referral_id = page.referral_id
      and shared.version = page.package_version and page.state in (${shownStates(query)})
    ${worker.join}
    order by ${order('page')}`)
  return rows.map((row) => ({ ...row, dueStatus: dueStatus({ ...row, dueAt: new Date(row.dueAt) }, reading.now) }))
}

/** Whoever accepted it; before that there is nobody, and nothing to look for. */
function workerOf({ actor }: Reading, { lane }: InboxQuery): { name: SQL; join: SQL } {
  if (lane === 'to_answer') return { name: sql`null`, join: sql`` }
  const ofUs = sql`worker.agency_id = ${actor.agencyId} and worker.staff_id = page.recipient_worker_id`
  return { name: sql`worker.name`, join: sql`left join staff worker on ${ofUs}` }
}

/** Only what has ended waits for that; the other lanes are read from the index alone. */
function stopName({ lane }: InboxQuery): SQL {
  if (lane !== 'finished') return sql`null`
  return sql`(select stopped.stop_name from referral stopped where stopped.referral_id = page.referral_id)`
}

function beyond({ cursor }: InboxQuery, forwards: boolean): SQL {
  if (!cursor) return sql``
  const at = sql`(${cursor.urgentOrder}::smallint, ${cursor.dueAt}::timestamptz, ${cursor.urgency}::smallint,
    ${cursor.referralId}::uuid)`
  const row = sql`(r.urgent_order, r.due_at, r.urgency, r.referral_id)`
  return forwards ? sql`and ${row} > ${at}` : sql`and ${row} < ${at}`
}

function shownStates({ lane }: InboxQuery): SQL {
  const shown = statesOf(lane).filter((state) => REFERRAL_STATES[state].packageShown)
  return sql.join(
    shown.map((state) => sql`${state}`),
    sql`, `,
  )
}
