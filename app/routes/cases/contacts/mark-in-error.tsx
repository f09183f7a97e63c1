import { randomUUID } from 'node:crypto'
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { notFound, orNotFound, requireCasework, uuidParam } from '../../../access/require.server.ts'
import { CONTACT_ERROR_REASONS } from '../../../domain/cases/case-reason.ts'
import { CONTACT_CHANNELS, CONTACT_OUTCOMES } from '../../../domain/cases/contact.ts'
import {
  contactErrorInput,
  markContactInError,
} from '../../../features/casework/contacts/mark-contact-in-error.server.ts'
import { CaseFormPage } from '../../../features/casework/file/case-form-page.tsx'
import { openCase } from '../../../features/casework/file/read-case.server.ts'
import { findContact } from '../../../features/casework/file/read-case-parts.server.ts'
import { CASE_REFUSALS } from '../../../features/casework/refusal-words.server.ts'
import { ReasonForm } from '../../../features/casework/standards/reason-form.tsx'
import { formAction } from '../../../forms/form-action.server.ts'
import { EMPTY_FORM } from '../../../forms/form-state.ts'
import { href } from '../../../href.ts'
import { documentTitle } from '../../../ui/layout/document-title.ts'
import { sayInstant } from '../../../ui/time/say-time.ts'

export const meta: MetaFunction = () => [{ title: documentTitle('Mark a contact as entered in error') }]

export async function loader(args: LoaderFunctionArgs) {
  const { actor, now } = await requireCasework(args)
  const contactId = uuidParam(args.params.contactId)
  const page = await openCase({ actor, now }, uuidParam(args.params.caseId), async (tx, { caseId }) => {
    const logged = await findContact(tx, actor, caseId, contactId)
    if (!logged || logged.errorAt) throw notFound()
    return { logged }
  })
  return { ...orNotFound(page), idempotencyKey: randomUUID(), now }
}

export const action = formAction({
  who: requireCasework,
  params: ['caseId', 'contactId'],
  input: contactErrorInput,
  run: markContactInError,
  next: ({ caseId }) => href('/cases/:caseId', { caseId }, { done: 'in-error' }),
  refusals: CASE_REFUSALS,
})

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
        {logged.succeeded
          ? 'If this contact met a standard, its deadline runs again, unless a later contact meets it. '
          : ''}
        This cannot be undone: record the right contact afterwards.
      </p>
      <ReasonForm
        form={form}
        idempotencyKey={idempotencyKey}
        question="What is wrong with this contact?"
        reasons={CONTACT_ERROR_REASONS}
        button="Mark as entered in error"
      />
    </CaseFormPage>
  )
}
