import { randomUUID } from 'node:crypto'
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { requireBusinessWith, whoMay } from '../../access/require.server.ts'
import { wardsIn } from '../../domain/hotspots/places/ward-centre.ts'
import { editEvent } from '../../features/awareness/edit-event.server.ts'
import { EventForm } from '../../features/awareness/event-form.tsx'
import { editInput, planProblems } from '../../features/awareness/plan-input.server.ts'
import { readMovable } from '../../features/awareness/read-movable.server.ts'
import { AWARENESS_REFUSALS } from '../../features/awareness/refusal-words.server.ts'
import { dayFields } from '../../forms/day-fields.ts'
import { formAction } from '../../forms/form-action.server.ts'
import { filledWith } from '../../forms/form-state.ts'
import { href } from '../../href.ts'
import { BackLink } from '../../ui/layout/back-link.tsx'
import { documentTitle } from '../../ui/layout/document-title.ts'
import { PageTitle } from '../../ui/layout/page-title.tsx'

export const meta: MetaFunction = () => [{ title: documentTitle('Change the plan') }]

export async function loader(args: LoaderFunctionArgs) {
  const signedIn = await requireBusinessWith(args, 'awarenessEvent', 'update')
  const { event, row } = await readMovable(signedIn, args.params.eventId, 'edit')
  const {
    title,
    kind,
    startsAt,
    endsAt,
    venue,
    ward,
    strands,
    audience,
    languages,
    materials,
    cell,
    releaseId,
    heldOn,
  } = row
  const texts = { title, kind, startsAt, endsAt, venue, ward, strands, audience, languages, materials }
  const values = { ...texts, cell: cell ?? '', releaseId: releaseId ?? '', ...dayFields('heldOn', heldOn) }
  const areaWards = cell ? wardsIn(cell) : []
  return { event, values, areaWards, seenAt: row.version.toISOString(), idempotencyKey: randomUUID() }
}

export const action = formAction({
  who: whoMay('update', 'awarenessEvent'),
  params: ['eventId'],
  input: editInput,
  check: planProblems,
  run: editEvent,
  next: ({ eventId }) => href('/awareness/:eventId', { eventId }, { done: 'changed' }),
  refusals: AWARENESS_REFUSALS,
})

export default function ChangePlan() {
  const { event, values, areaWards, seenAt, idempotencyKey } = useLoaderData<typeof loader>()
  const form = useActionData<typeof action>()?.form ?? filledWith(values)
  return (
    <>
      <BackLink href={href('/awareness/:eventId', { eventId: event.eventId })}>{event.title}</BackLink>
      <PageTitle caption={event.title}>Change the plan</PageTitle>
      <EventForm
        form={form}
        idempotencyKey={idempotencyKey}
        seenAt={seenAt}
        areaWards={areaWards}
        button="Save the plan"
      />
    </>
  )
}
