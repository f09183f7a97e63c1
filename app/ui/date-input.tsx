import type { FieldProps } from './field.tsx'
import { QuestionGroup } from './field.tsx'
import { fieldError, fieldValue } from './form-state.ts'

interface DateInputProps extends FieldProps {
  /** Adds a box for the time, London wall time; read it with `typedDayAndTime`. */
  withTime?: boolean
  /** For a date of birth. */
  birthday?: boolean
}

/**
 * Day, month and year in three boxes named `<name>-day`, `<name>-month`, `<name>-year` (and `<name>-time`); read them
 * with `typedDay`. Errors go on `name`, or on one box by its own name.
 */
export function DateInput({ withTime, birthday, ...field }: DateInputProps) {
  const { name } = field
  const auto = (part: string) => (birthday ? `bday-${part}` : undefined)
  return (
    <QuestionGroup field={field} role="group">
      <div className="govuk-date-input">
        <Box field={field} part="day" label="Day" id={name} width={2} autoComplete={auto('day')} />
        <Box field={field} part="month" label="Month" id={`${name}-month`} width={2} autoComplete={auto('month')} />
        <Box field={field} part="year" label="Year" id={`${name}-year`} width={4} autoComplete={auto('year')} />
        {withTime ? <Box field={field} part="time" id={`${name}-time`} width={5} label="24-hour time" /> : null}
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
  autoComplete?: string
}

function Box({ field: { form, name }, part, label, id, width, autoComplete }: BoxProps) {
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
        inputMode={part === 'time' ? undefined : 'numeric'}
        autoComplete={autoComplete}
        defaultValue={fieldValue(form, `${name}-${part}`)}
        aria-invalid={wrong ? true : undefined}
      />
    </div>
  )
}
