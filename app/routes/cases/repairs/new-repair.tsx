import { randomUUID } from 'node:crypto'
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { orNotFound, requireCasework, uuidParam } from '../../../access/require.server.ts'
import { CaseFormPage } from '../../../features/casework/file/case-form-page.tsx'
import { openCase } from '../../../features/casework/file/read-case.server.ts'
import { NewRepairForm } from '../../../features/repairs/new-repair-form.tsx'
import { REPAIR_REFUSALS } from '../../../features/repairs/refusal-words.server.ts'
import { REPAIR_CHOICES } from '../../../features/repairs/repair-words.server.ts'
import { reportRepair, reportRepairInput } from '../../../features/repairs/report-repair.server.ts'
import { formAction } from '../../../forms/form-action.server.ts'
import { EMPTY_FORM } from '../../../forms/form-state.ts'
import { href } from '../../../href.ts'
import { documentTitle } from '../../../ui/layout/document-title.ts'
import { WarningText } from '../../../ui/warning-text.tsx'

export const meta: MetaFunction = () => [{ title: documentTitle('Report a repair or graffiti') }]

export async function loader(args: LoaderFunctionArgs) {
  const { actor, now } = await requireCasework(args)
  const { kinds, owners } = REPAIR_CHOICES
  const page = await openCase({ actor, now }, uuidParam(args.params.caseId), async () => ({ kinds, owners }))
  return { ...orNotFound(page), idempotencyKey: randomUUID() }
}

export const action = formAction({
  who: requireCasework,
  params: ['caseId'],
  input: reportRepairInput,
  run: reportRepair,
  next: ({ caseId }, { repairId }) =>
    href('/cases/:caseId/repairs/:repairId', { caseId, repairId }, { done: 'reported' }),
  refusals: REPAIR_REFUSALS,
})

export default function ReportRepair() {
  const { view, part, idempotencyKey } = useLoaderData<typeof loader>()
  const form = useActionData<typeof action>()?.form ?? EMPTY_FORM
  return (
    <CaseFormPage caseId={view.caseId} reference={view.reference} title="Report a repair or graffiti">
      <WarningText>If anyone is in danger now, call 999 first.</WarningText>
      <NewRepairForm form={form} idempotencyKey={idempotencyKey} {...part} />
    </CaseFormPage>
  )
}
