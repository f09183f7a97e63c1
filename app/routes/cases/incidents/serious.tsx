import { randomUUID } from 'node:crypto'
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { orNotFound, requireCasework, uuidParam } from '../../../access/require.server.ts'
import { SERIOUS_REASONS } from '../../../domain/cases/case-reason.ts'
import { CaseFormPage } from '../../../features/casework/file/case-form-page.tsx'
import { openCase } from '../../../features/casework/file/read-case.server.ts'
import { ReasonForm } from '../../../features/casework/standards/reason-form.tsx'
import { changeSeriousness, raiseSeriousInput } from '../../../features/intake/changes/change-seriousness.server.ts'
import { SERIOUSNESS_REFUSALS } from '../../../features/intake/changes/refusal-words.server.ts'
import { formAction } from '../../../forms/form-action.server.ts'
import { EMPTY_FORM } from '../../../forms/form-state.ts'
import { href } from '../../../href.ts'
import { documentTitle } from '../../../ui/layout/document-title.ts'
import { WarningText } from '../../../ui/warning-text.tsx'

export const meta: MetaFunction = () => [{ title: documentTitle('Mark a case as serious') }]

export async function loader(args: LoaderFunctionArgs) {
  const { actor, now } = await requireCasework(args)
  const page = await openCase({ actor, now }, uuidParam(args.params.caseId), async () => ({}))
  return { ...orNotFound(page), idempotencyKey: randomUUID() }
}

export const action = formAction({
  who: requireCasework,
  params: ['caseId'],
  input: raiseSeriousInput,
  run: (asker, sent) => changeSeriousness(asker, { ...sent, serious: true }),
  next: ({ caseId }) => href('/cases/:caseId', { caseId }, { done: 'serious' }),
  refusals: SERIOUSNESS_REFUSALS,
})

export default function MarkAsSerious() {
  const { view, idempotencyKey } = useLoaderData<typeof loader>()
  const form = useActionData<typeof action>()?.form ?? EMPTY_FORM
  return (
    <CaseFormPage caseId={view.caseId} reference={view.reference} title="Mark this case as serious">
      <WarningText>If anyone is in danger now, call 999 first.</WarningText>
      <p className="govuk-body">
        You must then contact the client within one working day of receiving the report. If that day has passed, the
        contact is overdue immediately. Only a manager can remove the mark.
      </p>
      <ReasonForm
        form={form}
        idempotencyKey={idempotencyKey}
        question="Why is it serious?"
        reasons={SERIOUS_REASONS}
        noteLabel="What the client told you"
        button="Mark as serious"
      />
    </CaseFormPage>
  )
}
