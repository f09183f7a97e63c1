import type { FormState } from '../../forms/form-state.ts'
import { Radios } from '../../ui/fields/radios.tsx'
import { Select } from '../../ui/fields/select.tsx'

interface PhotoQuestionProps {
  form: FormState
  label: string
  reasons: readonly { value: string; label: string }[]
}

/** Graffiti is evidence: without a photo the reason is asked. */
export function PhotoQuestion({ form, label, reasons }: PhotoQuestionProps) {
  return (
    <Radios
      form={form}
      name="photo"
      label={label}
      labelSize="s"
      choices={[
        { value: 'taken', label: 'Yes' },
        {
          value: 'not_taken',
          label: 'No',
          reveal: (
            <Select
              form={form}
              name="noPhotoReason"
              label="Why is there no photo?"
              options={reasons}
              emptyLabel="Choose"
            />
          ),
        },
      ]}
    />
  )
}
