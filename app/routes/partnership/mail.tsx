import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { environment } from '../../access/environment.server.ts'
import { orNotFound, uuidParam } from '../../access/require.server.ts'
import { MailText } from '../../features/mailbox/mail-text.tsx'
import { findMail } from '../../features/mailbox/read-mails.server.ts'
import { requireMailbox } from '../../features/mailbox/require-mailbox.server.ts'
import { href } from '../../href.ts'
import { InsetText } from '../../ui/inset-text.tsx'
import { BackLink } from '../../ui/layout/back-link.tsx'
import { documentTitle } from '../../ui/layout/document-title.ts'
import { PageTitle } from '../../ui/layout/page-title.tsx'
import { SummaryList } from '../../ui/lists/summary-list.tsx'
import { Instant } from '../../ui/time/time.tsx'

export const meta: MetaFunction = () => [{ title: documentTitle('An e-mail') }]

export async function loader(args: LoaderFunctionArgs) {
  const { actor, now } = await requireMailbox(args)
  const mail = orNotFound(await findMail({ actor }, uuidParam(args.params.mailId)))
  return { mail, origin: environment().origin, now: now.toISOString() }
}

export default function MailPage() {
  const { mail, origin, now } = useLoaderData<typeof loader>()
  const { subject, recipient, sentAt, body } = mail
  return (
    <>
      <BackLink href={href('/mailbox')}>Back to the mailbox</BackLink>
      <PageTitle>{subject}</PageTitle>
      <SummaryList
        rows={[
          { key: 'To', value: recipient },
          { key: 'Sent', value: <Instant at={sentAt} now={now} /> },
        ]}
      />
      <InsetText>
        <MailText body={body} origin={origin} />
      </InsetText>
    </>
  )
}
