import type { SignedOut } from '../../access/session.server.ts'
import { Form } from '../../forms/form.tsx'
import { EMPTY_FORM } from '../../forms/form-state.ts'
import { HiddenField } from '../../forms/hidden-field.tsx'
import { href } from '../../href.ts'
import { Button } from '../../ui/button.tsx'
import { InsetText } from '../../ui/inset-text.tsx'
import { PageTitle } from '../../ui/layout/page-title.tsx'
import { PasswordForm } from './password-form.tsx'

/** Replaces the answer to a form whose writer's session had just ended. */
export function SignInAgain({ kept, idempotencyKey, demoStaffId }: SignedOut) {
  return (
    <>
      <PageTitle>Sign in again</PageTitle>
      <InsetText>
        Your session had ended when you sent the form. Nothing is lost: sign in here within half an hour, and you get
        the form back as you filled it in.
      </InsetText>
      {demoStaffId ? (
        <Form action={href('/sign-in/demo')} reload>
          <HiddenField name="staffId" value={demoStaffId} />
          <HiddenField name="kept" value={kept} />
          <Button>Sign in again as before</Button>
        </Form>
      ) : (
        <PasswordForm form={EMPTY_FORM} idempotencyKey={idempotencyKey} to={href('/today')} kept={kept} />
      )}
    </>
  )
}
