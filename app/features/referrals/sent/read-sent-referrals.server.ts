import { asc, type SQL, sql } from 'drizzle-orm'
import { asActor, type Tx } from '../../../../db/as-actor.ts'
import { agency } from '../../../../db/schema/agency.ts'
import { rolesToAllocateAmong } from '../../../access/ability.ts'
import type { ConsentPurpose } from '../../../domain/consents/consent-purpose.ts'
import { type Cursor, keysOfPlace, placeOf } from '../../../domain/lists/cursor.ts'
import { type ListPage, PAGE_SIZE, pageFromRows } from '../../../domain/lists/list-page.ts'
import type { Reading } from '../../../domain/partnership/actor.ts'
import type { ReferralState } from '../../../domain/referrals/referral.ts'
import { owesNewsSql } from '../../../facts/client-news.server.ts'
import { listWorkersToChoose } from '../../../facts/list-workers.server.ts'
import { isBeyond, isoOf, type KeyColumn, orderBy } from '../../../facts/lists/keyset.server.ts'
import { countedUpTo } from '../../../facts/lists/read-page.server.ts'
import { attemptsSql } from '../../../facts/referral-attempts.server.ts'
import { readForExport } from '../../../timeline/read-for-export.server.ts'
import { COUNT_LIMIT, newestFirst, SENT_KEYS, type SentQuery } from './sent-query.ts'

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
  serious: boolean
  safeTimes: string
  byOverride: boolean
  decidedAt: string
  sentAt: string | null
  dueAt: string
  newsAt: string | null
  owesNews: boolean
}

/** `total` is counted up to one more than the limit. */
export interface SentPage extends ListPage<SentRow> {
  agencies: { agencyId: string; name: string }[]
  /** Colleagues whose referrals a manager can filter by; empty for others. */
  workers: { staffId: string; name: string }[]
}

type CountedRow = SentRow & { total: number; at: string; urgentOrder: number }

/**
 * One page of sent referrals. One statement reads 25 rows from an index and stops counting at a limit, so its cost
 * does not grow with the list.
 */
export async function readSentReferrals(reading: Reading, query: SentQuery): Promise<SentPage> {
  return asActor(reading.actor, async (tx) => {
    const [rows, agencies, workers] = await Promise.all([
      selectRows(tx, reading, query, PAGE_SIZE + 1),
      tx.select({ agencyId: agency.agencyId, name: agency.name }).from(agency).orderBy(asc(agency.name)),
      listWorkersToChoose(tx, reading.actor, rolesToAllocateAmong(reading.actor)),
    ])
    const shown = pageFromRows(rows, query, ({ urgentOrder, at, referralId }) => placeOf([urgentOrder, at, referralId]))
    return {
      ...shown,
      rows: shown.rows.map(asShown),
      page: query.page,
      total: rows[0]?.total ?? 0,
      agencies: agencies.filter(({ agencyId }) => agencyId !== reading.actor.agencyId),
      workers,
    }
  })
}

/** All pages of the list, up to the limit of the count. */
export async function exportSentReferrals(reading: Reading, query: SentQuery): Promise<SentRow[]> {
  const rows = await readForExport(reading, (tx) => selectRows(tx, reading, { ...query, cursor: null }, COUNT_LIMIT))
  return rows.map(asShown)
}

function asShown({ total: _total, at: _at, urgentOrder: _urgentOrder, ...row }: CountedRow): SentRow {
  return row
}

async function selectRows(tx: Tx, reading: Reading, query: SentQuery, limit: number): Promise<CountedRow[]> {
  const at = query.list === 'news' ? sql`r.news_at` : sql`r.due_at`
  const where = whereOf(reading, query)
  const isAscending = newestFirst(query.list) === (query.cursor?.direction === 'before')
  const columns = columnsOf(query.list, at)
  const beyond = query.cursor ? sql`and ${isBeyond(columns, cursorFor(query.list, query.cursor), isAscending)}` : sql``
  const rows = await tx.execute<CountedRow & Record<string, unknown>>(sql`
    with page as (
      select r.*, ${at} as at from referral r where ${where} ${beyond}
      order by ${orderBy(columns, isAscending)} limit ${limit}
    )
    select page.referral_id as "referralId", page.reference, o.case_id as "caseId", c.name as "clientName",
      a.name as "toName", page.purpose, page.state, ${attemptsSql('page')} as attempts, page.by_override as "byOverride",
      f.urgent_order = 0 as serious, coalesce(c.safe_contact ->> 'safeTimes', '') as "safeTimes", page.urgent_order as "urgentOrder",
      ${isoOf(sql`page.decided_at`)} as "decidedAt", ${isoOf(sql`page.sent_at`)} as "sentAt",
      ${isoOf(sql`page.due_at`)} as "dueAt", ${isoOf(sql`page.news_at`)} as "newsAt", ${isoOf(sql`page.at`)} as at,
      ${owesNewsSql('page')} as "owesNews",
      ${countedUpTo(COUNT_LIMIT, sql`from referral r where ${where}`)} as total
    from page
    join agency a on a.agency_id = page.to_agency_id
    join referral_origin o on o.agency_id = page.from_agency_id and o.referral_id = page.referral_id
    join case_file f on f.agency_id = o.agency_id and f.case_id = o.case_id
    join client c on c.agency_id = f.agency_id and c.client_id = f.client_id
    order by ${orderBy(columnsOf(query.list, sql`page.at`, 'page'), isAscending)}`)
  return [...rows]
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

/** Violence first, except in the list of news, whose index sorts by newest only. */
function columnsOf(list: SentQuery['list'], at: SQL, alias: 'r' | 'page' = 'r'): KeyColumn[] {
  const [urgent, instant, id] = SENT_KEYS
  const byInstant = [
    { column: at, kind: instant },
    { column: sql.raw(`${alias}.referral_id`), kind: id },
  ]
  return list === 'news' ? byInstant : [{ column: sql.raw(`${alias}.urgent_order`), kind: urgent }, ...byInstant]
}

/** All lists use the same cursor; the list of news does not sort by its first key. */
function cursorFor(list: SentQuery['list'], { direction, place }: Cursor): Cursor {
  return { direction, place: list === 'news' ? placeOf(keysOfPlace(place).slice(1)) : place }
}
