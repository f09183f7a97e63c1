import type { Cursor } from './cursor.ts'

export const PAGE_SIZE = 25

/** The reader's place in a list, from its address. With a cursor, the page number is only shown. */
export interface PlaceInList {
  cursor: Cursor | null
  page: number
}

export interface ListPage<Row> {
  rows: Row[]
  /** 1-based; the last page if a later one was requested. */
  page: number
  /** Number of rows in all pages, up to a limit. */
  total: number
  /** Places for the cursors of the previous and the next page; null if there is none. */
  previous: string | null
  next: string | null
}

/**
 * Makes a page from the rows after a cursor. They come in reading direction, so rows read backwards are reversed. One
 * row more than the page shows whether another page follows.
 */
export function pageFromRows<Row>(
  rows: readonly Row[],
  { cursor, page }: PlaceInList,
  placeOfRow: (row: Row) => string,
): Omit<ListPage<Row>, 'page' | 'total'> {
  const backwards = cursor?.direction === 'before'
  const hasMore = rows.length > PAGE_SIZE
  const shown = rows.slice(0, PAGE_SIZE)
  if (backwards) shown.reverse()
  const [first, last] = [shown[0], shown.at(-1)]
  const hasPrevious = backwards ? hasMore : cursor !== null || page > 1
  return {
    rows: shown,
    previous: first !== undefined && hasPrevious ? placeOfRow(first) : null,
    next: last !== undefined && (backwards || hasMore) ? placeOfRow(last) : null,
  }
}

export function pageCountOf(total: number, pageSize = PAGE_SIZE): number {
  return Math.max(1, Math.ceil(total / pageSize))
}
