import { countInWords } from './count-in-words.ts'
import { PageLinks } from './page-links.tsx'

interface PaginationProps {
  page: number
  pageCount: number
  /** The number of rows on all pages. */
  total: number
  pageSize: number
  /** What the rows are: { one: 'area', many: 'areas' }. */
  noun: { one: string; many: string }
  hrefFor: (page: number) => string
}

/** Pages of rows that are all at hand already, by their numbers. */
export function Pagination({ page, pageCount, total, pageSize, noun, hrefFor }: PaginationProps) {
  const shown = Math.min(pageSize, total - (page - 1) * pageSize)
  return (
    <>
      <p className="govuk-body accord-count">{countInWords({ page, shown, total, pageSize, noun })}</p>
      <PageLinks
        previousHref={page > 1 ? hrefFor(page - 1) : null}
        nextHref={page < pageCount ? hrefFor(page + 1) : null}
        numbers={{ page, pageCount, hrefOf: hrefFor }}
      />
    </>
  )
}
