import type { ReactNode } from 'react'

/** A quotation or an explanation, set apart from the text around it. */
export function InsetText({ children }: { children: ReactNode }) {
  return <div className="govuk-inset-text">{children}</div>
}
