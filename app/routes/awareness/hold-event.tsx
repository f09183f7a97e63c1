import { randomUUID } from 'node:crypto'
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { requireBusinessWith } from '../../access/require.server.ts'
import { uuidParam } from '../../access/uuid-param.server.ts'
import { holdEvent, holdFields } from '../../features/awareness/hold-event.server.ts'
import { HoldForm } from '../../features/awareness/hold-form.tsx'
import { readMovable } from '../../features/awareness/read-movable.server.ts'
import { refusedForm } from '../../features/awareness/refusal-words.server.ts'
import { filledWith } from '../../forms/form-state.ts'
import { readForm } from '../../forms/read-form.server.ts'
import { href } from '../../href.ts'
import { BackLink } from '../../ui/layout/back-link.tsx'
import { documentTitle } from '../../ui/layout/document-title.ts'
import { PageTitle } from '../../ui/layout/page-title.tsx'

export const meta: MetaFunction = () => [{ title: documentTitle('How it went') }]

export async function loader(asked: LoaderFunctionArgs) {
  const signedIn = await requireBusinessWith(asked, 'awarenessEvent', 'update')
  const { event } = await readMovable(signedIn, asked.params.eventId, 'hold')
  return { event, idempotencyKey: randomUUID() }
}

export async function action(asked: ActionFunctionArgs) {
  const { actor, now } = await requireBusinessWith(asked, 'awarenessEvent', 'update')
  const eventId = uuidParam(asked.params.eventId)
  const read = await readForm(asked.request, holdFields)
  if (!read.ok) return data({ form: read.form }, { status: 422 })
  const held = await holdEvent({ actor, now, key: read.key }, { ...read.value, eventId })
  if (held.ok) return redirect(href('/awareness/:eventId', { eventId }, { done: 'held' }), 303)
  const { form, status } = refusedForm(read.form, held.refusal)
  return data({ form }, { status })
}

export default function HowItWent() {
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
