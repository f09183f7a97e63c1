import { randomUUID } from 'node:crypto'
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { requireBusinessWith, whoMay } from '../../access/require.server.ts'
import { holdEvent, holdInput } from '../../features/awareness/hold-event.server.ts'
import { HoldForm } from '../../features/awareness/hold-form.tsx'
import { readMovable } from '../../features/awareness/read-movable.server.ts'
import { AWARENESS_REFUSALS } from '../../features/awareness/refusal-words.server.ts'
import { formAction } from '../../forms/form-action.server.ts'
import { filledWith } from '../../forms/form-state.ts'
import { href } from '../../href.ts'
import { BackLink } from '../../ui/layout/back-link.tsx'
import { documentTitle } from '../../ui/layout/document-title.ts'
import { PageTitle } from '../../ui/layout/page-title.tsx'

export const meta: MetaFunction = () => [{ title: documentTitle('How it went') }]

export async function loader(args: LoaderFunctionArgs) {
  const signedIn = await requireBusinessWith(args, 'awarenessEvent', 'update')
  const { event } = await readMovable(signedIn, args.params.eventId, 'hold')
  return { event, idempotencyKey: randomUUID() }
}

export const action = formAction({
  who: whoMay('update', 'awarenessEvent'),
  params: ['eventId'],
  input: holdInput,
  run: holdEvent,
  next: ({ eventId }) => href('/awareness/:eventId', { eventId }, { done: 'held' }),
  refusals: AWARENESS_REFUSALS,
})

export default function RecordEventResult() {
  const { event, idempotencyKey } = useLoaderData<typeof loader>()
  const { attendance, materials, followUp } = event
  const saved = { attendance: attendance === null ? '' : String(attendance), materials, followUp }
  const form = useActionData<typeof action>()?.form ?? filledWith(saved)
  return (
    <>
      <BackLink href={href('/awareness/:eventId', { eventId: event.eventId })}>{event.title}</BackLink>
      <PageTitle caption={event.title}>How it went</PageTitle>
      <HoldForm form={form} idempotencyKey={idempotencyKey} />
    </>
  )
}
