import { randomUUID } from 'node:crypto'
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { orNotFound, requireCasework, uuidParam } from '../../access/require.server.ts'
import { HolderForm } from '../../features/casework/allocation/holder-form.tsx'
import {
  alternativeContactInput,
  nameAlternativeContact,
} from '../../features/casework/contacts/name-alternative-contact.server.ts'
import { CaseFormPage } from '../../features/casework/file/case-form-page.tsx'
import { openCase } from '../../features/casework/file/read-case.server.ts'
import { readHolders } from '../../features/casework/file/read-case-parts.server.ts'
import { CASE_REFUSALS } from '../../features/casework/refusal-words.server.ts'
import { formAction } from '../../forms/form-action.server.ts'
import { EMPTY_FORM } from '../../forms/form-state.ts'
import { href } from '../../href.ts'
import { documentTitle } from '../../ui/layout/document-title.ts'

export const meta: MetaFunction = () => [{ title: documentTitle('Name an alternative contact') }]

export async function loader(args: LoaderFunctionArgs) {
  const { actor, now } = await requireCasework(args)
  const page = await openCase({ actor, now }, uuidParam(args.params.caseId), async (tx, view) => {
    const taken = [view.caseWorkerId, view.alternativeContactId]
    return { holders: (await readHolders(tx, actor)).filter(({ staffId }) => !taken.includes(staffId)) }
  })
  return { ...orNotFound(page), idempotencyKey: randomUUID() }
}

export const action = formAction({
  who: requireCasework,
  params: ['caseId'],
  input: alternativeContactInput,
  run: nameAlternativeContact,
  next: ({ caseId }) => href('/cases/:caseId', { caseId }, { done: 'alternative-contact' }),
  refusals: CASE_REFUSALS,
})

export default function AlternativeContact() {
  const { view, part, idempotencyKey } = useLoaderData<typeof loader>()
  const form = useActionData<typeof action>()?.form ?? EMPTY_FORM
  return (
    <CaseFormPage caseId={view.caseId} reference={view.reference} title="Name an alternative contact">
      <p className="govuk-body">The client can call this person when the case worker is away.</p>
      <HolderForm
        form={form}
        idempotencyKey={idempotencyKey}
        question="Who is the alternative contact?"
        holders={part.holders}
        button="Save the alternative contact"
      />
    </CaseFormPage>
  )
}
