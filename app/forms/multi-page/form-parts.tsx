import { Details } from '../../ui/details.tsx'
import { Checkboxes } from '../../ui/fields/checkboxes.tsx'
import { DateInput } from '../../ui/fields/date-input.tsx'
import { Radios } from '../../ui/fields/radios.tsx'
import { TextArea } from '../../ui/fields/text-area.tsx'
import { TextInput } from '../../ui/fields/text-input.tsx'
import { type FormState, fieldError, fieldValues } from '../form-state.ts'
import { RepeatingGroup } from '../repeating/repeating-group.tsx'
import type { FormPart } from './form-part.ts'

/** The questions and repeating groups of a page, in the order of the data. */
export function FormParts({ form, parts }: { form: FormState; parts: readonly FormPart[] }) {
  return parts.map((part) => <Part key={part.name} form={form} {...part} />)
}

function Part(part: FormPart & { form: FormState }) {
  switch (part.kind) {
    case 'text':
      return <TextInput {...part} spellCheck={part.type === 'email' ? false : undefined} />
    case 'long-text':
      return <TextArea {...part} />
    case 'date':
      return <DateInput {...part} />
    case 'radios':
      return <Radios {...part} />
    case 'checkboxes':
      return part.folded ? <FoldedCheckboxes {...part} /> : <Checkboxes {...part} />
    case 'group':
      return <RepeatingGroup {...part} fields={(form, parts) => <FormParts form={form} parts={parts} />} />
  }
}

function FoldedCheckboxes(part: Parameters<typeof Checkboxes>[0]) {
  const { form, name, label } = part
  const isOpen = fieldValues(form, name).length > 0 || fieldError(form, name) !== undefined
  return (
    <Details summary={label} open={isOpen}>
      <Checkboxes {...part} labelSize="s" />
    </Details>
  )
}
