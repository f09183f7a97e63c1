import { fieldError, fieldValue } from '../../forms/form-state.ts'
import type { FieldProps } from './field.tsx'
import { describedBy, LabelledGroup } from './field.tsx'

interface TextInputProps extends FieldProps {
  type?: 'text' | 'email' | 'tel' | 'search' | 'password'
  /** Width in characters, if the length of the answer is known. */
  width?: 2 | 3 | 4 | 5 | 10 | 20 | 30
  inputMode?: 'numeric' | 'decimal'
  autoComplete?: string
  spellCheck?: boolean
  prefix?: string
  suffix?: string
  /** The id of a datalist with suggestions. Other values may be typed. */
  list?: string
}

/** One line of text. A password is never sent back to the page. */
export function TextInput({
  type = 'text',
  width,
  inputMode,
  autoComplete,
  spellCheck,
  prefix,
  suffix,
  list,
  ...field
}: TextInputProps) {
  const { form, name } = field
  const classes = [
    'govuk-input',
    width ? `govuk-input--width-${width}` : '',
    fieldError(form, name) ? 'govuk-input--error' : '',
  ]
  const input = (
    <input
      className={classes.filter(Boolean).join(' ')}
      id={name}
      name={name}
      type={type}
      defaultValue={type === 'password' ? undefined : fieldValue(form, name)}
      inputMode={inputMode}
      autoComplete={autoComplete}
      spellCheck={spellCheck}
      aria-describedby={describedBy(field)}
      aria-invalid={fieldError(form, name) ? true : undefined}
      list={list}
    />
  )
  if (!prefix && !suffix) return <LabelledGroup field={field}>{input}</LabelledGroup>
  return (
    <LabelledGroup field={field}>
      <div className="govuk-input__wrapper">
        {prefix ? <div className="govuk-input__prefix">{prefix}</div> : null}
        {input}
        {suffix ? <div className="govuk-input__suffix">{suffix}</div> : null}
      </div>
    </LabelledGroup>
  )
}
