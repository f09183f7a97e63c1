import { Form } from '../../forms/form.tsx'
import type { FormState } from '../../forms/form-state.ts'
import { HiddenField } from '../../forms/hidden-field.tsx'
import { Button } from '../../ui/button.tsx'
import { TextInput } from '../../ui/fields/text-input.tsx'

interface EnrolmentFormProps {
  form: FormState
  idempotencyKey: string
  qr: string
  secret: string
  offer: string
  to: string
  /** Whether to ask for the person's password too, because they are signed in already. */
  askPassword?: boolean
}

/** A secret to scan or type, and the first code to prove that the app has it. */
export function EnrolmentForm({ form, idempotencyKey, qr, secret, offer, to, askPassword }: EnrolmentFormProps) {
  return (
    <Form form={form} idempotencyKey={idempotencyKey}>
      <HiddenField name="offer" value={offer} />
      <HiddenField name="to" value={to} />
      <ol className="govuk-list govuk-list--number govuk-list--spaced">
        <li>
          Open an authenticator app on your phone (Microsoft, Google or another; your agency may have chosen one) and
          add an account.
        </li>
        <li>
          Scan this picture:
          <br />
          <img src={qr} alt="QR code that holds the key below" width="220" height="220" />
          <br />
          or type this key into the app: <code>{secret}</code>
        </li>
        <li>Type the six digits the app now shows.</li>
      </ol>
      <TextInput
        form={form}
        name="code"
        label="Code from the app"
        width={10}
        inputMode="numeric"
        autoComplete="one-time-code"
        spellCheck={false}
      />
      {askPassword ? (
        <TextInput
          form={form}
          name="currentPassword"
          label="Your password"
          hint="We ask again so that no one else can change this at your desk"
          type="password"
          autoComplete="current-password"
        />
      ) : null}
      <Button>Set up this app</Button>
    </Form>
  )
}
