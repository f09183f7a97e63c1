import type { Cursor } from './cursor.ts'

export const PAGE_SIZE = 25

/** Where a reader is in a list, as its address says. Without a cursor the number decides; with one it is only shown. */
export interface PlaceInList {
  cursor: Cursor | null
  /** 1-based. */
  page: number
}

/** One page of a list. */
export interface ListPage<Row> {
  rows: Row[]
  /** The page shown, 1-based: the last one when a later one was wanted. */
  page: number
  /** Rows in all pages together, as far as they are counted. */
  total: number
  /** Places for the cursors of the pages beside this one; null where there is no such page. */
  previous: string | null
  next: string | null
}

/**
 * A page from the rows that a cursor leads to: read in the direction of reading, so backwards ones are turned round, and
 * one more than is shown, which says whether there is a page beyond.
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

/** How many pages so many rows make; none are one empty page. */
export function pageCountOf(total: number, pageSize = PAGE_SIZE): number {
  return Math.max(1, Math.ceil(total / pageSize))
}
