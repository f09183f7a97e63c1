import { randomUUID } from 'node:crypto'
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { notFound, orNotFound, requireCasework, uuidParam } from '../../../access/require.server.ts'
import { ActionForm } from '../../../features/action-plans/action-form.tsx'
import {
  changeAction,
  changeActionInput,
  checkActionFields,
} from '../../../features/action-plans/change-action.server.ts'
import { PlanFrame } from '../../../features/action-plans/plan-frame.tsx'
import { readAction } from '../../../features/action-plans/read-action.server.ts'
import { PLAN_REFUSALS } from '../../../features/action-plans/refusal-words.server.ts'
import { openCase } from '../../../features/casework/file/read-case.server.ts'
import { formAction } from '../../../forms/form-action.server.ts'
import { EMPTY_FORM } from '../../../forms/form-state.ts'
import { href } from '../../../href.ts'
import { documentTitle } from '../../../ui/layout/document-title.ts'
import { Day } from '../../../ui/time/time.tsx'

export const meta: MetaFunction = () => [{ title: documentTitle('An action of the plan') }]

export async function loader(args: LoaderFunctionArgs) {
  const { actor, now } = await requireCasework(args)
  const caseId = uuidParam(args.params.caseId)
  const actionId = uuidParam(args.params.actionId)
  const page = await openCase({ actor, now }, caseId, async (tx) => ({
    action: orNotFound(await readAction(tx, { actor, now }, caseId, actionId)),
  }))
  const { view, part } = orNotFound(page)
  if (view.stage !== 'open') throw notFound()
  return { view, part, idempotencyKey: randomUUID(), now: now.toISOString() }
}

export const action = formAction({
  who: requireCasework,
  params: ['caseId', 'actionId'],
  input: changeActionInput,
  check: checkActionFields,
  run: changeAction,
  next: ({ caseId }) => href('/cases/:caseId/plan', { caseId }, { done: 'action' }),
  refusals: PLAN_REFUSALS,
})

export default function PlanAction() {
  const { view, part, idempotencyKey, now } = useLoaderData<typeof loader>()
  const form = useActionData<typeof action>()?.form ?? EMPTY_FORM
  const { action: followed } = part
  return (
    <PlanFrame view={view} title={followed.what}>
      <p className="govuk-body">
        {followed.isOurs ? 'We do this' : 'The client does this'} by <Day on={followed.dueOn} now={now} />. Why:{' '}
        {followed.why}
      </p>
      <ActionForm form={form} idempotencyKey={idempotencyKey} action={followed} />
    </PlanFrame>
  )
}
