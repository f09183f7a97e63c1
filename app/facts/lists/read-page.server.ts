import { type SQL, sql } from 'drizzle-orm'
import type { PgTable } from 'drizzle-orm/pg-core'
import type { Tx } from '../../../db/as-actor.ts'
import type { Cursor } from '../../domain/lists/cursor.ts'
import { type ListPage, PAGE_SIZE, type PlaceInList, pageCountOf, pageFromRows } from '../../domain/lists/list-page.ts'

/** Rows are counted up to this number. Nobody pages further; a longer list needs a filter. */
const COUNTED_AT_MOST = 10_000

/** Which rows to read: those after a cursor, or after an offset. */
export interface PartOfList {
  cursor: Cursor | null
  /** False when reading backwards from a cursor. */
  isAscending: boolean
  limit: number
  offset: number
}

/** Counts at most one row more than `limit`, so that the cost has a bound. */
export function countedUpTo(limit: number, rows: SQL): SQL<number> {
  return sql<number>`(select count(*)::int from (select ${rows} limit ${limit + 1}) as counted)`
}

export async function countRows(tx: Tx, table: PgTable, where: SQL | undefined): Promise<number> {
  const rows = sql`from ${table} where ${where ?? sql`true`}`
  const [row] = await tx.execute<{ counted: number }>(sql`select ${countedUpTo(COUNTED_AT_MOST, rows)} as counted`)
  return row?.counted ?? 0
}

/** A query with an order, and without limit and offset. */
interface Ordered<Row> {
  limit: (rows: number) => { offset: (rows: number) => PromiseLike<Row[]> }
}

export async function takePart<Row>(ordered: Ordered<Row>, { limit, offset }: PartOfList): Promise<Row[]> {
  return ordered.limit(limit).offset(offset)
}

interface ReadPage<Row> {
  /** The number of rows on all pages. */
  counted: number
  select: (part: PartOfList) => Promise<Row[]>
  /** Only for lists with cursors. */
  placeOfRow?: (row: Row) => string
}

/** One page of a list, from its cursor or otherwise from its number. Beyond the end, the last page. */
export async function readPage<Row>(
  place: PlaceInList,
  { counted, select, placeOfRow }: ReadPage<Row>,
): Promise<ListPage<Row>> {
  const total = Math.min(counted, COUNTED_AT_MOST)
  let page = Math.min(place.page, pageCountOf(total))
  // Without rows, reading a page would scan the whole range to find nothing.
  if (total === 0) return { rows: [], page, total, previous: null, next: null }
  const limit = PAGE_SIZE + 1
  const pageFrom = (rows: Row[], cursor: Cursor | null) => {
    const shown = pageFromRows(rows, { cursor, page }, placeOfRow ?? (() => ''))
    return placeOfRow ? { ...shown, page, total } : { rows: shown.rows, page, total, previous: null, next: null }
  }
  const { cursor } = place
  if (cursor) {
    const rows = await select({ cursor, isAscending: cursor.direction === 'after', limit, offset: 0 })
    if (rows.length > 0) return pageFrom(rows, cursor)
    // Nothing lies before the place: that is the beginning of the list.
    if (cursor.direction === 'before') page = 1
  }
  const offset = (page - 1) * PAGE_SIZE
  return pageFrom(await select({ cursor: null, isAscending: true, limit, offset }), null)
}
