import { randomUUID } from 'node:crypto'
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { orNotFound, requireCasework } from '../access/require.server.ts'
import { uuidParam } from '../access/uuid-param.server.ts'
import { CaseFormPage } from '../features/cases/case-form-page.tsx'
import { openCase } from '../features/cases/read-case.server.ts'
import { changeIncident, changeIncidentFields } from '../features/reports/change-incident.server.ts'
import { checkIncidentForm } from '../features/reports/check-report.server.ts'
import { incidentForm } from '../features/reports/form-values.ts'
import { IncidentFactsForm } from '../features/reports/incident-form.tsx'
import { findIncidentForm } from '../features/reports/read-incident-form.server.ts'
import { withRefusal } from '../features/reports/report-refusal.server.ts'
import { documentTitle } from '../ui/document-title.ts'
import { InsetText } from '../ui/inset-text.tsx'
import { readForm } from '../ui/read-form.server.ts'

export const meta: MetaFunction = () => [{ title: documentTitle('Correct or complete an incident') }]

export async function loader(asked: LoaderFunctionArgs) {
  const { actor, now } = await requireCasework(asked)
  const incidentId = uuidParam(asked.params.incidentId)
  const page = await openCase({ actor, now }, uuidParam(asked.params.caseId), async (tx, { caseId }) =>
    orNotFound(await findIncidentForm(tx, actor, { caseId, incidentId })),
  )
  return { ...orNotFound(page), idempotencyKey: randomUUID() }
}

export async function action(asked: ActionFunctionArgs) {
  const { actor, now } = await requireCasework(asked)
  const [caseId, incidentId] = [uuidParam(asked.params.caseId), uuidParam(asked.params.incidentId)]
  const read = await readForm(asked.request, changeIncidentFields, {
    now,
    check: (sound) => checkIncidentForm({ actor, now }, sound, { caseId, incidentId }),
  })
  if (!read.ok) return data({ form: read.form }, 422)
  const changed = await changeIncident({ actor, now, key: read.key }, { ...read.value, caseId, incidentId })
  if (!changed.ok) return data({ form: withRefusal(read.form, changed.refusal) }, 409)
  throw redirect(`/cases/${caseId}?done=incident-changed`, 303)
}

export default function CorrectIncident() {
  const { view, part, idempotencyKey } = useLoaderData<typeof loader>()
  const form = useActionData<typeof action>()?.form ?? incidentForm(part.incident)
  return (
    <CaseFormPage caseId={view.caseId} reference={view.reference} title="Correct or complete the incident">
      <InsetText>{part.incident.account}</InsetText>
      <p className="govuk-body">The client’s words stay as recorded. You can correct everything else.</p>
      <IncidentFactsForm
        form={form}
        idempotencyKey={idempotencyKey}
        offered={part.offered}
        postcodes={part.postcodes}
        knownPlace={part.knownPlace}
      />
    </CaseFormPage>
  )
}
