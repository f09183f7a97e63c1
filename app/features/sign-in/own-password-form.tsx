import { Form } from '../../forms/form.tsx'
import type { FormState } from '../../forms/form-state.ts'
import { Button } from '../../ui/button.tsx'
import { TextInput } from '../../ui/fields/text-input.tsx'

interface OwnPasswordFormProps {
  form: FormState
  idempotencyKey: string
  button: string
}

/** Asks for the person's own password before a change to how they sign in. */
export function OwnPasswordForm({ form, idempotencyKey, button }: OwnPasswordFormProps) {
  return (
    <Form form={form} idempotencyKey={idempotencyKey}>
      <TextInput
        form={form}
        name="currentPassword"
        label="Your password"
        hint="We ask again so that no one else can change this at your desk"
        type="password"
        autoComplete="current-password"
      />
      <Button>{button}</Button>
    </Form>
  )
}
