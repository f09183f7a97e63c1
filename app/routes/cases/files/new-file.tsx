import { randomUUID } from 'node:crypto'
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { orNotFound, requireCasework, uuidParam } from '../../../access/require.server.ts'
import { FILE_KINDS, LARGEST_FILE_WORDS } from '../../../domain/files/stored-file.ts'
import { CaseFormPage } from '../../../features/casework/file/case-form-page.tsx'
import { openCase } from '../../../features/casework/file/read-case.server.ts'
import { addFile, addFileInput } from '../../../features/evidence/add-file.server.ts'
import { AddFileForm } from '../../../features/evidence/add-file-form.tsx'
import { FILE_REFUSALS } from '../../../features/evidence/refusal-words.server.ts'
import { formAction } from '../../../forms/form-action.server.ts'
import { EMPTY_FORM } from '../../../forms/form-state.ts'
import { href } from '../../../href.ts'
import { documentTitle } from '../../../ui/layout/document-title.ts'

export const meta: MetaFunction = () => [{ title: documentTitle('Add a photo or file') }]

export async function loader(args: LoaderFunctionArgs) {
  const { actor, now } = await requireCasework(args)
  const page = await openCase({ actor, now }, uuidParam(args.params.caseId), async () => ({}))
  const kinds = Object.entries(FILE_KINDS).map(([value, { label }]) => ({ value, label }))
  return { ...orNotFound(page), idempotencyKey: randomUUID(), kinds, largest: LARGEST_FILE_WORDS }
}

export const action = formAction({
  who: requireCasework,
  params: ['caseId'],
  input: addFileInput,
  uploads: ['upload'],
  run: addFile,
  next: ({ caseId }) => href('/cases/:caseId/files', { caseId }, { done: 'added' }),
  refusals: FILE_REFUSALS,
})

export default function NewFile() {
  const { view, idempotencyKey, kinds, largest } = useLoaderData<typeof loader>()
  const form = useActionData<typeof action>()?.form ?? EMPTY_FORM
  return (
    <CaseFormPage caseId={view.caseId} reference={view.reference} title="Add a photo or file">
      <p className="govuk-body">
        Only your agency can open it. The portal removes the place and the camera from the copy you see. It keeps the
        file as it arrived.
      </p>
      <AddFileForm form={form} idempotencyKey={idempotencyKey} kinds={kinds} largest={largest} />
    </CaseFormPage>
  )
}
