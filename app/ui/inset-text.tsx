import type { ReactNode } from 'react'

/** Words set apart from the text around them: a quotation, an explanation of a date. */
export function InsetText({ children }: { children: ReactNode }) {
  return <div className="govuk-inset-text">{children}</div>
}
