import { withReturnPath } from '../../access/return-path.ts'
import { Form } from '../../forms/form.tsx'
import { HiddenField } from '../../forms/hidden-field.tsx'
import { href } from '../../href.ts'
import { Button } from '../../ui/button.tsx'
import { TextInput } from '../../ui/fields/text-input.tsx'
import { TextLink } from '../../ui/text-link.tsx'
import type { SignInFormProps } from './password-form.tsx'

export function CodeForm({ form, idempotencyKey, to, kept = '' }: SignInFormProps) {
  return (
    <>
      <Form action={href('/sign-in/code')} form={form} idempotencyKey={idempotencyKey} reload={kept !== ''}>
        <HiddenField name="to" value={to} />
        <HiddenField name="kept" value={kept} />
        <TextInput
          form={form}
          name="code"
          label="Code from your authenticator app"
          hint="Six digits. The app shows a new code every 30 seconds. Each code works once"
          width={10}
          inputMode="numeric"
          autoComplete="one-time-code"
          spellCheck={false}
        />
        <Button>Sign in</Button>
      </Form>
      <p className="govuk-body">
        <TextLink href={withReturnPath(href('/sign-in/recovery-code'), to)}>
          I do not have my phone: use a recovery code
        </TextLink>
      </p>
    </>
  )
}
