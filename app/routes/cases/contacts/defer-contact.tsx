import { randomUUID } from 'node:crypto'
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { orNotFound, requireCasework, uuidParam } from '../../../access/require.server.ts'
import { DEFERRAL_REASONS } from '../../../domain/cases/case-reason.ts'
import { deferContact, deferContactInput } from '../../../features/casework/contacts/defer-contact.server.ts'
import { CaseFormPage } from '../../../features/casework/file/case-form-page.tsx'
import { openCase } from '../../../features/casework/file/read-case.server.ts'
import { CASE_REFUSALS } from '../../../features/casework/refusal-words.server.ts'
import { ReasonForm } from '../../../features/casework/standards/reason-form.tsx'
import { formAction } from '../../../forms/form-action.server.ts'
import { EMPTY_FORM } from '../../../forms/form-state.ts'
import { href } from '../../../href.ts'
import { DateInput } from '../../../ui/fields/date-input.tsx'
import { documentTitle } from '../../../ui/layout/document-title.ts'

export const meta: MetaFunction = () => [{ title: documentTitle('The client asked for a later day') }]

export async function loader(args: LoaderFunctionArgs) {
  const { actor, now } = await requireCasework(args)
  const page = await openCase({ actor, now }, uuidParam(args.params.caseId), async () => ({}))
  return { ...orNotFound(page), idempotencyKey: randomUUID() }
}

export const action = formAction({
  who: requireCasework,
  params: ['caseId'],
  input: deferContactInput,
  run: deferContact,
  next: ({ caseId }) => href('/cases/:caseId', { caseId }, { done: 'deferred' }),
  refusals: CASE_REFUSALS,
})

export default function DeferContact() {
  const { view, idempotencyKey } = useLoaderData<typeof loader>()
  const form = useActionData<typeof action>()?.form ?? EMPTY_FORM
  return (
    <CaseFormPage caseId={view.caseId} reference={view.reference} title="The client asked for a later day">
      <p className="govuk-body">
        Only the client can ask for a later contact. The contact is then due by the end of the day they chose. The first
        date stays on record.
      </p>
      <ReasonForm
        form={form}
        idempotencyKey={idempotencyKey}
        question="Why do they want to be contacted later?"
        reasons={DEFERRAL_REASONS}
        button="Move the contact to that day"
      >
        <DateInput form={form} name="untilOn" label="Which day did they ask for?" labelSize="m" />
      </ReasonForm>
    </CaseFormPage>
  )
}
