import { randomUUID } from 'node:crypto'
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { requireBusinessWith, whoMay } from '../../access/require.server.ts'
import { AreaSummary } from '../../features/awareness/effect/area-summary.tsx'
import { readArea } from '../../features/awareness/effect/read-area.server.ts'
import { EventForm } from '../../features/awareness/event-form.tsx'
import { planEvent } from '../../features/awareness/plan-event.server.ts'
import { planInput, planProblems } from '../../features/awareness/plan-input.server.ts'
import { prefilledPlan } from '../../features/awareness/prefilled-plan.server.ts'
import { AWARENESS_REFUSALS } from '../../features/awareness/refusal-words.server.ts'
import { WeekPreset } from '../../features/awareness/week-preset.tsx'
import { formAction } from '../../forms/form-action.server.ts'
import { filledWith } from '../../forms/form-state.ts'
import { href } from '../../href.ts'
import { BackLink } from '../../ui/layout/back-link.tsx'
import { documentTitle } from '../../ui/layout/document-title.ts'
import { PageTitle } from '../../ui/layout/page-title.tsx'

export const meta: MetaFunction = () => [{ title: documentTitle('Plan awareness work') }]

export async function loader(args: LoaderFunctionArgs) {
  const { actor, now } = await requireBusinessWith(args, 'awarenessEvent', 'insert')
  const { cell, named, ...plan } = prefilledPlan(new URL(args.request.url).searchParams, now)
  return { ...plan, area: cell ? await readArea(actor, cell, named) : null, idempotencyKey: randomUUID() }
}

export const action = formAction({
  who: whoMay('insert', 'awarenessEvent'),
  input: planInput,
  check: planProblems,
  run: planEvent,
  next: (_, { eventId }) => href('/awareness/:eventId', { eventId }, { done: 'planned' }),
  refusals: AWARENESS_REFUSALS,
})

export default function PlanAwareness() {
  const { values, where, area, week, idempotencyKey } = useLoaderData<typeof loader>()
  const form = useActionData<typeof action>()?.form ?? filledWith(values)
  return (
    <>
      <BackLink href={href('/awareness')}>Awareness work</BackLink>
      <PageTitle caption={where}>Plan awareness work</PageTitle>
      {area ? <AreaSummary area={area} /> : null}
      {week ? <WeekPreset {...week} /> : null}
      <EventForm
        form={form}
        idempotencyKey={idempotencyKey}
        button="Plan this event"
        areaWards={area?.wards}
        key={JSON.stringify(values)}
      />
    </>
  )
}
