import { randomUUID } from 'node:crypto'
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { requireCasework, uuidParam } from '../../access/require.server.ts'
import { readSentReferral } from '../../features/referrals/sent/read-sent-referral.server.ts'
import { SentReferralPage } from '../../features/referrals/sent/sent-page.tsx'
import { documentTitle } from '../../ui/layout/document-title.ts'

export const meta: MetaFunction = () => [{ title: documentTitle('Sent referral') }]

export async function loader(args: LoaderFunctionArgs) {
  const { actor, now } = await requireCasework(args)
  const sent = await readSentReferral({ actor, now }, uuidParam(args.params.referralId))
  const done = new URL(args.request.url).searchParams.get('done')
  return { sent, done, now: now.toISOString(), idempotencyKey: randomUUID() }
}

export default function SentReferralRoute() {
  return <SentReferralPage {...useLoaderData<typeof loader>()} />
}
