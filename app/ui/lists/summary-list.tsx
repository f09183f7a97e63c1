import { Link } from '@remix-run/react'
import type { ReactNode } from 'react'

export interface SummaryRow {
  key: string
  value: ReactNode
  /** Leave it out if the person may not change the value. */
  action?: { label: string; href: string; about?: string }
}

/** Facts about one record, one row each. Rows with the value null are left out. */
export function SummaryList({ rows, borders = true }: { rows: readonly SummaryRow[]; borders?: boolean }) {
  return (
    <dl className={borders ? 'govuk-summary-list' : 'govuk-summary-list govuk-summary-list--no-border'}>
      {rows
        .filter((row) => row.value !== null)
        .map(({ key, value, action }) => (
          <div
            key={key}
            className={
              action ? 'govuk-summary-list__row' : 'govuk-summary-list__row govuk-summary-list__row--no-actions'
            }
          >
            <dt className="govuk-summary-list__key">{key}</dt>
            <dd className="govuk-summary-list__value">{value}</dd>
            {action ? (
              <dd className="govuk-summary-list__actions">
                <Link to={action.href} className="govuk-link">
                  {action.label}
                  <span className="govuk-visually-hidden"> {action.about ?? key.toLowerCase()}</span>
                </Link>
              </dd>
            ) : null}
          </div>
        ))}
    </dl>
  )
}
