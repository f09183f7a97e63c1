import { randomUUID } from 'node:crypto'
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { requireActor } from '../../access/session.server.ts'
import { AccountPage } from '../../features/sign-in/account-page.tsx'
import { readAccount } from '../../features/sign-in/read-account.server.ts'
import { documentTitle } from '../../ui/layout/document-title.ts'
import { NotificationBanner } from '../../ui/layout/notification-banner.tsx'
import { PageTitle } from '../../ui/layout/page-title.tsx'
import { ownEntry } from '../../ui/own-entry.ts'

export const meta: MetaFunction = () => [{ title: documentTitle('Your account') }]

export async function loader(args: LoaderFunctionArgs) {
  const signedIn = await requireActor(args)
  const done = new URL(args.request.url).searchParams.get('done') ?? ''
  return { account: await readAccount(signedIn), done, now: signedIn.now.toISOString(), idempotencyKey: randomUUID() }
}

const DONE: Record<string, string> = {
  password: 'Your password is changed. You are signed out everywhere else.',
  notifications: 'Your notifications are saved.',
}

export default function AccountRoute() {
  const { account, done, now, idempotencyKey } = useLoaderData<typeof loader>()
  const heading = ownEntry(DONE, done)
  return (
    <>
      {heading ? <NotificationBanner heading={heading} /> : null}
      <PageTitle caption="Your account">{account.name}</PageTitle>
      <AccountPage account={account} now={now} idempotencyKey={idempotencyKey} />
    </>
  )
}
