import { EMPTY_FORM } from '../../ui/form-state.ts'
import { InsetText } from '../../ui/inset-text.tsx'
import { PageTitle } from '../../ui/page-title.tsx'
import { PasswordForm } from './password-form.tsx'

/** In the place of an answer to a form whose writer's session had just ended. */
export function SignInAgain({ kept, idempotencyKey }: { kept: string; idempotencyKey: string }) {
  return (
    <>
      <PageTitle>Sign in again</PageTitle>
      <InsetText>
        Your session had ended when you sent the form. Nothing is lost: sign in here within half an hour, and you get
        the form back as you filled it in.
      </InsetText>
      <PasswordForm form={EMPTY_FORM} idempotencyKey={idempotencyKey} to="/today" kept={kept} />
    </>
  )
}
