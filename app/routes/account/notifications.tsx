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

export const meta: MetaFunction = () => [{ title: documentTitle('How you are told') }]

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
    { form: withError(read.form, '', 'This form was sent before with other answers. Open the page again') },
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
      <PageTitle>How you are told</PageTitle>
      {kinds.length === 0 ? (
        <EmptyState why="Your role gets no mail about cases and referrals: what you need is on Today." />
      ) : (
        <>
          <p className="govuk-body">
            No mail holds anything about a client: it says that something waits, and where. Your agency’s duty address
            is told of what cannot wait, whatever you choose.
          </p>
          <NotificationForm form={form} idempotencyKey={idempotencyKey} kinds={kinds} />
        </>
      )}
    </>
  )
}
