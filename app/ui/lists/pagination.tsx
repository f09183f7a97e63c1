import { Link } from '@remix-run/react'
import { countInWords } from './count-in-words.ts'
import { pagesAround } from './pages-around.ts'

interface PaginationProps {
  /** 1-based. */
  page: number
  pageCount: number
  /** The number of rows on all pages. */
  total: number
  pageSize?: number
  /** What the rows are: { one: 'referral', many: 'referrals' }. */
  noun: { one: string; many: string }
  hrefFor: (page: number) => string
}

/** The number of rows and which of them are shown. Links to other pages appear when there are any. */
export function Pagination({ page, pageCount, total, pageSize = 25, noun, hrefFor }: PaginationProps) {
  return (
    <>
      <p className="govuk-body accord-count">{countInWords({ page, total, pageSize, noun })}</p>
      {pageCount > 1 ? (
        <nav className="govuk-pagination" aria-label="Pages">
          {page > 1 ? <Step href={hrefFor(page - 1)} kind="prev" /> : null}
          <ul className="govuk-pagination__list">
            {pagesAround(page, pageCount).map((shown, position) =>
              shown === 'gap' ? (
                <li
                  key={position === 1 ? 'before' : 'after'}
                  className="govuk-pagination__item govuk-pagination__item--ellipsis"
                >
                  ⋯
                </li>
              ) : (
                <PageLink key={shown} page={shown} current={shown === page} href={hrefFor(shown)} />
              ),
            )}
          </ul>
          {page < pageCount ? <Step href={hrefFor(page + 1)} kind="next" /> : null}
        </nav>
      ) : null}
    </>
  )
}

function PageLink({ page, current, href }: { page: number; current: boolean; href: string }) {
  return (
    <li className={`govuk-pagination__item${current ? ' govuk-pagination__item--current' : ''}`}>
      <Link
        to={href}
        className="govuk-link govuk-pagination__link"
        aria-label={`Page ${page}`}
        aria-current={current ? 'page' : undefined}
      >
        {page}
      </Link>
    </li>
  )
}

function Step({ href, kind }: { href: string; kind: 'prev' | 'next' }) {
  return (
    <div className={`govuk-pagination__${kind}`}>
      <Link to={href} className="govuk-link govuk-pagination__link" rel={kind}>
        <span className="govuk-pagination__link-title">
          {kind === 'prev' ? 'Previous' : 'Next'}
          <span className="govuk-visually-hidden"> page</span>
        </span>
      </Link>
    </div>
  )
}
