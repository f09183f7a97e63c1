import type { ReactNode } from 'react'
import type { FormState } from '../../forms/form-state.ts'
import { fieldError } from '../../forms/form-state.ts'

/** Properties of every form control. A control's id is its name, so that errors and drafts can find it. */
export interface FieldProps {
  form: FormState
  name: string
  label: string
  hint?: ReactNode
  /** Size of the label or legend: `l` for the question of the page, `m` for the question of a section. */
  labelSize?: 's' | 'm' | 'l'
  /** Set it only when the question is the page's only heading. */
  labelIsPageHeading?: boolean
}

/** The value of aria-describedby: hint, error, then `extra`. */
export function describedBy({ form, name, hint }: FieldProps, extra?: string): string | undefined {
  const ids = [hint ? `${name}-hint` : '', fieldError(form, name) ? `${name}-error` : '', extra ?? '']
  return ids.filter(Boolean).join(' ') || undefined
}

function HintAndError({ form, name, hint }: FieldProps) {
  const error = fieldError(form, name)
  return (
    <>
      {hint ? (
        <div id={`${name}-hint`} className="govuk-hint">
          {hint}
        </div>
      ) : null}
      {error ? (
        <p id={`${name}-error`} className="govuk-error-message">
          <span className="govuk-visually-hidden">Error:</span> {error}
        </p>
      ) : null}
    </>
  )
}

/** A control with its label, hint and error (input, select, text area). */
export function LabelledGroup({ field, children }: { field: FieldProps; children: ReactNode }) {
  const size = field.labelSize ? ` govuk-label--${field.labelSize}` : ''
  const label = (
    <label className={`govuk-label${size}`} htmlFor={field.name}>
      {field.label}
    </label>
  )
  return (
    <div className={groupClass(field)}>
      {field.labelIsPageHeading ? <h1 className="govuk-label-wrapper">{label}</h1> : label}
      <HintAndError {...field} />
      {children}
    </div>
  )
}

/** Controls that answer one question, with legend, hint and error (radios, checkboxes, a date). */
export function QuestionGroup({ field, role, children }: { field: FieldProps; role?: 'group'; children: ReactNode }) {
  const size = field.labelSize ? ` govuk-fieldset__legend--${field.labelSize}` : ''
  return (
    <div className={groupClass(field)}>
      <fieldset className="govuk-fieldset" role={role} aria-describedby={describedBy(field)}>
        <legend className={`govuk-fieldset__legend${size}`}>
          {field.labelIsPageHeading ? <h1 className="govuk-fieldset__heading">{field.label}</h1> : field.label}
        </legend>
        <HintAndError {...field} />
        {children}
      </fieldset>
    </div>
  )
}

function groupClass({ form, name }: FieldProps): string {
  return fieldError(form, name) ? 'govuk-form-group govuk-form-group--error' : 'govuk-form-group'
}
