import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { MailTable } from '../../features/mailbox/mail-table.tsx'
import { listMails } from '../../features/mailbox/read-mails.server.ts'
import { requireMailbox } from '../../features/mailbox/require-mailbox.server.ts'
import { href } from '../../href.ts'
import { documentTitle } from '../../ui/layout/document-title.ts'
import { PageTitle } from '../../ui/layout/page-title.tsx'
import { Pagination } from '../../ui/lists/pagination.tsx'

export const meta: MetaFunction = () => [{ title: documentTitle('Mailbox') }]

const pageNumber = z.coerce.number().int().min(1).max(10_000).catch(1)

export async function loader(args: LoaderFunctionArgs) {
  const { actor, now, agencyName } = await requireMailbox(args)
  const page = pageNumber.parse(new URL(args.request.url).searchParams.get('page'))
  return { ...(await listMails({ actor }, page)), agencyName, now: now.toISOString() }
}

export default function Mailbox() {
  const { mails, page, pageCount, total, agencyName, now } = useLoaderData<typeof loader>()
  return (
    <>
      <PageTitle caption={agencyName}>Mailbox</PageTitle>
      <p className="govuk-body">
        E-mails that Accord would have sent to people in your agency. Only the demonstration has this page.
      </p>
      <MailTable mails={mails} now={now} />
      {total > 0 ? (
        <Pagination
          page={page}
          pageCount={pageCount}
          total={total}
          noun={{ one: 'e-mail', many: 'e-mails' }}
          hrefFor={(to) => href('/mailbox', { page: to })}
        />
      ) : null}
    </>
  )
}
