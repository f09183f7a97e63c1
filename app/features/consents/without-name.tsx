import type { FormState } from '../../forms/form-state.ts'
import { Checkboxes } from '../../ui/fields/checkboxes.tsx'

interface WithoutNameProps {
  form: FormState
  /** Added to the hint. */
  also?: string
}

/** The explicit choice to share how to reach the client without their name. */
export function WithoutName({ form, also = '' }: WithoutNameProps) {
  return (
    <Checkboxes
      form={form}
      name="withoutName"
      label="If you do not share the name"
      labelSize="s"
      choices={[
        {
          value: 'yes',
          label: 'Share how to reach the client without the name',
          hint: `They can call, but do not know who to ask for.${also}`,
        },
      ]}
    />
  )
}
