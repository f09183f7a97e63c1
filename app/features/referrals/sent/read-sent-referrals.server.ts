import { asc, type SQL, sql } from 'drizzle-orm'
import { asActor, type Tx } from '../../../../db/as-actor.ts'
import { agency } from '../../../../db/schema/agency.ts'
import { rolesToAllocateAmong } from '../../../access/ability.ts'
import type { ConsentPurpose } from '../../../domain/consents/consent-purpose.ts'
import type { Reading } from '../../../domain/partnership/actor.ts'
import type { ReferralState } from '../../../domain/referrals/referral.ts'
import { owesNewsSql } from '../../../facts/client-news.server.ts'
import { listWorkersToChoose } from '../../../facts/list-workers.server.ts'
import { attemptsSql } from '../../../facts/referral-attempts.server.ts'
import { recordEvent } from '../../../timeline/record-event.server.ts'
import { newestFirst, type SentCursor, type SentQuery } from './sent-query.ts'

const PAGE_SIZE = 25

/** Counting stops here: "more than 1,000" is all that anybody needs to know. */
const COUNT_LIMIT = 1000

/** One line of the list. Instants are ISO 8601. */
export interface SentRow {
  referralId: string
  reference: string
  caseId: string
  clientName: string
  toName: string
  purpose: ConsentPurpose
  state: ReferralState
  attempts: number | null
  /** Violence or threat of violence in the case. */
  serious: boolean
  safeTimes: string
  byOverride: boolean
  decidedAt: string
  sentAt: string | null
  dueAt: string
  newsAt: string | null
  owesNews: boolean
}

export interface SentPage {
  rows: SentRow[]
  /** Counted up to one more than the limit. */
  total: number
  countLimit: number
  pageSize: number
  previous: Omit<SentCursor, 'direction'> | null
  next: Omit<SentCursor, 'direction'> | null
  /** The other agencies, for the filter. */
  agencies: { agencyId: string; name: string }[]
  /** For a manager, those whose referrals can be chosen; for others none. */
  workers: { staffId: string; name: string }[]
}

type CountedRow = SentRow & { total: number; at: string; urgentOrder: number }

/**
 * One page of what this agency has referred. One statement: 25 rows from an index, their names, and a count that stops,
 * so that it costs the same however many there are.
 */
export async function readSentReferrals(reading: Reading, query: SentQuery): Promise<SentPage> {
  return asActor(reading.actor, async (tx) => {
    const [rows, agencies, workers] = await Promise.all([
      selectRows(tx, reading, query, PAGE_SIZE + 1),
      tx.select({ agencyId: agency.agencyId, name: agency.name }).from(agency).orderBy(asc(agency.name)),
      listWorkersToChoose(tx, reading.actor, rolesToAllocateAmong(reading.actor)),
    ])
    const backwards = query.cursor?.direction === 'before'
    const more = rows.length > PAGE_SIZE
    const shown = rows.slice(0, PAGE_SIZE)
    if (backwards) shown.reverse()
    const [first, last] = [shown[0], shown.at(-1)]
    return {
      rows: shown.map(asShown),
      total: first?.total ?? 0,
      countLimit: COUNT_LIMIT,
      pageSize: PAGE_SIZE,
      previous: first && (backwards ? more : query.cursor) ? placeOf(first) : null,
      next: last && (backwards || more) ? placeOf(last) : null,
      agencies: agencies.filter(({ agencyId }) => agencyId !== reading.actor.agencyId),
      workers,
    }
  })
}

/** What the list shows, all pages up to the limit of the count; taking it away is an event of the log. */
export async function exportSentReferrals(reading: Reading, query: SentQuery): Promise<SentRow[]> {
  return asActor(reading.actor, async (tx) => {
    const rows = await selectRows(tx, reading, { ...query, cursor: null }, COUNT_LIMIT)
    await recordEvent(tx, reading, { kind: 'record-consulted', data: { what: 'export' } })
    return rows.map(asShown)
  })
}

function asShown({ total: _total, at: _at, urgentOrder: _urgentOrder, ...row }: CountedRow): SentRow {
  return row
}

