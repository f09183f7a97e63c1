import { useFocusOn } from '../ui/layout/use-focus-on.ts'
import type { FieldError } from './form-state.ts'

/** The errors of the form, each with a link to its field. The page layout shows it above everything else. */
export function ErrorSummary({ errors }: { errors: readonly FieldError[] }) {
  const summary = useFocusOn<HTMLDivElement>(errors.length > 0 ? errors : null)
  if (errors.length === 0) return null
  return (
    <div className="govuk-error-summary" ref={summary} tabIndex={-1}>
      <div role="alert">
        <h2 className="govuk-error-summary__title">There is a problem</h2>
        <div className="govuk-error-summary__body">
          <ul className="govuk-list govuk-error-summary__list">
            {errors.map(({ field, message }) => (
              <li key={`${field} ${message}`}>{field ? <a href={`#${targetOf(field)}`}>{message}</a> : message}</li>
            ))}
          </ul>
        </div>
      </div>
    </div>
  )
}

// The day's box has the id of the whole date.
function targetOf(field: string): string {
  return field.replace(/-day$/, '')
}
