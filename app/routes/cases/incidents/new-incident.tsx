import { randomUUID } from 'node:crypto'
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { orNotFound, requireCasework } from '../../../access/require.server.ts'
import { uuidParam } from '../../../access/uuid-param.server.ts'
import { CaseFormPage } from '../../../features/casework/file/case-form-page.tsx'
import { openCase } from '../../../features/casework/file/read-case.server.ts'
import { NewIncidentForm } from '../../../features/intake/changes/incident-form.tsx'
import { readIncidentForm } from '../../../features/intake/changes/read-incident-form.server.ts'
import { recordIncident, recordIncidentFields } from '../../../features/intake/changes/record-incident.server.ts'
import { checkIncidentForm } from '../../../features/intake/check-report.server.ts'
import { withRefusal } from '../../../features/intake/report-refusal.server.ts'
import { EMPTY_FORM } from '../../../forms/form-state.ts'
import { readForm } from '../../../forms/read-form.server.ts'
import { href } from '../../../href.ts'
import { documentTitle } from '../../../ui/layout/document-title.ts'
import { WarningText } from '../../../ui/warning-text.tsx'

export const meta: MetaFunction = () => [{ title: documentTitle('Add a further incident') }]

export async function loader(asked: LoaderFunctionArgs) {
  const { actor, now } = await requireCasework(asked)
  const page = await openCase({ actor, now }, uuidParam(asked.params.caseId), (tx) => readIncidentForm(tx))
  return { ...orNotFound(page), idempotencyKey: randomUUID() }
}

export async function action(asked: ActionFunctionArgs) {
  const { actor, now } = await requireCasework(asked)
  const caseId = uuidParam(asked.params.caseId)
  const read = await readForm(asked.request, recordIncidentFields, {
    now,
    check: (sound) => checkIncidentForm({ actor, now }, sound),
  })
  if (!read.ok) return data({ form: read.form }, 422)
  const recorded = await recordIncident({ actor, now, key: read.key }, { ...read.value, caseId })
  if (!recorded.ok) return data({ form: withRefusal(read.form, recorded.refusal) }, 409)
  throw redirect(href('/cases/:caseId', { caseId }, { done: 'incident' }), 303)
}

export default function AddIncident() {
  const { view, part, idempotencyKey } = useLoaderData<typeof loader>()
  const form = useActionData<typeof action>()?.form ?? EMPTY_FORM
  return (
    <CaseFormPage caseId={view.caseId} reference={view.reference} title="Add a further incident">
      <WarningText>If anyone is in danger now, call 999 first.</WarningText>
      <NewIncidentForm form={form} idempotencyKey={idempotencyKey} {...part} />
    </CaseFormPage>
  )
}
