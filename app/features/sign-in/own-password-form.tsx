import { Button } from '../../ui/button.tsx'
import { Form } from '../../ui/form.tsx'
import type { FormState } from '../../ui/form-state.ts'
import { TextInput } from '../../ui/text-input.tsx'

interface OwnPasswordFormProps {
  form: FormState
  idempotencyKey: string
  button: string
}

/** Asks for the person's own password again, before something that changes how they sign in. */
export function OwnPasswordForm({ form, idempotencyKey, button }: OwnPasswordFormProps) {
  return (
    <Form form={form} idempotencyKey={idempotencyKey}>
      <TextInput
        form={form}
        name="currentPassword"
        label="Your password"
        hint="Asked again so that nobody else changes this at your desk"
        type="password"
        autoComplete="current-password"
      />
      <Button>{button}</Button>
    </Form>
  )
}