function placeOf({ urgentOrder, at, referralId }: CountedRow) {
  return { urgentOrder, at, referralId }
}

async function selectRows(tx: Tx, reading: Reading, query: SentQuery, limit: number): Promise<CountedRow[]> {
  const at = query.list === 'news' ? sql`r.news_at` : sql`r.due_at`
  const where = whereOf(reading, query)
  const forwards = newestFirst(query.list) === (query.cursor?.direction === 'before')
  const keys = keysOf(query.list, at)
  const order = (names: readonly SQL[]) =>
    sql.join(
      names.map((name) => (forwards ? name : sql`${name} desc`)),
      sql`, `,
    )
  const rows = await tx.execute<CountedRow & Record<string, unknown>>(sql`
    with page as (
      select r.*, ${at} as at from referral r where ${where} ${beyond(query, keys, forwards)}
      order by ${order(keys)} limit ${limit}
    )
    select page.referral_id as "referralId", page.reference, o.case_id as "caseId", c.name as "clientName",
      a.name as "toName", page.purpose, page.state, ${attemptsSql('page')} as attempts, page.by_override as "byOverride",
      f.urgent_order = 0 as serious, coalesce(c.safe_contact ->> 'safeTimes', '') as "safeTimes", page.urgent_order as "urgentOrder",
      ${iso(sql`page.decided_at`)} as "decidedAt", ${iso(sql`page.sent_at`)} as "sentAt",
      ${iso(sql`page.due_at`)} as "dueAt", ${iso(sql`page.news_at`)} as "newsAt", ${iso(sql`page.at`)} as at,
      ${owesNewsSql('page')} as "owesNews",
      (select count(*)::int from (select from referral r where ${where} limit ${COUNT_LIMIT + 1}) as counted) as total
    from page
    join agency a on a.agency_id = page.to_agency_id
    join referral_origin o on o.agency_id = page.from_agency_id and o.referral_id = page.referral_id
    join case_file f on f.agency_id = o.agency_id and f.case_id = o.case_id
    join client c on c.agency_id = f.agency_id and c.client_id = f.client_id
    order by ${order(keysOf(query.list, sql`page.at`, 'page'))}`)
  return [...rows]
}

/** Whatever zone the server is in. */
function iso(instant: SQL): SQL {
  return sql`to_char(${instant} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`
}

function whereOf({ actor, now }: Reading, { list, toAgencyId, mine, workerId, overdue }: SentQuery): SQL {
  const lane = list === 'news' ? owesNewsSql('r') : sql`r.lane = ${list}`
  return sql.join(
    [
      sql`r.from_agency_id = ${actor.agencyId} and ${lane}`,
      ...(toAgencyId ? [sql`r.to_agency_id = ${toAgencyId}`] : []),
      ...(mine ? [sql`r.sender_worker_id = ${actor.staffId}`] : []),
      ...(workerId ? [sql`r.sender_worker_id = ${workerId}`] : []),
      ...(overdue && !newestFirst(list) ? [sql`r.due_at < ${now.toISOString()}::timestamptz`] : []),
    ],
    sql` and `,
  )
}

/** Violence or threat of violence first where something is expected; the news are the newest first, as their index has them. */
function keysOf(list: SentQuery['list'], at: SQL, alias: 'r' | 'page' = 'r'): SQL[] {
  const [urgent, id] = [sql.raw(`${alias}.urgent_order`), sql.raw(`${alias}.referral_id`)]
  return list === 'news' ? [at, id] : [urgent, at, id]
}

function beyond({ list, cursor }: SentQuery, keys: readonly SQL[], forwards: boolean): SQL {
  if (!cursor) return sql``
  const urgent = list === 'news' ? sql`` : sql`${cursor.urgentOrder}::smallint, `
  const place = sql`(${urgent}${cursor.at}::timestamptz, ${cursor.referralId}::uuid)`
  const row = sql`(${sql.join([...keys], sql`, `)})`
  return forwards ? sql`and ${row} > ${place}` : sql`and ${row} < ${place}`
}
