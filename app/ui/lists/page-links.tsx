import { Link } from '@remix-run/react'
import { pagesAround } from './pages-around.ts'

interface PageLinksProps {
  previousHref: string | null
  nextHref: string | null
  /** Left out where pages are walked, not jumped through. */
  numbers?: { page: number; pageCount: number; hrefOf: (page: number) => string }
}

/** The way to the other pages of a list; nothing where there are none. */
export function PageLinks({ previousHref, nextHref, numbers }: PageLinksProps) {
  if (!previousHref && !nextHref) return null
  return (
    <nav className="govuk-pagination" aria-label="Pages">
      {previousHref ? <Step href={previousHref} kind="prev" /> : null}
      {numbers ? (
        <ul className="govuk-pagination__list">
          {pagesAround(numbers.page, numbers.pageCount).map((shown, position) =>
            shown === 'gap' ? (
              <li
                key={position === 1 ? 'before' : 'after'}
                className="govuk-pagination__item govuk-pagination__item--ellipsis"
              >
                ⋯
              </li>
            ) : (
              <PageLink key={shown} page={shown} current={shown === numbers.page} href={numbers.hrefOf(shown)} />
            ),
          )}
        </ul>
      ) : null}
      {nextHref ? <Step href={nextHref} kind="next" /> : null}
    </nav>
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
