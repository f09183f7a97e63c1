import { Form } from '../../../forms/form.tsx'
import type { FormState } from '../../../forms/form-state.ts'
import { HiddenField } from '../../../forms/hidden-field.tsx'
import { Button } from '../../../ui/button.tsx'

export function TakeForm({
  form,
  idempotencyKey,
  staffId,
}: {
  form: FormState
  idempotencyKey: string
  staffId: string
}) {
  return (
    <Form idempotencyKey={idempotencyKey} form={form}>
      <p className="govuk-body">You become the client’s case worker. The deadlines will appear on Today.</p>
      <HiddenField name="staffId" value={staffId} />
      <Button>Take this case</Button>
    </Form>
  )
}
