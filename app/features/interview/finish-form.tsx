import { Form } from '../../forms/form.tsx'
import type { FormState } from '../../forms/form-state.ts'
import { HiddenField } from '../../forms/hidden-field.tsx'
import { Button } from '../../ui/button.tsx'
import { DateInput } from '../../ui/fields/date-input.tsx'

interface FinishFormProps {
  form: FormState
  idempotencyKey: string
  seenVersion: string
}

export function FinishForm({ form, idempotencyKey, seenVersion }: FinishFormProps) {
  return (
    <Form idempotencyKey={idempotencyKey} form={form}>
      <HiddenField name="seenVersion" value={seenVersion} />
      <DateInput form={form} name="heldAt" label="When did the interview begin?" labelSize="m" withTime />
      <Button>Record that the interview was held</Button>
    </Form>
  )
}
