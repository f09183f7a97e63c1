import { type SQL, sql } from 'drizzle-orm'
import type { PgTable } from 'drizzle-orm/pg-core'
import type { Tx } from '../../../db/as-actor.ts'
import type { Cursor } from '../../domain/lists/cursor.ts'
import { type ListPage, PAGE_SIZE, type PlaceInList, pageCountOf, pageFromRows } from '../../domain/lists/list-page.ts'

/** Nobody pages further than this: a longer list wants a filter. */
const COUNTED_AT_MOST = 10_000

/** Which rows of a list to read: beyond a cursor, or after so many of them. */
export interface PartOfList {
  cursor: Cursor | null
  /** Backwards from a cursor the order is turned round. */
  isAscending: boolean
  limit: number
  offset: number
}

/** Counts no further than one more than `limit`, so that it costs the same however many rows there are. */
export function countedUpTo(limit: number, rows: SQL): SQL<number> {
  return sql<number>`(select count(*)::int from (select ${rows} limit ${limit + 1}) as counted)`
}

export async function countRows(tx: Tx, table: PgTable, where: SQL | undefined): Promise<number> {
  const rows = sql`from ${table} where ${where ?? sql`true`}`
  const [row] = await tx.execute<{ counted: number }>(sql`select ${countedUpTo(COUNTED_AT_MOST, rows)} as counted`)
  return row?.counted ?? 0
}

/** A statement of the query builder that has its order, and not yet its part. */
interface Ordered<Row> {
  limit: (rows: number) => { offset: (rows: number) => PromiseLike<Row[]> }
}

export async function takePart<Row>(ordered: Ordered<Row>, { limit, offset }: PartOfList): Promise<Row[]> {
  return ordered.limit(limit).offset(offset)
}

interface ReadPage<Row> {
  /** Of all pages together. */
  counted: number
  select: (part: PartOfList) => Promise<Row[]>
  /** For a list with cursors. */
  placeOfRow?: (row: Row) => string
}

/**
 * One page of a list whose pages have numbers: from its cursor, or where the address has only the number, so many pages
 * in. A number or a cursor beyond the end shows the last page.
 */
export async function readPage<Row>(
  place: PlaceInList,
  { counted, select, placeOfRow }: ReadPage<Row>,
): Promise<ListPage<Row>> {
  const total = Math.min(counted, COUNTED_AT_MOST)
  const page = Math.min(place.page, pageCountOf(total))
  // Walking through everything for the first page of nothing would be the slowest of all.
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
  }
  return pageFrom(await select({ cursor: null, isAscending: true, limit, offset: (page - 1) * PAGE_SIZE }), null)
}
