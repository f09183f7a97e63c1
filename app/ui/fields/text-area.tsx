import { fieldError, fieldValue } from '../../forms/form-state.ts'
import { charactersLeft, useCharactersLeft } from './characters-left.ts'
import type { FieldProps } from './field.tsx'
import { describedBy, LabelledGroup } from './field.tsx'

interface TextAreaProps extends FieldProps {
  rows?: number
  /** Shows how many characters are left. The browser never cuts text off; the server refuses it. */
  maxLength?: number
}

/** Several lines of text. With a limit, a count of the characters left. */
export function TextArea({ rows = 5, maxLength, ...field }: TextAreaProps) {
  const { form, name } = field
  const { textArea, left, said } = useCharactersLeft(maxLength)
  const wrong = fieldError(form, name) || (left ?? 0) < 0
  const control = (
    <textarea
      ref={textArea}
      className={`govuk-textarea${wrong ? ' govuk-textarea--error' : ''}`}
      id={name}
      name={name}
      rows={rows}
      defaultValue={fieldValue(form, name)}
      aria-describedby={describedBy(field, maxLength ? `${name}-info` : undefined)}
      aria-invalid={fieldError(form, name) ? true : undefined}
    />
  )
  if (!maxLength) return <LabelledGroup field={field}>{control}</LabelledGroup>
  return (
    <div className="govuk-character-count">
      <LabelledGroup field={field}>
        {control}
        <div
          id={`${name}-info`}
          className={left === undefined ? 'govuk-hint govuk-character-count__message' : 'govuk-visually-hidden'}
        >
          You can enter up to {maxLength} characters
        </div>
        {left === undefined ? null : (
          <div
            className={`${left < 0 ? 'govuk-error-message' : 'govuk-hint'} govuk-character-count__message`}
            aria-hidden="true"
          >
            {charactersLeft(left)}
          </div>
        )}
        <div className="govuk-visually-hidden" aria-live="polite">
          {said}
        </div>
      </LabelledGroup>
    </div>
  )
}
