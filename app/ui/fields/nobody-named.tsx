import type { FormState } from '../../forms/form-state.ts'
import { Checkboxes } from './checkboxes.tsx'

/** Asks whether a text names a person. Only after the check found one does the form have this value. */
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
