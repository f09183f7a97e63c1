import { randomUUID } from 'node:crypto'
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { orNotFound, requireCasework, uuidParam } from '../../../access/require.server.ts'
import { CaseFormPage } from '../../../features/casework/file/case-form-page.tsx'
import { openCase } from '../../../features/casework/file/read-case.server.ts'
import { changeIncident, changeIncidentInput } from '../../../features/intake/changes/change-incident.server.ts'
import { IncidentFactsForm } from '../../../features/intake/changes/incident-form.tsx'
import { findIncidentForm } from '../../../features/intake/changes/read-incident-form.server.ts'
import { checkIncidentForm } from '../../../features/intake/check-report.server.ts'
import { incidentForm } from '../../../features/intake/form-values.ts'
import { REPORT_REFUSALS } from '../../../features/intake/refusal-words.server.ts'
import { reportUrgentWork } from '../../../features/repairs/report-repair.server.ts'
import { formAction } from '../../../forms/form-action.server.ts'
import { href } from '../../../href.ts'
import { InsetText } from '../../../ui/inset-text.tsx'
import { documentTitle } from '../../../ui/layout/document-title.ts'

export const meta: MetaFunction = () => [{ title: documentTitle('Correct or complete an incident') }]

export async function loader(args: LoaderFunctionArgs) {
  const { actor, now } = await requireCasework(args)
  const incidentId = uuidParam(args.params.incidentId)
  const page = await openCase({ actor, now }, uuidParam(args.params.caseId), async (tx, { caseId }) =>
    orNotFound(await findIncidentForm(tx, actor, { caseId, incidentId })),
  )
  return { ...orNotFound(page), idempotencyKey: randomUUID() }
}

export const action = formAction({
  who: requireCasework,
  params: ['caseId', 'incidentId'],
  input: changeIncidentInput,
  check: (sound, asker) => checkIncidentForm(asker, sound, asker),
  run: (asker, sent) => changeIncident(asker, sent, reportUrgentWork),
  next: ({ caseId }) => href('/cases/:caseId', { caseId }, { done: 'incident-changed' }),
  refusals: REPORT_REFUSALS,
})

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
