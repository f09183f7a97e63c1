import { fieldValues } from '../../forms/form-state.ts'
import type { Choice } from './choice.tsx'
import { ChoiceItem } from './choice.tsx'
import type { FieldProps } from './field.tsx'
import { QuestionGroup } from './field.tsx'

interface CheckboxesProps extends FieldProps {
  choices: readonly Choice[]
  /** Value of the choice that clears all others ("None of these"). */
  exclusive?: string
  small?: boolean
}

/** Several answers at once. Nothing is ticked unless the form says so. */
export function Checkboxes({ choices, exclusive, small, ...field }: CheckboxesProps) {
  const chosen = fieldValues(field.form, field.name)
  return (
    <QuestionGroup field={field}>
      <div
        className={small ? 'govuk-checkboxes govuk-checkboxes--small' : 'govuk-checkboxes'}
        data-module={exclusive ? 'govuk-checkboxes' : undefined}
      >
        {choices.map((choice, position) => (
          <ChoiceItem
            key={choice.value}
            kind="checkboxes"
            name={field.name}
            position={position}
            choice={choice}
            chosen={chosen.includes(choice.value)}
            exclusive={choice.value === exclusive}
          />
        ))}
      </div>
    </QuestionGroup>
  )
}
