import { Form } from '../../forms/form.tsx'
import type { FormState } from '../../forms/form-state.ts'
import { HiddenField } from '../../forms/hidden-field.tsx'
import { href } from '../../href.ts'
import { Button } from '../../ui/button.tsx'
import { Details } from '../../ui/details.tsx'
import { TextInput } from '../../ui/fields/text-input.tsx'

export interface SignInFormProps {
  form: FormState
  idempotencyKey: string
  to: string
  /** A form that was sent too late, sealed for its writer. */
  kept?: string
}

/** The first step of signing in. It never says whether the e-mail address or the password was wrong. */
export function PasswordForm({ form, idempotencyKey, to, kept = '' }: SignInFormProps) {
  return (
    <>
      <Form action={href('/sign-in')} form={form} idempotencyKey={idempotencyKey}>
        <HiddenField name="to" value={to} />
        <HiddenField name="kept" value={kept} />
        <TextInput
          form={form}
          name="email"
          label="E-mail address"
          type="email"
          autoComplete="username"
          spellCheck={false}
        />
        <TextInput form={form} name="password" label="Password" type="password" autoComplete="current-password" />
        <Button>Continue to the code</Button>
      </Form>
      <Details summary="I cannot sign in">
        <p className="govuk-body">
          If you forgot your password, or have a new phone and no recovery codes, ask your manager for a new link. It
          lets you choose a password and set up your phone again.
        </p>
        <p className="govuk-body">
          If you have no account yet, ask your manager to invite you. If your agency is not in the partnership, ask the
          partnership’s coordinator.
        </p>
      </Details>
    </>
  )
}
