import { type SQL, sql } from 'drizzle-orm'
import { asActor, type Tx } from '../../../../db/as-actor.ts'
import { rolesToAllocateAmong } from '../../../access/ability.ts'
import { placeOf } from '../../../domain/lists/cursor.ts'
import { PAGE_SIZE, pageFromRows } from '../../../domain/lists/list-page.ts'
import type { Reading } from '../../../domain/partnership/actor.ts'
import { REFERRAL_STATES } from '../../../domain/referrals/referral.ts'
import { dueStatus } from '../../../domain/referrals/referral-due.ts'
import { clientToStopContacting } from '../../../domain/referrals/referral-move.ts'
import { listWorkersToChoose } from '../../../facts/list-workers.server.ts'
import { isBeyond, isoOf, type KeyColumn, orderBy } from '../../../facts/lists/keyset.server.ts'
import { countedUpTo } from '../../../facts/lists/read-page.server.ts'
import { isReceived } from '../../../facts/received-referrals.server.ts'
import { attemptsSql } from '../../../facts/referral-attempts.server.ts'
import { readForExport } from '../../../timeline/read-for-export.server.ts'
import { COUNT_LIMIT, INBOX_KEYS, type InboxQuery, statesOf } from './inbox-query.ts'
import type { InboxPage, InboxRow } from './inbox-row.ts'

/**
 * One page of received referrals: violence first, then the earliest due date, then the highest risk; finished ones
 * latest first. One statement reads 25 rows from an index and stops counting at a limit, so its cost does not grow
 * with the list.
 */
export async function readInbox(reading: Reading, query: InboxQuery): Promise<InboxPage> {
  const [rows, workers] = await asActor(reading.actor, (tx) =>
    Promise.all([
      selectRows(tx, reading, query, PAGE_SIZE + 1),
      query.lane === 'to_answer' ? [] : listWorkersToChoose(tx, reading.actor, rolesToAllocateAmong(reading.actor)),
    ]),
  )
  const shown = pageFromRows(rows, query, ({ urgentOrder, dueAt, urgency, referralId }) =>
    placeOf([urgentOrder, dueAt, urgency, referralId]),
  )
  return { ...shown, rows: shown.rows.map(asShown), page: query.page, total: rows[0]?.total ?? 0, workers }
}

/** All pages of the list, up to the limit of the count. */
export async function exportInbox(reading: Reading, query: InboxQuery): Promise<InboxRow[]> {
  const rows = await readForExport(reading, (tx) => selectRows(tx, reading, { ...query, cursor: null }, COUNT_LIMIT))
  return rows.map(asShown)
}

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
  const isAscending = (query.lane === 'finished') === (query.cursor?.direction === 'before')
  const order = (alias: 'r' | 'page') => orderBy(columnsOf(alias), isAscending)
  const beyond = query.cursor ? sql`and ${isBeyond(columnsOf('r'), query.cursor, isAscending)}` : sql``
  const worker = workerOf(reading, query)
  const columns = sql`r.referral_id, r.reference, r.state, r.urgent_order, r.due_at, r.urgency, r.by_override, r.from_agency_id,
    r.recipient_worker_id, r.package_version`
  const found = sql`from referral r where ${where} order by ${order('r')}`
  // On the first page, the page and the count read the same part of the index, so one read gives both.
  const from = query.cursor
    ? {
        page: sql`page as (select ${columns} from referral r where ${where} ${beyond}
          order by ${order('r')} limit ${limit})`,
        total: countedUpTo(COUNT_LIMIT, found),
      }
    : {
        page: sql`found as materialized (select ${columns} ${found} limit ${COUNT_LIMIT + 1}),
          page as (select r.* from found r order by ${order('r')} limit ${limit})`,
        total: sql`(select count(*)::int from found)`,
      }
  const rows = await tx.execute<CountedRow & Record<string, unknown>>(sql`
    with ${from.page}
    select page.referral_id as "referralId", page.reference, page.state, ${attemptsSql('page')} as attempts, ${isoOf(sql`page.due_at`)} as "dueAt",
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

/** The person who accepted it. Before that there is none to look up. */
function workerOf({ actor }: Reading, { lane }: InboxQuery): { name: SQL; join: SQL } {
  if (lane === 'to_answer') return { name: sql`null`, join: sql`` }
  const ofUs = sql`worker.agency_id = ${actor.agencyId} and worker.staff_id = page.recipient_worker_id`
  return { name: sql`worker.name`, join: sql`left join staff worker on ${ofUs}` }
}

/** Only finished referrals can have a name here; the other lanes then need nothing but the index. */
function stopName({ lane }: InboxQuery): SQL {
  if (lane !== 'finished') return sql`null`
  return sql`(select stopped.stop_name from referral stopped where stopped.referral_id = page.referral_id)`
}

function columnsOf(alias: 'r' | 'page'): KeyColumn[] {
  return ['urgent_order', 'due_at', 'urgency', 'referral_id'].map((name, at) => ({
    column: sql.raw(`${alias}.${name}`),
    kind: INBOX_KEYS[at] ?? 'id',
  }))
}

function shownStates({ lane }: InboxQuery): SQL {
  const shown = statesOf(lane).filter((state) => REFERRAL_STATES[state].packageShown)
  return sql.join(
    shown.map((state) => sql`${state}`),
    sql`, `,
  )
}
