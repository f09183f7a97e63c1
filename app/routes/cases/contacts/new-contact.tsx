import { randomUUID } from 'node:crypto'
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { notFound, orNotFound, requireCasework, uuidParam } from '../../../access/require.server.ts'
import { ContactForm } from '../../../features/casework/contacts/contact-form.tsx'
import {
  checkContact,
  recordContact,
  recordContactInput,
} from '../../../features/casework/contacts/record-contact.server.ts'
import { usualChannel } from '../../../features/casework/contacts/usual-channel.ts'
import { CaseFormPage } from '../../../features/casework/file/case-form-page.tsx'
import { ClientCard } from '../../../features/casework/file/client-card.tsx'
import { openCase } from '../../../features/casework/file/read-case.server.ts'
import { CASE_REFUSALS } from '../../../features/casework/refusal-words.server.ts'
import { formAction } from '../../../forms/form-action.server.ts'
import { EMPTY_FORM } from '../../../forms/form-state.ts'
import { href } from '../../../href.ts'
import { documentTitle } from '../../../ui/layout/document-title.ts'

export const meta: MetaFunction = () => [{ title: documentTitle('Record a contact') }]

export async function loader(args: LoaderFunctionArgs) {
  const { actor, now } = await requireCasework(args)
  const page = orNotFound(await openCase({ actor, now }, uuidParam(args.params.caseId), async () => ({})))
  if (page.view.contactability !== 'possible') throw notFound()
  return { ...page, keys: { quick: randomUUID(), full: randomUUID() } }
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
  const { view, keys } = useLoaderData<typeof loader>()
  const form = useActionData<typeof action>()?.form ?? EMPTY_FORM
  const title = `Contact with ${view.client.name || 'the client'}`
  return (
    <CaseFormPage caseId={view.caseId} reference={view.reference} title={title}>
      <ClientCard client={view.client} />
      <ContactForm
        form={form}
        keys={keys}
        usual={usualChannel(view.client.safeContact.preferredMethod)}
        unallocated={view.caseWorkerId === null}
      />
    </CaseFormPage>
  )
}
