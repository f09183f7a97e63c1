import { randomUUID } from 'node:crypto'
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { requireBusinessWith, uuidParam } from '../../access/require.server.ts'
import { readReceived } from '../../features/referrals/inbox/read-received.server.ts'
import { ReceivedDone } from '../../features/referrals/inbox/received-done.tsx'
import { ReceivedPage } from '../../features/referrals/inbox/received-page.tsx'
import { documentTitle } from '../../ui/layout/document-title.ts'

export const meta: MetaFunction<typeof loader> = () => [{ title: documentTitle('Referral to your agency') }]

export async function loader(args: LoaderFunctionArgs) {
  const { actor, now } = await requireBusinessWith(args, 'referral')
  const page = await readReceived({ actor, now }, uuidParam(args.params.referralId))
  const done = new URL(args.request.url).searchParams.get('done')
  return { page, done, idempotencyKey: randomUUID(), now: now.toISOString() }
}

export default function ReceivedReferralRoute() {
  const { page, done, idempotencyKey, now } = useLoaderData<typeof loader>()
  return (
    <>
      <ReceivedDone code={done} page={page} now={now} />
      <ReceivedPage page={page} idempotencyKey={idempotencyKey} now={now} />
    </>
  )
}
