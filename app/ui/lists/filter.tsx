import { Form, Link } from '@remix-run/react'
import type { ReactNode } from 'react'

interface FilterProps {
  /** The list's own address; filters go into its query. */
  action: string
  /** What is filtered now, each with the address that takes it away. */
  selected: readonly { label: string; removeHref: string }[]
  clearHref: string
  /** Form controls, rendered with the present filters as a `FormState`. */
  children: ReactNode
}

/** Filters of a list, as a GET form: folded, so that the list itself comes first; what is filtered is always said. */
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
