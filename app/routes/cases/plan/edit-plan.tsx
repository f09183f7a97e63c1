import { randomUUID } from 'node:crypto'
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { notFound, orNotFound, requireCasework, uuidParam } from '../../../access/require.server.ts'
import { checkPlanFields, savePlanInput } from '../../../features/action-plans/plan-entries.server.ts'
import { PlanForm } from '../../../features/action-plans/plan-form.tsx'
import { PlanFrame } from '../../../features/action-plans/plan-frame.tsx'
import { readPlanForm } from '../../../features/action-plans/read-plan-form.server.ts'
import { PLAN_REFUSALS } from '../../../features/action-plans/refusal-words.server.ts'
import { requireCaseToPlan } from '../../../features/action-plans/require-case.server.ts'
import { savePlan } from '../../../features/action-plans/save-plan.server.ts'
import { openCase } from '../../../features/casework/file/read-case.server.ts'
import { formAction } from '../../../forms/form-action.server.ts'
import { fieldValue, filledWith } from '../../../forms/form-state.ts'
import { KeptDraft } from '../../../forms/kept-draft.tsx'
import { href } from '../../../href.ts'
import { InsetText } from '../../../ui/inset-text.tsx'
import { documentTitle } from '../../../ui/layout/document-title.ts'
import { TextLink } from '../../../ui/text-link.tsx'
import { WarningText } from '../../../ui/warning-text.tsx'

export const meta: MetaFunction = () => [{ title: documentTitle('Write the action plan') }]

export async function loader(args: LoaderFunctionArgs) {
  const { actor, now } = await requireCasework(args)
  const caseId = uuidParam(args.params.caseId)
  const page = orNotFound(await openCase({ actor, now }, caseId, (tx) => readPlanForm(tx, { actor, now }, caseId)))
  if (page.view.stage !== 'open') throw notFound()
  return { ...page, idempotencyKey: randomUUID(), now: now.toISOString() }
}

export const action = formAction({
  who: requireCaseToPlan,
  params: ['caseId'],
  input: savePlanInput,
  check: checkPlanFields,
  run: savePlan,
  next: ({ caseId }) => href('/cases/:caseId/plan', { caseId }, { done: 'saved' }),
  refusals: PLAN_REFUSALS,
})

export default function EditPlan() {
  const { view, part, idempotencyKey, now } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const { kept } = part
  const form = answer?.form ?? filledWith(kept?.fields ?? part.values)
  const isOutdated = kept !== null && !answer && kept.fields.seen?.[0] !== part.seen
  return (
    <PlanFrame view={view} title={part.isAmending ? 'Change the action plan' : 'Write the action plan'}>
      {kept && !answer ? (
        <KeptDraft of={{ form: 'action-plan', subject: view.caseId }} savedAt={kept.savedAt} now={now} />
      ) : null}
      {isOutdated ? (
        <WarningText>
          The plan was saved again after you wrote this draft.{' '}
          <TextLink href={href('/cases/:caseId/plan', { caseId: view.caseId })}>Compare it with the plan</TextLink>{' '}
          before you save.
        </WarningText>
      ) : null}
      {part.isAmending ? (
        <InsetText>
          You write a new version. The agreed version stays in force until both sides have signed the new one.
        </InsetText>
      ) : null}
      {part.isPartlySigned ? (
        <InsetText>This draft has a signature. If you change the plan, both sides must sign it again.</InsetText>
      ) : null}
      <PlanForm
        key={kept?.savedAt.getTime() ?? 'fresh'}
        caseId={view.caseId}
        form={form}
        idempotencyKey={idempotencyKey}
        seen={answer ? fieldValue(answer.form, 'seen') : part.seen}
        data={part}
      />
    </PlanFrame>
  )
}
