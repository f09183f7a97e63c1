import { randomUUID } from 'node:crypto'
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { requireBusinessWith } from '../../access/require.server.ts'
import { AreaSummary } from '../../features/awareness/effect/area-summary.tsx'
import { readArea } from '../../features/awareness/effect/read-area.server.ts'
import { EventForm } from '../../features/awareness/event-form.tsx'
import { planEvent } from '../../features/awareness/plan-event.server.ts'
import { planFields, planProblems } from '../../features/awareness/plan-fields.server.ts'
import { prefilledPlan } from '../../features/awareness/prefilled-plan.server.ts'
import { refusedForm, wordsOf } from '../../features/awareness/refusal-words.server.ts'
import { WeekPreset } from '../../features/awareness/week-preset.tsx'
import { filledWith } from '../../forms/form-state.ts'
import { readForm } from '../../forms/read-form.server.ts'
import { href } from '../../href.ts'
import { BackLink } from '../../ui/layout/back-link.tsx'
import { documentTitle } from '../../ui/layout/document-title.ts'
import { PageTitle } from '../../ui/layout/page-title.tsx'

export const meta: MetaFunction = () => [{ title: documentTitle('Plan awareness work') }]

export async function loader(asked: LoaderFunctionArgs) {
  const { actor, now } = await requireBusinessWith(asked, 'awarenessEvent', 'insert')
  const { cell, named, ...plan } = prefilledPlan(new URL(asked.request.url).searchParams, now)
  return { ...plan, area: cell ? await readArea(actor, cell, named) : null, idempotencyKey: randomUUID() }
}

export async function action(asked: ActionFunctionArgs) {
  const { actor, now } = await requireBusinessWith(asked, 'awarenessEvent', 'insert')
  const read = await readForm(asked.request, planFields, {
    now,
    check: (sound) => planProblems(sound).map(wordsOf),
  })
  if (!read.ok) return data({ form: read.form }, { status: 422 })
  const planned = await planEvent({ actor, now, key: read.key }, read.value)
  if (planned.ok)
    return redirect(href('/awareness/:eventId', { eventId: planned.value.eventId }, { done: 'planned' }), 303)
  const { form, status } = refusedForm(read.form, planned.refusal)
  return data({ form }, { status })
}

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
