import { randomUUID } from 'node:crypto'
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { notFound, orNotFound, requireCasework } from '../../../access/require.server.ts'
import { uuidParam } from '../../../access/uuid-param.server.ts'
import { EXCEPTION_REASONS } from '../../../domain/cases/case-reason.ts'
import { CaseFormPage } from '../../../features/casework/file/case-form-page.tsx'
import { refuseCaseForm } from '../../../features/casework/file/case-refusal.server.ts'
import { openCase } from '../../../features/casework/file/read-case.server.ts'
import { exceptionFields, exceptStandard } from '../../../features/casework/standards/except-standard.server.ts'
import { ReasonForm } from '../../../features/casework/standards/reason-form.tsx'
import { EMPTY_FORM } from '../../../forms/form-state.ts'
import { readForm } from '../../../forms/read-form.server.ts'
import { href } from '../../../href.ts'
import { documentTitle } from '../../../ui/layout/document-title.ts'

export const meta: MetaFunction = () => [{ title: documentTitle('Record an exception') }]

export async function loader(asked: LoaderFunctionArgs) {
  const { actor, now } = await requireCasework(asked)
  // Only a manager may: for everybody else there is no such page.
  if (actor.role !== 'manager') throw notFound()
  const clockId = uuidParam(asked.params.clockId)
  const page = orNotFound(await openCase({ actor, now }, uuidParam(asked.params.caseId), async () => ({})))
  const clock = orNotFound(page.view.clocks.find((each) => each.clockId === clockId))
  return { ...page, clock, idempotencyKey: randomUUID() }
}

export async function action(asked: ActionFunctionArgs) {
  const { actor, now } = await requireCasework(asked)
  const [caseId, clockId] = [uuidParam(asked.params.caseId), uuidParam(asked.params.clockId)]
  const read = await readForm(asked.request, exceptionFields)
  if (!read.ok) return data({ form: read.form }, 422)
  const excepted = await exceptStandard({ actor, now, key: read.key }, { ...read.value, caseId, clockId })
  if (!excepted.ok) return refuseCaseForm(excepted.refusal, read.form)
  throw redirect(href('/cases/:caseId', { caseId }, { done: 'exception' }), 303)
}

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
