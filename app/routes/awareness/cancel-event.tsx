import { randomUUID } from 'node:crypto'
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { requireBusinessWith, whoMay } from '../../access/require.server.ts'
import { cancelEvent } from '../../features/awareness/cancel-event.server.ts'
import { readMovable } from '../../features/awareness/read-movable.server.ts'
import { AWARENESS_REFUSALS } from '../../features/awareness/refusal-words.server.ts'
import { Form } from '../../forms/form.tsx'
import { formAction } from '../../forms/form-action.server.ts'
import { EMPTY_FORM } from '../../forms/form-state.ts'
import { href } from '../../href.ts'
import { Button, ButtonGroup, ButtonLink } from '../../ui/button.tsx'
import { BackLink } from '../../ui/layout/back-link.tsx'
import { documentTitle } from '../../ui/layout/document-title.ts'
import { PageTitle } from '../../ui/layout/page-title.tsx'

export const meta: MetaFunction = () => [{ title: documentTitle('Cancel the event') }]

export async function loader(args: LoaderFunctionArgs) {
  const signedIn = await requireBusinessWith(args, 'awarenessEvent', 'update')
  const { event } = await readMovable(signedIn, args.params.eventId, 'cancel')
  return { event, idempotencyKey: randomUUID() }
}

export const action = formAction({
  who: whoMay('update', 'awarenessEvent'),
  params: ['eventId'],
  run: cancelEvent,
  next: ({ eventId }) => href('/awareness/:eventId', { eventId }, { done: 'cancelled' }),
  refusals: AWARENESS_REFUSALS,
})

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
