import { randomUUID } from 'node:crypto'
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { notFound, orNotFound, requireCasework, uuidParam } from '../../access/require.server.ts'
import { allocateCase, allocateCaseInput } from '../../features/casework/allocation/allocate-case.server.ts'
import { HolderForm } from '../../features/casework/allocation/holder-form.tsx'
import { TakeForm } from '../../features/casework/allocation/take-form.tsx'
import { CaseFormPage } from '../../features/casework/file/case-form-page.tsx'
import { openCase } from '../../features/casework/file/read-case.server.ts'
import { readHolders } from '../../features/casework/file/read-case-parts.server.ts'
import { CASE_REFUSALS } from '../../features/casework/refusal-words.server.ts'
import { formAction } from '../../forms/form-action.server.ts'
import { EMPTY_FORM } from '../../forms/form-state.ts'
import { href } from '../../href.ts'
import { documentTitle } from '../../ui/layout/document-title.ts'

export const meta: MetaFunction = () => [{ title: documentTitle('Allocate a case') }]

export async function loader(args: LoaderFunctionArgs) {
  const { actor, now } = await requireCasework(args)
  const page = orNotFound(
    await openCase({ actor, now }, uuidParam(args.params.caseId), async (tx, { caseWorkerId, actions }) => {
      const holders = actions.includes('allocate') ? await readHolders(tx, actor) : []
      return { holders: holders.filter(({ staffId }) => staffId !== caseWorkerId) }
    }),
  )
  const { actions } = page.view
  if (!actions.includes('allocate') && !actions.includes('take')) throw notFound()
  return { ...page, staffId: actor.staffId, idempotencyKey: randomUUID() }
}

export const action = formAction({
  who: requireCasework,
  params: ['caseId'],
  input: allocateCaseInput,
  run: allocateCase,
  next: ({ caseId }) => href('/cases/:caseId', { caseId }, { done: 'allocated' }),
  refusals: CASE_REFUSALS,
})

export default function AllocateCase() {
  const { view, part, staffId, idempotencyKey } = useLoaderData<typeof loader>()
  const form = useActionData<typeof action>()?.form ?? EMPTY_FORM
  const allocates = view.actions.includes('allocate')
  const title = allocates ? 'Allocate this case' : 'Take this case'
  return (
    <CaseFormPage caseId={view.caseId} reference={view.reference} title={title}>
      {allocates ? (
        <HolderForm
          form={form}
          idempotencyKey={idempotencyKey}
          question="Who will be the case worker?"
          holders={part.holders}
          button="Allocate the case"
        />
      ) : (
        <TakeForm form={form} idempotencyKey={idempotencyKey} staffId={staffId} />
      )}
    </CaseFormPage>
  )
}
