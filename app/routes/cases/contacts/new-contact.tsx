import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { orNotFound, requireCasework, uuidParam } from '../../../access/require.server.ts'
import { ContactForm } from '../../../features/casework/contacts/contact-form.tsx'
import { readContactForm } from '../../../features/casework/contacts/read-contact-form.server.ts'
import {
  checkContact,
  recordContact,
  recordContactInput,
} from '../../../features/casework/contacts/record-contact.server.ts'
import { usualChannel } from '../../../features/casework/contacts/usual-channel.ts'
import { CaseFormPage } from '../../../features/casework/file/case-form-page.tsx'
import { ClientCard } from '../../../features/casework/file/client-card.tsx'
import { CASE_REFUSALS } from '../../../features/casework/refusal-words.server.ts'
import { formAction } from '../../../forms/form-action.server.ts'
import { EMPTY_FORM, filledWith } from '../../../forms/form-state.ts'
import { KeptDraft } from '../../../forms/kept-draft.tsx'
import { href } from '../../../href.ts'
import { documentTitle } from '../../../ui/layout/document-title.ts'

export const meta: MetaFunction = () => [{ title: documentTitle('Record a contact') }]

export async function loader(args: LoaderFunctionArgs) {
  const { actor, now } = await requireCasework(args)
  return orNotFound(await readContactForm({ actor, now }, uuidParam(args.params.caseId)))
}

export const action = formAction({
  who: requireCasework,
  params: ['caseId'],
  input: recordContactInput,
  check: (sound, { actor, caseId }) => checkContact({ actor }, caseId, sound),
  run: recordContact,
  next: ({ caseId }, { succeeded, isUnsafe }) =>
    href('/cases/:caseId', { caseId }, { done: `${succeeded ? 'contacted' : 'tried'}${isUnsafe ? '-unsafe' : ''}` }),
  refusals: CASE_REFUSALS,
})

export default function RecordContact() {
  const { view, draft, keys, now } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const form = answer?.form ?? (draft ? filledWith(draft.fields) : EMPTY_FORM)
  const title = `Contact with ${view.client.name || 'the client'}`
  return (
    <CaseFormPage caseId={view.caseId} reference={view.reference} title={title}>
      <ClientCard client={view.client} />
      {draft && !answer ? (
        <KeptDraft of={{ form: 'record-contact', subject: view.caseId }} savedAt={draft.savedAt} now={now} />
      ) : null}
      <ContactForm
        key={draft?.savedAt.getTime() ?? 'fresh'}
        caseId={view.caseId}
        form={form}
        keys={keys}
        usual={usualChannel(view.client.safeContact.preferredMethod)}
        unallocated={view.caseWorkerId === null}
      />
    </CaseFormPage>
  )
}
