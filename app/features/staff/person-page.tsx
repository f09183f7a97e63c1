import { Form } from '../../forms/form.tsx'
import { href } from '../../href.ts'
import { Button, ButtonGroup, ButtonLink } from '../../ui/button.tsx'
import { InsetText } from '../../ui/inset-text.tsx'
import { SummaryList } from '../../ui/lists/summary-list.tsx'
import { PhoneNumbers } from '../../ui/phone-numbers.tsx'
import { londonDay } from '../../ui/time/say-time.ts'
import { Day } from '../../ui/time/time.tsx'
import type { PersonShown } from './read-people.server.ts'
import { StandingTag } from './standing-tag.tsx'

interface PersonPageProps {
  person: PersonShown
  idempotencyKey: string
  now: string
}

/** One person: role, whether they have joined, and the changes the reader may make. */
export function PersonPage({ person, idempotencyKey, now }: PersonPageProps) {
  const { staffId, role, email, jobTitle, phone, agencyName, standing, leftAt, linkUntil, actions, roles } = person
  const change = actions.includes('change-role')
    ? { label: 'Change', href: href('/staff/:staffId/role', { staffId }) }
    : undefined
  return (
    <>
      {linkUntil ? <OpenLink until={linkUntil} email={email} now={now} /> : null}
      <SummaryList
        rows={[
          { key: 'Status', value: <StandingTag standing={standing} /> },
          { key: 'Left', value: leftAt ? <Day on={londonDay(leftAt)} now={now} /> : null },
          { key: 'Agency', value: agencyName },
          { key: 'Role', value: role, action: change },
          { key: 'Job title', value: jobTitle || null },
          { key: 'E-mail address', value: email },
          { key: 'Telephone', value: phone ? <PhoneNumbers text={phone} /> : null },
        ]}
      />
      <Actions person={person} idempotencyKey={idempotencyKey} />
      {roles.length === 1 ? (
        <p className="govuk-body">Only the portal’s administrator can change a role, or anything about a manager.</p>
      ) : null}
    </>
  )
}

interface OpenLinkProps {
  until: string
  email: string
  now: string
}

function OpenLink({ until, email, now }: OpenLinkProps) {
  return (
    <InsetText>
      <p className="govuk-body">
        Accord sends their link by e-mail to {email}. It works once, until <Day on={londonDay(until)} now={now} />. No
        page shows the link, because anyone who has it can act in their name.
      </p>
    </InsetText>
  )
}

function Actions({ person: { staffId, name, actions }, idempotencyKey }: Omit<PersonPageProps, 'now'>) {
  return (
    <>
      {actions.includes('take-back') ? (
        <Form action={href('/staff/:staffId/return', { staffId })} idempotencyKey={idempotencyKey}>
          <p className="govuk-body">
            Have they come back? They can sign in as before. They also get a link by e-mail, in case they forgot their
            password.
          </p>
          <Button>Bring {name} back</Button>
        </Form>
      ) : null}
      {actions.includes('send-link') ? (
        <>
          <h2 className="govuk-heading-m">Lost password or phone</h2>
          <p className="govuk-body">
            A new link lets {name} choose a password and set up a phone again. Accord sends it to them by e-mail only.
            Their password and phone work until they use the link.
          </p>
          <Form action={href('/staff/:staffId/link', { staffId })} idempotencyKey={idempotencyKey}>
            <Button variant="secondary">Make a new link for {name}</Button>
          </Form>
        </>
      ) : null}
      {actions.includes('mark-leaver') ? (
        <>
          <h2 className="govuk-heading-m">Leaving</h2>
          <ButtonGroup>
            <ButtonLink href={href('/staff/:staffId/leave', { staffId })} variant="warning">
              {name} is leaving
            </ButtonLink>
          </ButtonGroup>
        </>
      ) : null}
    </>
  )
}
