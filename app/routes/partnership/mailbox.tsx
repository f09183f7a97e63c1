import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { MailTable } from '../../features/mailbox/mail-table.tsx'
import { MAILS } from '../../features/mailbox/mails-query.ts'
import { listMails } from '../../features/mailbox/read-mails.server.ts'
import { requireMailbox } from '../../features/mailbox/require-mailbox.server.ts'
import { documentTitle } from '../../ui/layout/document-title.ts'
import { PageTitle } from '../../ui/layout/page-title.tsx'
import { ListPager } from '../../ui/lists/list-pager.tsx'

export const meta: MetaFunction = () => [{ title: documentTitle('Mailbox') }]

export async function loader(args: LoaderFunctionArgs) {
  const { actor, now, agencyName } = await requireMailbox(args)
  const query = MAILS.read(new URL(args.request.url).searchParams)
  return { page: await listMails({ actor }, query), query, agencyName, now: now.toISOString() }
}

export default function Mailbox() {
  const { page, query, agencyName, now } = useLoaderData<typeof loader>()
  return (
    <>
      <PageTitle caption={agencyName}>Mailbox</PageTitle>
      <p className="govuk-body">
        E-mails that Accord would have sent to people in your agency. Only the demonstration has this page.
      </p>
      <MailTable mails={page.rows} now={now} />
      {page.total > 0 ? (
        <ListPager list={MAILS} query={query} page={page} noun={{ one: 'e-mail', many: 'e-mails' }} />
      ) : null}
    </>
  )
}
