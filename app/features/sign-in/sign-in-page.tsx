import type { ReactNode } from 'react'
import type { FormState } from '../../forms/form-state.ts'
import { fieldValue } from '../../forms/form-state.ts'
import { NotificationBanner } from '../../ui/layout/notification-banner.tsx'
import { PageTitle } from '../../ui/layout/page-title.tsx'
import { SideBySide } from '../../ui/layout/side-by-side.tsx'
import { DemoPeople } from './demo-people.tsx'
import { PasswordForm } from './password-form.tsx'
import type { DemoPeopleData } from './read-demo-people.server.ts'

interface SignInPageProps {
  form: FormState
  idempotencyKey: string
  to: string
  /** The people of the demo; null everywhere else. */
  demo: DemoPeopleData | null
  /** Set just after signing out, here or everywhere. */
  left: string | null
}

/** E-mail and password; in the demo also a card for each person. */
export function SignInPage({ form, idempotencyKey, to, demo, left }: SignInPageProps) {
  const password = <PasswordForm form={form} idempotencyKey={idempotencyKey} to={to} kept={fieldValue(form, 'kept')} />
  const heading = left === 'everywhere' ? 'You have signed out everywhere.' : 'You have signed out.'
  return (
    <>
      {left ? <NotificationBanner heading={heading} /> : null}
      <PageTitle>Sign in</PageTitle>
      {demo ? <WithDemoPeople demo={demo} to={to} password={password} /> : password}
    </>
  )
}

function WithDemoPeople({ demo, to, password }: { demo: DemoPeopleData; to: string; password: ReactNode }) {
  return (
    <SideBySide
      main={
        <>
          <p className="govuk-body-l">
            Choose a person to sign in as. The demonstration keeps what you do until it is reset.
          </p>
          <DemoPeople demo={demo} to={to} />
        </>
      }
      side={
        <>
          <h2 className="govuk-heading-m">With a password</h2>
          <p className="govuk-body">For people you have invited here.</p>
          {password}
        </>
      }
    />
  )
}
