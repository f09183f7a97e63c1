import { randomUUID } from 'node:crypto'
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { orNotFound, requireCasework } from '../../access/require.server.ts'
import { uuidParam } from '../../access/uuid-param.server.ts'
import { CaseFormPage } from '../../features/casework/file/case-form-page.tsx'
import { openCase } from '../../features/casework/file/read-case.server.ts'
import { changeDetails, changeDetailsFields } from '../../features/intake/changes/change-details.server.ts'
import { DetailsForm } from '../../features/intake/changes/details-form.tsx'
import { checkDetails } from '../../features/intake/check-report.server.ts'
import { detailsForm } from '../../features/intake/form-values.ts'
import { withRefusal } from '../../features/intake/report-refusal.server.ts'
import { readForm } from '../../forms/read-form.server.ts'
import { href } from '../../href.ts'
import { documentTitle } from '../../ui/layout/document-title.ts'

export const meta: MetaFunction = () => [{ title: documentTitle('Change the details of a case') }]

export async function loader(asked: LoaderFunctionArgs) {
  const { actor, now } = await requireCasework(asked)
  const page = await openCase({ actor, now }, uuidParam(asked.params.caseId), async () => ({}))
  return { ...orNotFound(page), idempotencyKey: randomUUID() }
}

export async function action(asked: ActionFunctionArgs) {
  const { actor, now } = await requireCasework(asked)
  const caseId = uuidParam(asked.params.caseId)
  const read = await readForm(asked.request, changeDetailsFields, {
    now,
    check: (sound) => checkDetails({ actor, now }, caseId, sound),
  })
  if (!read.ok) return data({ form: read.form }, 422)
  const changed = await changeDetails({ actor, now, key: read.key }, { ...read.value, caseId })
  if (!changed.ok) return data({ form: withRefusal(read.form, changed.refusal) }, 409)
  throw redirect(href('/cases/:caseId', { caseId }, { done: 'details' }), 303)
}

export default function ChangeDetails() {
  const { view, idempotencyKey } = useLoaderData<typeof loader>()
  const form = useActionData<typeof action>()?.form ?? detailsForm(view.client, view)
  return (
    <CaseFormPage caseId={view.caseId} reference={view.reference} title="Change the details">
      <DetailsForm
        form={form}
        idempotencyKey={idempotencyKey}
        seenVersion={view.version.toISOString()}
        contactPossible={view.contactability === 'possible'}
      />
    </CaseFormPage>
  )
}
