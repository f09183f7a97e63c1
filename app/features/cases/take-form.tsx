import { Button } from '../../ui/button.tsx'
import { Form } from '../../ui/form.tsx'
import type { FormState } from '../../ui/form-state.ts'
import { HiddenField } from '../../ui/hidden-field.tsx'

/** A case worker takes a case that nobody has. */
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
      <p className="govuk-body">
        You become the one name the client asks for. Its deadlines then stand on your Today page.
      </p>
      <HiddenField name="staffId" value={staffId} />
      <Button>Take this case</Button>
    </Form>
  )
}
