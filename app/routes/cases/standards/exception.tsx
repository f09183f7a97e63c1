import { randomUUID } from 'node:crypto'
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { orNotFound, requireCasework, requireMay, uuidParam } from '../../../access/require.server.ts'
import { EXCEPTION_REASONS } from '../../../domain/cases/case-reason.ts'
import { CaseFormPage } from '../../../features/casework/file/case-form-page.tsx'
import { openCase } from '../../../features/casework/file/read-case.server.ts'
import { CASE_REFUSALS } from '../../../features/casework/refusal-words.server.ts'
import { exceptionInput, exceptStandard } from '../../../features/casework/standards/except-standard.server.ts'
import { ReasonForm } from '../../../features/casework/standards/reason-form.tsx'
import { formAction } from '../../../forms/form-action.server.ts'
import { EMPTY_FORM } from '../../../forms/form-state.ts'
import { href } from '../../../href.ts'
import { documentTitle } from '../../../ui/layout/document-title.ts'

export const meta: MetaFunction = () => [{ title: documentTitle('Record an exception') }]

export async function loader(args: LoaderFunctionArgs) {
  const { actor, now } = await requireCasework(args)
  const clockId = uuidParam(args.params.clockId)
  const page = orNotFound(
    await openCase({ actor, now }, uuidParam(args.params.caseId), async (_tx, { agencyId }) => {
      requireMay(actor, 'except', 'clock', { agencyId })
      return {}
    }),
  )
  const clock = orNotFound(page.view.clocks.find((each) => each.clockId === clockId))
  return { ...page, clock, idempotencyKey: randomUUID() }
}

export const action = formAction({
  who: requireCasework,
  params: ['caseId', 'clockId'],
  input: exceptionInput,
  run: exceptStandard,
  next: ({ caseId }) => href('/cases/:caseId', { caseId }, { done: 'exception' }),
  refusals: CASE_REFUSALS,
})

export default function RecordException() {
  const { view, clock, idempotencyKey } = useLoaderData<typeof loader>()
  const form = useActionData<typeof action>()?.form ?? EMPTY_FORM
  return (
    <CaseFormPage caseId={view.caseId} reference={view.reference} title="Record an exception">
      <p className="govuk-body">
        <strong>{clock.title}.</strong> {clock.line}. {clock.why}
      </p>
      <p className="govuk-body">
        Record an exception only if the standard could not be kept. It stops the deadline. Exceptions are counted. You
        cannot undo this.
      </p>
      <ReasonForm
        form={form}
        idempotencyKey={idempotencyKey}
        question="Why can the standard not be kept?"
        reasons={EXCEPTION_REASONS}
        button="Record the exception"
      />
    </CaseFormPage>
  )
}
