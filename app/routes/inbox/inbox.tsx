import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { requireBusinessWith } from '../../access/require.server.ts'
import { InboxList } from '../../features/referrals/inbox/inbox-list.tsx'
import { INBOX } from '../../features/referrals/inbox/inbox-query.ts'
import { readInbox } from '../../features/referrals/inbox/read-inbox.server.ts'
import { documentTitle } from '../../ui/layout/document-title.ts'
import { PageTitle } from '../../ui/layout/page-title.tsx'

export const meta: MetaFunction = () => [{ title: documentTitle('Inbox') }]

export async function loader(args: LoaderFunctionArgs) {
  const { actor, now } = await requireBusinessWith(args, 'referral')
  const query = INBOX.read(new URL(args.request.url).searchParams)
  return { query, page: await readInbox({ actor, now }, query), now: now.toISOString() }
}

export default function Inbox() {
  const { query, page, now } = useLoaderData<typeof loader>()
  return (
    <>
      <PageTitle>Inbox</PageTitle>
      <InboxList query={query} page={page} now={now} />
    </>
  )
}
