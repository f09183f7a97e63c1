import { randomUUID } from 'node:crypto'
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { notFound, orNotFound, requireCasework } from '../access/require.server.ts'
import { uuidParam } from '../access/uuid-param.server.ts'
import { allocateCase, allocateCaseFields } from '../features/cases/allocate-case.server.ts'
import { CaseFormPage } from '../features/cases/case-form-page.tsx'
import { refuseCaseForm } from '../features/cases/case-refusal.server.ts'
import { HolderForm } from '../features/cases/holder-form.tsx'
import { openCase } from '../features/cases/read-case.server.ts'
import { readHolders } from '../features/cases/read-case-parts.server.ts'
import { TakeForm } from '../features/cases/take-form.tsx'
import { documentTitle } from '../ui/document-title.ts'
import { EMPTY_FORM } from '../ui/form-state.ts'
import { readForm } from '../ui/read-form.server.ts'

export const meta: MetaFunction = () => [{ title: documentTitle('Allocate a case') }]

export async function loader(asked: LoaderFunctionArgs) {
  const { actor, now } = await requireCasework(asked)
  const manages = actor.role === 'manager'
  const page = orNotFound(
    await openCase({ actor, now }, uuidParam(asked.params.caseId), async (tx, { caseWorkerId }) => {
      const holders = manages ? await readHolders(tx, actor) : []
      return { holders: holders.filter(({ staffId }) => staffId !== caseWorkerId) }
    }),
  )
  // Only a manager takes a case from somebody.
  if (!manages && page.view.caseWorkerId !== null) throw notFound()
  return { ...page, manages, staffId: actor.staffId, idempotencyKey: randomUUID() }
}

export async function action(asked: ActionFunctionArgs) {
  const { actor, now } = await requireCasework(asked)
  const caseId = uuidParam(asked.params.caseId)
  const read = await readForm(asked.request, allocateCaseFields)
  if (!read.ok) return data({ form: read.form }, 422)
  const allocated = await allocateCase({ actor, now, key: read.key }, { ...read.value, caseId })
  if (!allocated.ok) return refuseCaseForm(allocated.refusal, read.form)
  throw redirect(`/cases/${caseId}?done=allocated`, 303)
}

export default function AllocateCase() {
  const { view, part, manages, staffId, idempotencyKey } = useLoaderData<typeof loader>()
  const form = useActionData<typeof action>()?.form ?? EMPTY_FORM
  const title = manages ? 'Allocate this case' : 'Take this case'
  return (
    <CaseFormPage caseId={view.caseId} reference={view.reference} title={title}>
      {manages ? (
        <HolderForm
          form={form}
          idempotencyKey={idempotencyKey}
          question="Who will be the case worker?"
          holders={part.holders}
          button="Allocate to them"
        />
      ) : (
        <TakeForm form={form} idempotencyKey={idempotencyKey} staffId={staffId} />
      )}
    </CaseFormPage>
  )
}
