import { Form } from '../../forms/form.tsx'
import { href } from '../../href.ts'
import { Button } from '../../ui/button.tsx'
import { SummaryList } from '../../ui/lists/summary-list.tsx'
import { TextLink } from '../../ui/text-link.tsx'
import { Instant } from '../../ui/time/time.tsx'
import type { Account } from './read-account.server.ts'

interface AccountPageProps {
  account: Account
  now: string
  idempotencyKey: string
}

/** The person's own account: name and role, sign-in, notifications, and signing out everywhere. */
export function AccountPage({ account, now, idempotencyKey }: AccountPageProps) {
  const { agencyName, role, email, phone, hasPassword, phoneSetUpAt, recoveryCodesLeft } = account
  const change = (href: string) => (hasPassword ? { label: 'Change', href } : undefined)
  return (
    <>
      <SummaryList
        rows={[
          { key: 'Agency', value: agencyName },
          { key: 'Role', value: role },
          { key: 'E-mail address', value: email },
          { key: 'Telephone', value: phone || null },
        ]}
      />
      <h2 className="govuk-heading-m">How you sign in</h2>
      {hasPassword ? null : (
        <p className="govuk-body">
          You signed in to the demonstration without a password, so there is no password or phone to change.
        </p>
      )}
      <SummaryList
        rows={[
          { key: 'Password', value: hasPassword ? 'Set' : null, action: change(href('/account/password')) },
          {
            key: 'Phone',
            value: phoneSetUpAt ? (
              <>
                Set up <Instant at={phoneSetUpAt} now={now} />
              </>
            ) : null,
            action: change(href('/account/second-factor')),
          },
          {
            key: 'Recovery codes',
            value: hasPassword ? `${recoveryCodesLeft} of 10 left` : null,
            action: hasPassword
              ? { label: 'Make new ones', href: href('/account/recovery-codes'), about: ' ' }
              : undefined,
          },
        ]}
      />
      <h2 className="govuk-heading-m">Your notifications</h2>
      <p className="govuk-body">
        <TextLink href={href('/account/notifications')}>Choose what you get by e-mail, and when</TextLink>
      </p>
      <h2 className="govuk-heading-m">Signed in somewhere else?</h2>
      <p className="govuk-body">
        If you lost your phone or share a desk, you can sign out on every device, including this one.
      </p>
      <Form action={href('/account/sign-out-everywhere')} idempotencyKey={idempotencyKey}>
        <Button variant="warning">Sign out everywhere</Button>
      </Form>
    </>
  )
}
