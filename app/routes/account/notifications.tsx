import { randomUUID } from 'node:crypto'
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { requireActor } from '../../access/session.server.ts'
import type { NotificationKind } from '../../domain/notifications/notification.ts'
import {
  chooseNotifications,
  chooseNotificationsFields,
  readNotificationChoices,
} from '../../features/staff/choose-notifications.server.ts'
import { NotificationForm } from '../../features/staff/notification-form.tsx'
import { filledWith, withError } from '../../forms/form-state.ts'
import { readForm } from '../../forms/read-form.server.ts'
import { href } from '../../href.ts'
import { BackLink } from '../../ui/layout/back-link.tsx'
import { documentTitle } from '../../ui/layout/document-title.ts'
import { PageTitle } from '../../ui/layout/page-title.tsx'
import { EmptyState } from '../../ui/lists/empty-state.tsx'

export const meta: MetaFunction = () => [{ title: documentTitle('Your notifications') }]

export async function loader(asked: LoaderFunctionArgs) {
  const { actor } = await requireActor(asked)
  return { choices: await readNotificationChoices({ actor }), idempotencyKey: randomUUID() }
}

export async function action(asked: ActionFunctionArgs) {
  const { actor, now } = await requireActor(asked)
  const read = await readForm(asked.request, chooseNotificationsFields)
  if (!read.ok) return data({ form: read.form }, { status: 422 })
  const chosen = await chooseNotifications({ actor, now, key: read.key }, read.value)
  if (chosen.ok) return redirect(href('/account', { done: 'notifications' }), 303)
  return data(
    { form: withError(read.form, '', 'You have already sent this form, with different answers. Open the page again') },
    409,
  )
}

export default function Notifications() {
  const { choices, idempotencyKey } = useLoaderData<typeof loader>()
  const form = useActionData<typeof action>()?.form ?? filledWith(choices)
  const kinds = Object.keys(choices) as NotificationKind[]
  return (
    <>
      <BackLink href={href('/account')}>Your account</BackLink>
      <PageTitle>Your notifications</PageTitle>
      {kinds.length === 0 ? (
        <EmptyState why="Your role gets no mail about cases and referrals. Everything you need is on Today." />
      ) : (
        <>
          <p className="govuk-body">
            Mail never contains anything about a client. It says that something needs you, and where to find it.
            Whatever you choose, your agency’s duty address gets mail about anything urgent.
          </p>
          <NotificationForm form={form} idempotencyKey={idempotencyKey} kinds={kinds} />
        </>
      )}
    </>
  )
}
