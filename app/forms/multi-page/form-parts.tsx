import { Checkboxes } from '../../ui/fields/checkboxes.tsx'
import { DateInput } from '../../ui/fields/date-input.tsx'
import { Radios } from '../../ui/fields/radios.tsx'
import { TextArea } from '../../ui/fields/text-area.tsx'
import { TextInput } from '../../ui/fields/text-input.tsx'
import type { FormState } from '../form-state.ts'
import type { FormPart } from './form-part.ts'

/** The questions of a page, in the order of the data. */
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
      return <Checkboxes {...part} />
  }
}
