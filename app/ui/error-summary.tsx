import { useEffect } from 'react'
import type { FieldError } from './form-state.ts'
import { useFocusOn } from './use-focus-on.ts'

/** What has to be mended before the form is accepted; each line leads to its field. Nothing when there is nothing. */
export function ErrorSummary({ errors }: { errors: readonly FieldError[] }) {
  const summary = useFocusOn<HTMLDivElement>(errors.length > 0 ? errors : null)
  useErrorTitle(errors.length > 0)
  if (errors.length === 0) return null
  return (
    // Focus is ours and not the module's: a second refusal keeps the element, and must be read out again.
    <div
      className="govuk-error-summary"
      data-module="govuk-error-summary"
      data-disable-auto-focus="true"
      ref={summary}
      tabIndex={-1}
    >
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

// The box for the day has the id of the whole date.
function targetOf(field: string): string {
  return field.replace(/-day$/, '')
}

const ERROR = 'Error: '

/** A screen reader reads the title first, and a tab in the background shows nothing else. */
function useErrorTitle(isRefused: boolean): void {
  useEffect(() => {
    if (!isRefused) return
    document.title = ERROR + document.title
    return () => {
      if (document.title.startsWith(ERROR)) document.title = document.title.slice(ERROR.length)
    }
  }, [isRefused])
}
