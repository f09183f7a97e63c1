import { randomUUID } from 'node:crypto'
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { notFound, orNotFound, requireCasework } from '../../../access/require.server.ts'
import { uuidParam } from '../../../access/uuid-param.server.ts'
import { LOWERED_REASONS } from '../../../domain/cases/case-reason.ts'
import { CaseFormPage } from '../../../features/casework/file/case-form-page.tsx'
import { openCase } from '../../../features/casework/file/read-case.server.ts'
import { ReasonForm } from '../../../features/casework/standards/reason-form.tsx'
import { changeSeriousness, lowerSeriousFields } from '../../../features/intake/changes/change-seriousness.server.ts'
import { refuseSeriousness } from '../../../features/intake/changes/seriousness-refusal.server.ts'
import { EMPTY_FORM } from '../../../forms/form-state.ts'
import { readForm } from '../../../forms/read-form.server.ts'
import { href } from '../../../href.ts'
import { documentTitle } from '../../../ui/layout/document-title.ts'

export const meta: MetaFunction = () => [{ title: documentTitle('Remove the “serious” mark') }]

export async function loader(asked: LoaderFunctionArgs) {
  const { actor, now } = await requireCasework(asked)
  // Only a manager may: for everybody else there is no such page.
  if (actor.role !== 'manager') throw notFound()
  const page = await openCase({ actor, now }, uuidParam(asked.params.caseId), async () => ({}))
  return { ...orNotFound(page), idempotencyKey: randomUUID() }
}

export async function action(asked: ActionFunctionArgs) {
  const { actor, now } = await requireCasework(asked)
  const caseId = uuidParam(asked.params.caseId)
  const read = await readForm(asked.request, lowerSeriousFields)
  if (!read.ok) return data({ form: read.form }, 422)
  const lowered = await changeSeriousness({ actor, now, key: read.key }, { ...read.value, caseId, serious: false })
  if (!lowered.ok) return refuseSeriousness(lowered.refusal, read.form)
  throw redirect(href('/cases/:caseId', { caseId }, { done: 'not-serious' }), 303)
}

export default function TakeBackSerious() {
  const { view, idempotencyKey } = useLoaderData<typeof loader>()
  const form = useActionData<typeof action>()?.form ?? EMPTY_FORM
  return (
    <CaseFormPage caseId={view.caseId} reference={view.reference} title="Remove the “serious” mark">
      <p className="govuk-body">
        Contact is then due within two working days of the report. The mark and your reason stay on the timeline.
      </p>
      <ReasonForm
        form={form}
        idempotencyKey={idempotencyKey}
        question="Why is it not serious?"
        reasons={LOWERED_REASONS}
        noteLabel="What you found out"
        button="Remove the mark"
      />
    </CaseFormPage>
  )
}
