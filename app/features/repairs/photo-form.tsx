import { Form } from '../../forms/form.tsx'
import { type FormState, fieldValue } from '../../forms/form-state.ts'
import { HiddenField } from '../../forms/hidden-field.tsx'
import { Button } from '../../ui/button.tsx'
import { FileInput } from '../../ui/fields/file-input.tsx'
import { PhotoQuestion } from './photo-question.tsx'
import type { ShownRepair } from './read-repair.server.ts'

interface PhotoFormProps {
  form: FormState
  idempotencyKey: string
  repair: ShownRepair
  reasons: readonly { value: string; label: string }[]
}

/** The photo itself where the phone has it, otherwise the answer. */
export function PhotoForm({ form, idempotencyKey, repair, reasons }: PhotoFormProps) {
  const isAfter = repair.ended !== null
  return (
    <Form idempotencyKey={idempotencyKey} form={form} withFile>
      <HiddenField name="seenVersion" value={fieldValue(form, 'seenVersion') || repair.seenVersion} />
      <FileInput
        form={form}
        name="photoFile"
        label={isAfter ? 'Photo of the result' : 'Photo from before the work'}
        hint="JPEG or PNG, 10 MB or less. It is kept with the files of the case."
        accept="image/jpeg,image/png"
      />
      {isAfter ? null : (
        <PhotoQuestion form={form} reasons={reasons} label="If you have no photo here, was one taken?" />
      )}
      <Button>Save</Button>
    </Form>
  )
}
