import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { orNotFound, requireCasework, uuidParam } from '../../../access/require.server.ts'
import { ContactLog } from '../../../features/casework/contacts/contact-log.tsx'
import { CaseHeading } from '../../../features/casework/file/case-heading.tsx'
import { openCase } from '../../../features/casework/file/read-case.server.ts'
import { readContacts } from '../../../features/casework/file/read-case-parts.server.ts'
import { documentTitle } from '../../../ui/layout/document-title.ts'

export const meta: MetaFunction = () => [{ title: documentTitle('Contacts of a case') }]

export async function loader(args: LoaderFunctionArgs) {
  const { actor, now } = await requireCasework(args)
  const page = await openCase({ actor, now }, uuidParam(args.params.caseId), async (tx, { caseId }) => ({
    contacts: await readContacts(tx, actor, caseId),
  }))
  return { ...orNotFound(page), now }
}

export default function CaseContacts() {
  const { view, part, now } = useLoaderData<typeof loader>()
  return (
    <>
      <CaseHeading view={view} current="contacts" />
      <ContactLog
        caseId={view.caseId}
        contacts={part.contacts}
        possible={view.contactability === 'possible'}
        now={now}
      />
    </>
  )
}
