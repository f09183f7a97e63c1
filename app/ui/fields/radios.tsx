import { fieldValue } from '../../forms/form-state.ts'
import type { Choice } from './choice.tsx'
import { ChoiceItem } from './choice.tsx'
import type { FieldProps } from './field.tsx'
import { QuestionGroup } from './field.tsx'

interface RadiosProps extends FieldProps {
  choices: readonly Choice[]
  /** Beside each other: only for two short answers. */
  inline?: boolean
  small?: boolean
}

/** One answer out of a few. Nothing is chosen unless the form says so. */
export function Radios({ choices, inline, small, ...field }: RadiosProps) {
  const chosen = fieldValue(field.form, field.name)
  const classes = ['govuk-radios', inline ? 'govuk-radios--inline' : '', small ? 'govuk-radios--small' : '']
  return (
    <QuestionGroup field={field}>
      <div className={classes.filter(Boolean).join(' ')}>
        {choices.map((choice, position) => (
          <ChoiceItem
            key={choice.value}
            kind="radios"
            name={field.name}
            position={position}
            choice={choice}
            chosen={choice.value === chosen}
          />
        ))}
      </div>
    </QuestionGroup>
  )
}
