import { randomUUID } from 'node:crypto'
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { orNotFound, requireCasework, uuidParam } from '../../access/require.server.ts'
import { CaseFormPage } from '../../features/casework/file/case-form-page.tsx'
import { openCase } from '../../features/casework/file/read-case.server.ts'
import { changeDetails, changeDetailsInput } from '../../features/intake/changes/change-details.server.ts'
import { DetailsForm } from '../../features/intake/changes/details-form.tsx'
import { checkDetails } from '../../features/intake/check-report.server.ts'
import { detailsForm } from '../../features/intake/form-values.ts'
import { REPORT_REFUSALS } from '../../features/intake/refusal-words.server.ts'
import { formAction } from '../../forms/form-action.server.ts'
import { href } from '../../href.ts'
import { documentTitle } from '../../ui/layout/document-title.ts'

export const meta: MetaFunction = () => [{ title: documentTitle('Change the details of a case') }]

export async function loader(args: LoaderFunctionArgs) {
  const { actor, now } = await requireCasework(args)
  const page = await openCase({ actor, now }, uuidParam(args.params.caseId), async () => ({}))
  return { ...orNotFound(page), idempotencyKey: randomUUID() }
}

export const action = formAction({
  who: requireCasework,
  params: ['caseId'],
  input: changeDetailsInput,
  check: (sound, { actor, now, caseId }) => checkDetails({ actor, now }, caseId, sound),
  run: changeDetails,
  next: ({ caseId }) => href('/cases/:caseId', { caseId }, { done: 'details' }),
  refusals: REPORT_REFUSALS,
})

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
