import { Form, Link } from '@remix-run/react'
import type { ReactNode } from 'react'

interface FilterProps {
  /** The address of the list. The filters become its query. */
  action: string
  /** The filters in use, each with the address of the list without it. */
  selected: readonly { label: string; removeHref: string }[]
  clearHref: string
  /** Form controls that show the filters in use. */
  children: ReactNode
}

/** The filters of a list, as a closed GET form. The filters in use are always visible. */
export function Filter({ action, selected, clearHref, children }: FilterProps) {
  const count = selected.length === 0 ? '' : ` (${selected.length} on)`
  return (
    <div className="accord-filter">
      <details className="moj-filter">
        <summary className="accord-filter__summary">
          <h2 className="govuk-heading-m">Filter{count}</h2>
        </summary>
        <Form method="get" action={action} className="moj-filter__options" autoComplete="off">
          {children}
          <button type="submit" className="govuk-button">
            Apply filters
          </button>
        </Form>
      </details>
      {selected.length > 0 ? (
        <div className="accord-filter__selected">
          <p className="govuk-body-s">
            Only showing:{' '}
            <Link to={clearHref} className="govuk-link govuk-link--no-visited-state">
              Show everything
            </Link>
          </p>
          <ul className="moj-filter-tags">
            {selected.map(({ label, removeHref }) => (
              <li key={label}>
                <Link to={removeHref} className="moj-filter__tag">
                  <span className="govuk-visually-hidden">Remove this filter: </span>
                  {label}
                </Link>
              </li>
            ))}
          </ul>
        </div>
      ) : null}
    </div>
  )
}
