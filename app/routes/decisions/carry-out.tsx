import { randomUUID } from 'node:crypto'
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { requireCasework, uuidParam } from '../../access/require.server.ts'
import { carryOutDecision, carryOutInput } from '../../features/decisions/carry-out-decision.server.ts'
import { CarryOutForm } from '../../features/decisions/follow-up-forms.tsx'
import { readDecision } from '../../features/decisions/read-decision.server.ts'
import { DECISION_REFUSALS } from '../../features/decisions/refusal-words.server.ts'
import { dayFields } from '../../forms/day-fields.ts'
import { formAction } from '../../forms/form-action.server.ts'
import { filledWith } from '../../forms/form-state.ts'
import { href } from '../../href.ts'
import { documentTitle } from '../../ui/layout/document-title.ts'

export const meta: MetaFunction = () => [{ title: documentTitle('When it was done') }]

export async function loader(args: LoaderFunctionArgs) {
  const { actor, now } = await requireCasework(args)
  const decision = await readDecision({ actor, now }, uuidParam(args.params.decisionId))
  return { decision, idempotencyKey: randomUUID() }
}

export const action = formAction({
  who: requireCasework,
  params: ['decisionId'],
  input: carryOutInput,
  run: carryOutDecision,
  next: ({ decisionId }) => href('/decisions/:decisionId', { decisionId }, { done: 'recorded' }),
  refusals: DECISION_REFUSALS,
})

export default function CarryOut() {
  const { decision, idempotencyKey } = useLoaderData<typeof loader>()
  const { rehousedOn, storedFrom, storedTo, storedWhere } = decision.dates
  const known = {
    ...dayFields('rehousedOn', rehousedOn ?? ''),
    ...dayFields('storedFrom', storedFrom ?? ''),
    ...dayFields('storedTo', storedTo ?? ''),
    storedWhere,
  }
  const form = useActionData<typeof action>()?.form ?? filledWith(known)
  return <CarryOutForm decision={decision} form={form} idempotencyKey={idempotencyKey} />
}
