import { randomUUID } from 'node:crypto'
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { orNotFound, requireCasework, uuidParam } from '../../../access/require.server.ts'
import { CaseFormPage } from '../../../features/casework/file/case-form-page.tsx'
import { openCase } from '../../../features/casework/file/read-case.server.ts'
import { NewIncidentForm } from '../../../features/intake/changes/incident-form.tsx'
import { readIncidentForm } from '../../../features/intake/changes/read-incident-form.server.ts'
import { recordIncident, recordIncidentInput } from '../../../features/intake/changes/record-incident.server.ts'
import { checkIncidentForm } from '../../../features/intake/check-report.server.ts'
import { REPORT_REFUSALS } from '../../../features/intake/refusal-words.server.ts'
import { reportUrgentWork } from '../../../features/repairs/report-repair.server.ts'
import { formAction } from '../../../forms/form-action.server.ts'
import { EMPTY_FORM } from '../../../forms/form-state.ts'
import { href } from '../../../href.ts'
import { documentTitle } from '../../../ui/layout/document-title.ts'
import { WarningText } from '../../../ui/warning-text.tsx'

export const meta: MetaFunction = () => [{ title: documentTitle('Add a further incident') }]

export async function loader(args: LoaderFunctionArgs) {
  const { actor, now } = await requireCasework(args)
  const page = await openCase({ actor, now }, uuidParam(args.params.caseId), (tx) => readIncidentForm(tx))
  return { ...orNotFound(page), idempotencyKey: randomUUID() }
}

export const action = formAction({
  who: requireCasework,
  params: ['caseId'],
  input: recordIncidentInput,
  check: (sound, asker) => checkIncidentForm(asker, sound),
  run: (asker, sent) => recordIncident(asker, sent, reportUrgentWork),
  next: ({ caseId }) => href('/cases/:caseId', { caseId }, { done: 'incident' }),
  refusals: REPORT_REFUSALS,
})

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
