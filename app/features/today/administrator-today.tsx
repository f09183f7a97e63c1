import { href } from '../../href.ts'
import { ButtonLink } from '../../ui/button.tsx'
import { SummaryList } from '../../ui/lists/summary-list.tsx'
import { TaskList } from '../../ui/lists/task-list.tsx'
import { WarningText } from '../../ui/warning-text.tsx'
import type { PortalState } from './read-portal.server.ts'

export function AdministratorToday({
  agencies,
  people,
  notJoined,
  leftLately,
  holidayWarning,
  mailIsFiled,
  decisions,
}: PortalState) {
  return (
    <>
      {mailIsFiled ? (
        <WarningText>
          The portal sends no e-mail, because SMTP_URL is not set. No invitations are delivered. Ask the operator to set
          a mail server.
        </WarningText>
      ) : null}
      {holidayWarning ? <WarningText>{holidayWarning}</WarningText> : null}
      {decisions.length > 0 ? (
        <>
          <h2 className="govuk-heading-m">Waiting for you</h2>
          <TaskList label="Waiting for you" tasks={decisions} />
        </>
      ) : null}
      <SummaryList
        rows={[
          { key: 'Agencies', value: agencies, action: { label: 'See the agencies', href: href('/agencies') } },
          { key: 'People who can sign in', value: people, action: { label: 'See the people', href: href('/staff') } },
          {
            key: 'Invited, not joined yet',
            value: notJoined,
            action: { label: 'See the people', href: href('/staff', { only: 'not-joined' }) },
          },
          {
            key: 'Left in the last 30 days',
            value: leftLately,
            action: { label: 'See the people', href: href('/staff', { only: 'left-lately' }) },
          },
        ]}
      />
      <ButtonLink href={href('/staff/invite')}>Invite someone</ButtonLink>
    </>
  )
}
