import type { FormState } from '../../forms/form-state.ts'
import { Checkboxes } from './checkboxes.tsx'

/** A question that appears once something in the text looks like a name: the form then holds an answer, empty at first. */
export function NobodyNamed({ form }: { form: FormState }) {
  if (form.values.nobodyNamed === undefined) return null
  return (
    <Checkboxes
      form={form}
      name="nobodyNamed"
      label="Does the text identify a person?"
      choices={[{ value: 'yes', label: 'There is no name, number or address of a person in it' }]}
    />
  )
}
