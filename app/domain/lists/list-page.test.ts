import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Cursor } from './cursor.ts'
import { PAGE_SIZE, pageCountOf, pageFromRows } from './list-page.ts'

/** What a database would answer: the rows beyond the cursor, in the direction of reading, one more than a page. */
function rowsBeyond(all: readonly string[], cursor: Cursor | null): string[] {
  const place = all.indexOf(cursor?.place ?? '')
  if (!cursor) return all.slice(0, PAGE_SIZE + 1)
  if (cursor.direction === 'after') return all.slice(place + 1, place + 2 + PAGE_SIZE)
  return all
    .slice(0, place)
    .reverse()
    .slice(0, PAGE_SIZE + 1)
}

function pageAt(all: readonly string[], cursor: Cursor | null, page = 1) {
  return pageFromRows(rowsBeyond(all, cursor), { cursor, page }, (row) => row)
}

describe('the pages of a list', () => {
  it('hold every row exactly once, forwards, and the same pages backwards', () => {
    fc.assert(
      fc.property(fc.nat(130), (count) => {
        const all = Array.from({ length: count }, (_, at) => `row ${String(at).padStart(3, '0')}`)
        const forwards = [pageAt(all, null)]
        for (let next = forwards[0]?.next; next; next = forwards.at(-1)?.next)
          forwards.push(pageAt(all, { direction: 'after', place: next }, 2))
        expect(forwards.flatMap(({ rows }) => rows)).toEqual(all)
        expect(forwards).toHaveLength(pageCountOf(count))
        const back = [forwards.at(-1)?.rows ?? []]
        for (let previous = forwards.at(-1)?.previous; previous; ) {
          const page = pageAt(all, { direction: 'before', place: previous })
          back.unshift(page.rows)
          previous = page.previous
        }
        expect(back).toEqual(forwards.map(({ rows }) => rows))
      }),
    )
  })

  it('have a page before them when they were opened by their number', () => {
    expect(pageFromRows(['a', 'b'], { cursor: null, page: 2 }, (row) => row)).toMatchObject({
      previous: 'a',
      next: null,
    })
  })

  it.each([
    { total: 0, pages: 1 },
    { total: 25, pages: 1 },
    { total: 26, pages: 2 },
    { total: 10_000, pages: 400 },
  ])('are $pages for $total rows', ({ total, pages }) => {
    expect(pageCountOf(total)).toBe(pages)
  })
})
