import { randomUUID } from 'node:crypto'
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { requireActor } from '../../access/session.server.ts'
import type { NotificationKind } from '../../domain/notifications/notification.ts'
import {
  chooseNotifications,
  chooseNotificationsInput,
  readNotificationChoices,
} from '../../features/staff/choose-notifications.server.ts'
import { NotificationForm } from '../../features/staff/notification-form.tsx'
import { STAFF_REFUSALS } from '../../features/staff/refusal-words.server.ts'
import { formAction } from '../../forms/form-action.server.ts'
import { filledWith } from '../../forms/form-state.ts'
import { href } from '../../href.ts'
import { BackLink } from '../../ui/layout/back-link.tsx'
import { documentTitle } from '../../ui/layout/document-title.ts'
import { PageTitle } from '../../ui/layout/page-title.tsx'
import { EmptyState } from '../../ui/lists/empty-state.tsx'

export const meta: MetaFunction = () => [{ title: documentTitle('Your notifications') }]

export async function loader(args: LoaderFunctionArgs) {
  const { actor } = await requireActor(args)
  return { choices: await readNotificationChoices({ actor }), idempotencyKey: randomUUID() }
}

export const action = formAction({
  who: requireActor,
  input: chooseNotificationsInput,
  run: chooseNotifications,
  next: () => href('/account', { done: 'notifications' }),
  refusals: STAFF_REFUSALS,
})

export default function Notifications() {
  const { choices, idempotencyKey } = useLoaderData<typeof loader>()
  const form = useActionData<typeof action>()?.form ?? filledWith(choices)
  const kinds = Object.keys(choices) as NotificationKind[]
  return (
    <>
      <BackLink href={href('/account')}>Your account</BackLink>
      <PageTitle>Your notifications</PageTitle>
      {kinds.length === 0 ? (
        <EmptyState why="Your role gets no e-mails about cases and referrals. Everything you need is on Today." />
      ) : (
        <>
          <p className="govuk-body">
            E-mails never contain anything about a client. They say what to look at, and link to it. Whatever you
            choose, your agency’s duty address gets e-mails about anything urgent.
          </p>
          <NotificationForm form={form} idempotencyKey={idempotencyKey} kinds={kinds} />
        </>
      )}
    </>
  )
}
