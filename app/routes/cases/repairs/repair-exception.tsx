import { randomUUID } from 'node:crypto'
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { notFound, orNotFound, requireCasework, uuidParam } from '../../../access/require.server.ts'
import { openCase } from '../../../features/casework/file/read-case.server.ts'
import { exceptRepair, exceptRepairInput } from '../../../features/repairs/except-repair.server.ts'
import { findRepair } from '../../../features/repairs/read-repair.server.ts'
import { REPAIR_REFUSALS } from '../../../features/repairs/refusal-words.server.ts'
import { RepairFormPage } from '../../../features/repairs/repair-form-page.tsx'
import { RepairReasonForm } from '../../../features/repairs/repair-reason-form.tsx'
import { REPAIR_CHOICES } from '../../../features/repairs/repair-words.server.ts'
import { formAction } from '../../../forms/form-action.server.ts'
import { EMPTY_FORM } from '../../../forms/form-state.ts'
import { href } from '../../../href.ts'
import { documentTitle } from '../../../ui/layout/document-title.ts'

export const meta: MetaFunction = () => [{ title: documentTitle('Record an exception') }]

export async function loader(args: LoaderFunctionArgs) {
  const { actor, now } = await requireCasework(args)
  const repairId = uuidParam(args.params.repairId)
  const page = await openCase({ actor, now }, uuidParam(args.params.caseId), async (tx, { caseId }) => {
    const repair = orNotFound(await findRepair(tx, { actor, now }, { caseId, repairId }))
    if (!repair.actions.includes('exception')) throw notFound()
    return { repair, reasons: REPAIR_CHOICES.exceptions }
  })
  return { ...orNotFound(page), idempotencyKey: randomUUID() }
}

export const action = formAction({
  who: requireCasework,
  params: ['caseId', 'repairId'],
  input: exceptRepairInput,
  run: exceptRepair,
  next: ({ caseId, repairId }) => href('/cases/:caseId/repairs/:repairId', { caseId, repairId }, { done: 'exception' }),
  refusals: REPAIR_REFUSALS,
})

export default function RecordRepairException() {
  const { view, part, idempotencyKey } = useLoaderData<typeof loader>()
  const form = useActionData<typeof action>()?.form ?? EMPTY_FORM
  const { repair } = part
  return (
    <RepairFormPage caseId={view.caseId} reference={view.reference} repair={repair} title="Record an exception">
      <RepairReasonForm
        form={form}
        idempotencyKey={idempotencyKey}
        seenVersion={repair.seenVersion}
        question="Why can it not be done in 24 hours?"
        reasons={part.reasons}
        noteLabel="What happened, and who said so?"
        button="Record the exception"
      >
        <p className="govuk-body">
          The 24 hours end as an exception. Your managers are notified, and can end the exception.
        </p>
      </RepairReasonForm>
    </RepairFormPage>
  )
}
