import type { FieldProps } from './field.tsx'
import { describedBy, LabelledGroup } from './field.tsx'
import { fieldError, fieldValue } from './form-state.ts'

interface TextAreaProps extends FieldProps {
  rows?: number
  /** Shows how many characters are left. The browser does not cut the text off: the server refuses it in words. */
  maxLength?: number
}

/** Several lines of text, with a count of what is left where there is a limit. */
export function TextArea({ rows = 5, maxLength, ...field }: TextAreaProps) {
  const { form, name } = field
  const error = fieldError(form, name)
  const textArea = (
    <textarea
      className={['govuk-textarea', maxLength ? 'govuk-js-character-count' : '', error ? 'govuk-textarea--error' : '']
        .filter(Boolean)
        .join(' ')}
      id={name}
      name={name}
      rows={rows}
      defaultValue={fieldValue(form, name)}
      aria-describedby={describedBy(field, maxLength ? `${name}-info` : undefined)}
      aria-invalid={error ? true : undefined}
    />
  )
  if (!maxLength) return <LabelledGroup field={field}>{textArea}</LabelledGroup>
  return (
    <div className="govuk-character-count" data-module="govuk-character-count" data-maxlength={maxLength}>
      <LabelledGroup field={field}>
        {textArea}
        <div id={`${name}-info`} className="govuk-hint govuk-character-count__message">
          You can enter up to {maxLength} characters
        </div>
      </LabelledGroup>
    </div>
  )
}
