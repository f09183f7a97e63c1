import { randomUUID } from 'node:crypto'
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { notFound, orNotFound, requireCasework, uuidParam } from '../../../access/require.server.ts'
import { FILE_ERROR_REASONS } from '../../../domain/files/stored-file.ts'
import { CaseFormPage } from '../../../features/casework/file/case-form-page.tsx'
import { openCase } from '../../../features/casework/file/read-case.server.ts'
import { ReasonForm } from '../../../features/casework/standards/reason-form.tsx'
import { fileErrorInput, markFileInError } from '../../../features/evidence/mark-file-in-error.server.ts'
import { readFiles } from '../../../features/evidence/read-files.server.ts'
import { FILE_REFUSALS } from '../../../features/evidence/refusal-words.server.ts'
import { formAction } from '../../../forms/form-action.server.ts'
import { EMPTY_FORM } from '../../../forms/form-state.ts'
import { href } from '../../../href.ts'
import { documentTitle } from '../../../ui/layout/document-title.ts'

export const meta: MetaFunction = () => [{ title: documentTitle('Mark a file as entered in error') }]

export async function loader(args: LoaderFunctionArgs) {
  const { actor, now } = await requireCasework(args)
  const fileId = uuidParam(args.params.fileId)
  const page = await openCase({ actor, now }, uuidParam(args.params.caseId), async (tx, { caseId }) => {
    const [file] = await readFiles(tx, actor, caseId, fileId)
    if (!file || file.errorAt) throw notFound()
    return { kind: file.kind, label: file.label }
  })
  return { ...orNotFound(page), idempotencyKey: randomUUID(), reasons: FILE_ERROR_REASONS }
}

export const action = formAction({
  who: requireCasework,
  params: ['caseId', 'fileId'],
  input: fileErrorInput,
  run: markFileInError,
  next: ({ caseId }) => href('/cases/:caseId/files', { caseId }, { done: 'in-error' }),
  refusals: FILE_REFUSALS,
})

export default function MarkFileInError() {
  const { view, part, idempotencyKey, reasons } = useLoaderData<typeof loader>()
  const form = useActionData<typeof action>()?.form ?? EMPTY_FORM
  return (
    <CaseFormPage caseId={view.caseId} reference={view.reference} title="Mark a file as entered in error">
      <p className="govuk-body">
        {part.kind}: {part.label}
      </p>
      <p className="govuk-body">
        It stays in the list, struck through, and no one can open it any more. This cannot be undone: add the right file
        afterwards.
      </p>
      <ReasonForm
        form={form}
        idempotencyKey={idempotencyKey}
        question="What is wrong with this file?"
        reasons={reasons}
        button="Mark as entered in error"
      />
    </CaseFormPage>
  )
}
