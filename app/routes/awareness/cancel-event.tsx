import { randomUUID } from 'node:crypto'
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { requireBusinessWith } from '../../access/require.server.ts'
import { uuidParam } from '../../access/uuid-param.server.ts'
import { cancelEvent } from '../../features/awareness/cancel-event.server.ts'
import { readMovable } from '../../features/awareness/read-movable.server.ts'
import { refusedForm } from '../../features/awareness/refusal-words.server.ts'
import { Form } from '../../forms/form.tsx'
import { EMPTY_FORM } from '../../forms/form-state.ts'
import { readForm } from '../../forms/read-form.server.ts'
import { href } from '../../href.ts'
import { Button, ButtonGroup, ButtonLink } from '../../ui/button.tsx'
import { BackLink } from '../../ui/layout/back-link.tsx'
import { documentTitle } from '../../ui/layout/document-title.ts'
import { PageTitle } from '../../ui/layout/page-title.tsx'

export const meta: MetaFunction = () => [{ title: documentTitle('Cancel the event') }]

export async function loader(asked: LoaderFunctionArgs) {
  const signedIn = await requireBusinessWith(asked, 'awarenessEvent', 'update')
  const { event } = await readMovable(signedIn, asked.params.eventId, 'cancel')
  return { event, idempotencyKey: randomUUID() }
}

export async function action(asked: ActionFunctionArgs) {
  const { actor, now } = await requireBusinessWith(asked, 'awarenessEvent', 'update')
  const eventId = uuidParam(asked.params.eventId)
  const read = await readForm(asked.request, z.object({}))
  if (!read.ok) return data({ form: read.form }, { status: 422 })
  const cancelled = await cancelEvent({ actor, now, key: read.key }, { eventId })
  if (cancelled.ok) return redirect(href('/awareness/:eventId', { eventId }, { done: 'cancelled' }), 303)
  const { form, status } = refusedForm(read.form, cancelled.refusal)
  return data({ form }, { status })
}

export default function CancelEvent() {
  const { event, idempotencyKey } = useLoaderData<typeof loader>()
  const form = useActionData<typeof action>()?.form ?? EMPTY_FORM
  const told = event.partners.filter(({ state }) => state !== 'declined').map(({ name }) => name)
  return (
    <>
      <BackLink href={href('/awareness/:eventId', { eventId: event.eventId })}>{event.title}</BackLink>
      <PageTitle caption={event.title}>Cancel the event</PageTitle>
      <p className="govuk-body">
        It stays in the list of cancelled events, and calendars show it as cancelled. You cannot undo this.{' '}
        {told.length > 0 ? `These agencies get an e-mail: ${told.join(', ')}.` : 'No partners need to be notified.'}
      </p>
      <Form form={form} idempotencyKey={idempotencyKey}>
        <ButtonGroup>
          <Button variant="warning">Cancel the event</Button>
          <ButtonLink href={href('/awareness/:eventId', { eventId: event.eventId })} variant="secondary">
            Keep it
          </ButtonLink>
        </ButtonGroup>
      </Form>
    </>
  )
}
