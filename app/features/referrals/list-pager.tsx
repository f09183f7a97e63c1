import { Link } from '@remix-run/react'

interface ListPagerProps {
  /** 1-based, counted along the way. */
  page: number
  shown: number
  total: number
  /** Counting stops here. */
  countLimit: number
  pageSize: number
  noun: { one: string; many: string }
  previousHref: string | null
  nextHref: string | null
}

/** How many there are and which of them are shown, for a list of any length: it is walked, not jumped through. */
export function ListPager({ previousHref, nextHref, ...count }: ListPagerProps) {
  return (
    <>
      <p className="govuk-body accord-count">{countInWords(count)}</p>
      {previousHref || nextHref ? (
        <nav className="govuk-pagination" aria-label="Pages">
          {previousHref ? <Step href={previousHref} kind="prev" /> : null}
          {nextHref ? <Step href={nextHref} kind="next" /> : null}
        </nav>
      ) : null}
    </>
  )
}

type Count = Pick<ListPagerProps, 'page' | 'shown' | 'total' | 'countLimit' | 'pageSize' | 'noun'>

function countInWords({ page, shown, total, countLimit, pageSize, noun }: Count): string {
  const number = (value: number) => value.toLocaleString('en-GB')
  if (total === 0) return `No ${noun.many}`
  if (total === 1) return `1 ${noun.one}`
  const all = total > countLimit ? `more than ${number(countLimit)}` : number(total)
  if (total <= pageSize) return `${all} ${noun.many}`
  const first = (page - 1) * pageSize + 1
  return `Page ${number(page)}: ${number(first)} to ${number(first + shown - 1)} of ${all} ${noun.many}`
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
