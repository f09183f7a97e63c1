import { randomUUID } from 'node:crypto'
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { requireBusinessWith, whoMay } from '../../access/require.server.ts'
import { EventFacts } from '../../features/awareness/event-facts.tsx'
import { AnswerForm } from '../../features/awareness/invitations/answer-form.tsx'
import { answerInput, answerInvitation } from '../../features/awareness/invitations/answer-invitation.server.ts'
import { readMovable } from '../../features/awareness/read-movable.server.ts'
import { AWARENESS_REFUSALS } from '../../features/awareness/refusal-words.server.ts'
import { formAction } from '../../forms/form-action.server.ts'
import { filledWith } from '../../forms/form-state.ts'
import { href } from '../../href.ts'
import { BackLink } from '../../ui/layout/back-link.tsx'
import { documentTitle } from '../../ui/layout/document-title.ts'
import { PageTitle } from '../../ui/layout/page-title.tsx'

export const meta: MetaFunction = () => [{ title: documentTitle('Answer an invitation') }]

export async function loader(args: LoaderFunctionArgs) {
  const signedIn = await requireBusinessWith(args, 'awarenessPartner', 'update')
  const { event } = await readMovable(signedIn, args.params.eventId, 'answer')
  const own = event.partners.find(({ agencyId }) => agencyId === signedIn.actor.agencyId)
  const saved = { answer: own?.answeredAt ? own.state : '', note: own?.note ?? '' }
  return { event, saved, now: signedIn.now.toISOString(), idempotencyKey: randomUUID() }
}

export const action = formAction({
  who: whoMay('update', 'awarenessPartner'),
  params: ['eventId'],
  input: answerInput,
  run: answerInvitation,
  next: ({ eventId }) => href('/awareness/:eventId', { eventId }, { done: 'answered' }),
  refusals: AWARENESS_REFUSALS,
})

export default function AnswerInvitation() {
  const { event, saved, now, idempotencyKey } = useLoaderData<typeof loader>()
  const form = useActionData<typeof action>()?.form ?? filledWith(saved)
  return (
    <>
      <BackLink href={href('/awareness/:eventId', { eventId: event.eventId })}>{event.title}</BackLink>
      <PageTitle caption={`Invitation from ${event.agencyName}`}>{event.title}</PageTitle>
      <EventFacts event={event} now={now} />
      <AnswerForm form={form} idempotencyKey={idempotencyKey} />
    </>
  )
}
