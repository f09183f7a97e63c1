import { href } from '../../href.ts'
import { EmptyState } from '../../ui/lists/empty-state.tsx'
import { ListTable } from '../../ui/lists/list-table.tsx'
import { TextLink } from '../../ui/text-link.tsx'
import { Instant } from '../../ui/time/time.tsx'
import type { ListedMail } from './read-mails.server.ts'

export function MailTable({ mails, now }: { mails: readonly ListedMail[]; now: string }) {
  if (mails.length === 0)
    return (
      <EmptyState why="No e-mail has been sent to your agency yet. To see one, refer a client or answer a referral. It appears here within seconds." />
    )
  return (
    <ListTable
      caption="E-mails to your agency, newest first"
      captionHidden
      rows={mails}
      rowKey={({ mailId }) => mailId}
      columns={[
        {
          key: 'subject',
          header: 'Subject',
          rowHeading: true,
          cell: ({ mailId, subject }) => <TextLink href={href('/mailbox/:mailId', { mailId })}>{subject}</TextLink>,
        },
        { key: 'to', header: 'To', cell: ({ recipient }) => recipient },
        { key: 'sent', header: 'Sent', cell: ({ sentAt }) => <Instant at={sentAt} now={now} />, value: null },
      ]}
    />
  )
}
