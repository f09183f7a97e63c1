import { randomUUID } from 'node:crypto'
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { notFound, orNotFound, requireCasework } from '../access/require.server.ts'
import { uuidParam } from '../access/uuid-param.server.ts'
import { CONTACT_ERROR_REASONS } from '../domain/case-reason.ts'
import { CONTACT_CHANNELS, CONTACT_OUTCOMES } from '../domain/contact.ts'
import { CaseFormPage } from '../features/cases/case-form-page.tsx'
import { refuseCaseForm } from '../features/cases/case-refusal.server.ts'
import { contactErrorFields, markContactInError } from '../features/cases/mark-contact-in-error.server.ts'
import { openCase } from '../features/cases/read-case.server.ts'
import { findContact } from '../features/cases/read-case-parts.server.ts'
import { ReasonForm } from '../features/cases/reason-form.tsx'
import { documentTitle } from '../ui/document-title.ts'
import { EMPTY_FORM } from '../ui/form-state.ts'
import { readForm } from '../ui/read-form.server.ts'
import { sayInstant } from '../ui/say-time.ts'

export const meta: MetaFunction = () => [{ title: documentTitle('Mark a contact as entered in error') }]

export async function loader(asked: LoaderFunctionArgs) {
  const { actor, now } = await requireCasework(asked)
  const contactId = uuidParam(asked.params.contactId)
  const page = await openCase({ actor, now }, uuidParam(asked.params.caseId), async (tx, { caseId }) => {
    const logged = await findContact(tx, actor, caseId, contactId)
    if (!logged || logged.errorAt) throw notFound()
    return { logged }
  })
  return { ...orNotFound(page), idempotencyKey: randomUUID(), now }
}

export async function action(asked: ActionFunctionArgs) {
  const { actor, now } = await requireCasework(asked)
  const [caseId, contactId] = [uuidParam(asked.params.caseId), uuidParam(asked.params.contactId)]
  const read = await readForm(asked.request, contactErrorFields)
  if (!read.ok) return data({ form: read.form }, 422)
  const marked = await markContactInError({ actor, now, key: read.key }, { ...read.value, caseId, contactId })
  if (!marked.ok) return refuseCaseForm(marked.refusal, read.form)
  throw redirect(`/cases/${caseId}?done=in-error`, 303)
}

export default function MarkContactInError() {
  const { view, part, idempotencyKey, now } = useLoaderData<typeof loader>()
  const form = useActionData<typeof action>()?.form ?? EMPTY_FORM
  const { logged } = part
  return (
    <CaseFormPage caseId={view.caseId} reference={view.reference} title="Mark a contact as entered in error">
      <p className="govuk-body">
        {CONTACT_CHANNELS[logged.channel].label}, {sayInstant(logged.contactedAt, now)}, by {logged.by}:{' '}
        {CONTACT_OUTCOMES[logged.result].label}.
      </p>
      <p className="govuk-body">
        It stays in the log, struck through.{' '}
        {logged.succeeded ? 'If it kept a standard, that standard runs again, unless a later contact keeps it. ' : ''}
        This cannot be undone: record the right contact afterwards.
      </p>
      <ReasonForm
        form={form}
        idempotencyKey={idempotencyKey}
        question="What is wrong with it?"
        reasons={CONTACT_ERROR_REASONS}
        button="Mark as entered in error"
      />
    </CaseFormPage>
  )
}
