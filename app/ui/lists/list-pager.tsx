import { type ListPage, PAGE_SIZE, type PlaceInList, pageCountOf } from '../../domain/lists/list-page.ts'
import { countInWords } from './count-in-words.ts'
import type { List } from './list-query.ts'
import { PageLinks } from './page-links.tsx'

interface ListPagerProps<Query> {
  list: Pick<List<Query>, 'href' | 'isNumbered'>
  query: Query
  page: Pick<ListPage<unknown>, 'page' | 'total' | 'previous' | 'next'> & { rows: readonly unknown[] }
  /** Where counting stops, if the page says so. */
  countLimit?: number
  noun: { one: string; many: string }
}

/**
 * How many rows there are and which of them are shown, always; and the way to the others. The pages beside this one go by
 * its cursor, others by their number; a list without numbers is walked, not jumped through.
 */
export function ListPager<Query extends PlaceInList>({ list, query, page, countLimit, noun }: ListPagerProps<Query>) {
  const { page: number, total, previous, next } = page
  const pageCount = pageCountOf(total)
  const hrefOf = (to: number) => list.href(query, placeOfPage(to) as Partial<Query>)
  function placeOfPage(to: number): Partial<PlaceInList> {
    if (to === number - 1 && previous && !(list.isNumbered && to === 1))
      return { cursor: { direction: 'before', place: previous }, page: to }
    if (to === number + 1 && next) return { cursor: { direction: 'after', place: next }, page: to }
    return { page: to }
  }
  // A list that became shorter may have rows beyond this page although their number is gone.
  const hasPrevious = previous !== null || (list.isNumbered && number > 1)
  const hasNext = next !== null || (list.isNumbered && number < pageCount)
  const words = countInWords({ page: number, shown: page.rows.length, total, countLimit, pageSize: PAGE_SIZE, noun })
  const isWalked = !list.isNumbered && total > PAGE_SIZE
  return (
    <>
      <p className="govuk-body accord-count">{isWalked ? `Page ${number.toLocaleString('en-GB')}: ${words}` : words}</p>
      <PageLinks
        previousHref={hasPrevious ? hrefOf(number - 1) : null}
        nextHref={hasNext ? hrefOf(number + 1) : null}
        numbers={list.isNumbered ? { page: number, pageCount, hrefOf } : undefined}
      />
    </>
  )
}
