import type { ReactNode } from 'react'

interface FieldsetProps {
  legend: string
  size?: 's' | 'm' | 'l'
  hint?: ReactNode
  children: ReactNode
}

/** Several related questions under one heading. */
export function Fieldset({ legend, size = 'm', hint, children }: FieldsetProps) {
  return (
    <fieldset className="govuk-fieldset accord-fieldset">
      <legend className={`govuk-fieldset__legend govuk-fieldset__legend--${size}`}>
        <h2 className="govuk-fieldset__heading">{legend}</h2>
      </legend>
      {hint ? <p className="govuk-hint">{hint}</p> : null}
      {children}
    </fieldset>
  )
}
