import { randomUUID } from 'node:crypto'
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { orNotFound, requireCasework, uuidParam } from '../../../access/require.server.ts'
import { openCase } from '../../../features/casework/file/read-case.server.ts'
import { completeRepair, completeRepairInput } from '../../../features/repairs/complete-repair.server.ts'
import { CompletionForm } from '../../../features/repairs/completion-form.tsx'
import { findRepair } from '../../../features/repairs/read-repair.server.ts'
import { REPAIR_REFUSALS } from '../../../features/repairs/refusal-words.server.ts'
import { RepairDone } from '../../../features/repairs/repair-done.tsx'
import { RepairFacts, SeldomActions } from '../../../features/repairs/repair-page.tsx'
import { REPAIR_CHOICES } from '../../../features/repairs/repair-words.server.ts'
import { formAction } from '../../../forms/form-action.server.ts'
import { EMPTY_FORM } from '../../../forms/form-state.ts'
import { href } from '../../../href.ts'
import { BackLink } from '../../../ui/layout/back-link.tsx'
import { documentTitle } from '../../../ui/layout/document-title.ts'
import { PageTitle } from '../../../ui/layout/page-title.tsx'

export const meta: MetaFunction = () => [{ title: documentTitle('Repair or graffiti') }]

export async function loader(args: LoaderFunctionArgs) {
  const { actor, now } = await requireCasework(args)
  const repairId = uuidParam(args.params.repairId)
  const page = await openCase({ actor, now }, uuidParam(args.params.caseId), async (tx, { caseId }) => ({
    repair: orNotFound(await findRepair(tx, { actor, now }, { caseId, repairId })),
  }))
  const { noPhotoReasons } = REPAIR_CHOICES
  const code = new URL(args.request.url).searchParams.get('done')
  return { ...orNotFound(page), noPhotoReasons, code, idempotencyKey: randomUUID(), now }
}

export const action = formAction({
  who: requireCasework,
  params: ['caseId', 'repairId'],
  input: completeRepairInput,
  run: completeRepair,
  next: ({ caseId, repairId }) => href('/cases/:caseId/repairs/:repairId', { caseId, repairId }, { done: 'ended' }),
  refusals: REPAIR_REFUSALS,
})

export default function RepairPage() {
  const { view, part, noPhotoReasons, code, idempotencyKey, now } = useLoaderData<typeof loader>()
  const form = useActionData<typeof action>()?.form ?? EMPTY_FORM
  const { caseId, reference } = view
  const { repair } = part
  return (
    <>
      <BackLink href={href('/cases/:caseId/repairs', { caseId })}>Repairs and graffiti</BackLink>
      {form.errors.length === 0 ? <RepairDone caseId={caseId} code={code} repair={repair} /> : null}
      <PageTitle reference={reference}>{repair.title}</PageTitle>
      <RepairFacts caseId={caseId} repair={repair} now={now} />
      <CompletionForm form={form} idempotencyKey={idempotencyKey} repair={repair} noPhotoReasons={noPhotoReasons} />
      <SeldomActions caseId={caseId} repair={repair} />
    </>
  )
}
