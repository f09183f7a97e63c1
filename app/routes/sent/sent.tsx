import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { requireCasework } from '../../access/require.server.ts'
import { readSentReferrals } from '../../features/referrals/sent/read-sent-referrals.server.ts'
import { SentReferralList } from '../../features/referrals/sent/sent-list.tsx'
import { SENT } from '../../features/referrals/sent/sent-query.ts'
import { documentTitle } from '../../ui/layout/document-title.ts'
import { PageTitle } from '../../ui/layout/page-title.tsx'

export const meta: MetaFunction = () => [{ title: documentTitle('Sent referrals') }]

export async function loader(args: LoaderFunctionArgs) {
  const { actor, now } = await requireCasework(args)
  const query = SENT.read(new URL(args.request.url).searchParams)
  return { query, page: await readSentReferrals({ actor, now }, query), now: now.toISOString() }
}

export default function SentReferrals() {
  const { query, page, now } = useLoaderData<typeof loader>()
  return (
    <>
      <PageTitle>Sent referrals</PageTitle>
      <SentReferralList query={query} page={page} now={now} />
    </>
  )
}
