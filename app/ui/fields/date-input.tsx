import { fieldError, fieldValue } from '../../forms/form-state.ts'
import type { FieldProps } from './field.tsx'
import { QuestionGroup } from './field.tsx'

interface DateInputProps extends FieldProps {
  /** Adds a box for the time in London; read the field with `typedDayAndTime`. */
  withTime?: boolean
}

/**
 * A date in three boxes, named `<name>-day`, `<name>-month` and `<name>-year`, with `<name>-time` for the time. Read it
 * with `typedDay`. An error belongs to `name`, or to one box by its own name.
 */
export function DateInput({ withTime, ...field }: DateInputProps) {
  const { name } = field
  return (
    <QuestionGroup field={field} role="group">
      <div className="govuk-date-input">
        <Box field={field} part="day" label="Day" id={name} width={2} />
        <Box field={field} part="month" label="Month" id={`${name}-month`} width={4} />
        <Box field={field} part="year" label="Year" id={`${name}-year`} width={4} />
        {withTime ? <Box field={field} part="time" id={`${name}-time`} width={5} label="Time" /> : null}
      </div>
    </QuestionGroup>
  )
}

interface BoxProps {
  field: FieldProps
  part: 'day' | 'month' | 'year' | 'time'
  label: string
  id: string
  width: 2 | 4 | 5
}

function Box({ field: { form, name }, part, label, id, width }: BoxProps) {
  const wrong = fieldError(form, `${name}-${part}`) ?? fieldError(form, name)
  return (
    <div className="govuk-date-input__item">
      <label className="govuk-label govuk-date-input__label" htmlFor={id}>
        {label}
      </label>
      <input
        className={`govuk-input govuk-date-input__input govuk-input--width-${width}${wrong ? ' govuk-input--error' : ''}`}
        id={id}
        name={`${name}-${part}`}
        type="text"
        inputMode={part === 'day' || part === 'year' ? 'numeric' : undefined}
        defaultValue={fieldValue(form, `${name}-${part}`)}
        aria-invalid={wrong ? true : undefined}
      />
    </div>
  )
}
