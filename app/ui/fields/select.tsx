import { fieldError, fieldValue } from '../../forms/form-state.ts'
import type { FieldProps } from './field.tsx'
import { describedBy, LabelledGroup } from './field.tsx'

interface SelectProps extends FieldProps {
  options: readonly { value: string; label: string }[]
  /** The label of the first, empty option. Leave it out only if one of the options is always right. */
  emptyLabel?: string
}

/** One option from a long list. With seven options or fewer, radios are easier. */
export function Select({ options, emptyLabel, ...field }: SelectProps) {
  const { form, name } = field
  return (
    <LabelledGroup field={field}>
      <select
        className={fieldError(form, name) ? 'govuk-select govuk-select--error' : 'govuk-select'}
        id={name}
        name={name}
        defaultValue={fieldValue(form, name)}
        aria-describedby={describedBy(field)}
        aria-invalid={fieldError(form, name) ? true : undefined}
      >
        {emptyLabel === undefined ? null : <option value="">{emptyLabel}</option>}
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </LabelledGroup>
  )
}
