import { randomUUID } from 'node:crypto'
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { notFound, orNotFound, requireCasework, uuidParam } from '../../../access/require.server.ts'
import { openCase } from '../../../features/casework/file/read-case.server.ts'
import { AssignForm } from '../../../features/repairs/assign-form.tsx'
import { assignRepair, assignRepairInput } from '../../../features/repairs/assign-repair.server.ts'
import { findRepair } from '../../../features/repairs/read-repair.server.ts'
import { REPAIR_REFUSALS } from '../../../features/repairs/refusal-words.server.ts'
import { RepairFormPage } from '../../../features/repairs/repair-form-page.tsx'
import { REPAIR_CHOICES } from '../../../features/repairs/repair-words.server.ts'
import { clientWishErrors } from '../../../forms/client-wish-entries.server.ts'
import { formAction } from '../../../forms/form-action.server.ts'
import { EMPTY_FORM } from '../../../forms/form-state.ts'
import { href } from '../../../href.ts'
import { documentTitle } from '../../../ui/layout/document-title.ts'

export const meta: MetaFunction = () => [{ title: documentTitle('Who is on the way') }]

export async function loader(args: LoaderFunctionArgs) {
  const { actor, now } = await requireCasework(args)
  const repairId = uuidParam(args.params.repairId)
  const page = await openCase({ actor, now }, uuidParam(args.params.caseId), async (tx, { caseId }) => {
    const repair = orNotFound(await findRepair(tx, { actor, now }, { caseId, repairId }))
    if (!repair.actions.includes('assign')) throw notFound()
    return { repair, owners: REPAIR_CHOICES.owners }
  })
  return { ...orNotFound(page), idempotencyKey: randomUUID() }
}

export const action = formAction({
  who: requireCasework,
  params: ['caseId', 'repairId'],
  input: assignRepairInput,
  check: (sound) => clientWishErrors(sound),
  run: assignRepair,
  next: ({ caseId, repairId }) => href('/cases/:caseId/repairs/:repairId', { caseId, repairId }, { done: 'assigned' }),
  refusals: REPAIR_REFUSALS,
})

export default function AssignRepair() {
  const { view, part, idempotencyKey } = useLoaderData<typeof loader>()
  const form = useActionData<typeof action>()?.form ?? EMPTY_FORM
  const { repair } = part
  return (
    <RepairFormPage caseId={view.caseId} reference={view.reference} repair={repair} title="Who is on the way">
      <AssignForm form={form} idempotencyKey={idempotencyKey} repair={repair} owners={part.owners} />
    </RepairFormPage>
  )
}
