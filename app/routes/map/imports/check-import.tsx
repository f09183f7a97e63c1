import { randomUUID } from 'node:crypto'
import { type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { requireBusinessWith, whoMay } from '../../../access/require.server.ts'
import {
  confirmImport,
  confirmImportInput,
  findCheckedImport,
} from '../../../features/hotspots/imports/check-import.server.ts'
import { ConfirmImportForm } from '../../../features/hotspots/imports/import-form.tsx'
import { IMPORT_REFUSALS } from '../../../features/hotspots/imports/refusal-words.server.ts'
import { formAction } from '../../../forms/form-action.server.ts'
import { EMPTY_FORM } from '../../../forms/form-state.ts'
import { href } from '../../../href.ts'
import { BackLink } from '../../../ui/layout/back-link.tsx'
import { documentTitle } from '../../../ui/layout/document-title.ts'
import { PageTitle } from '../../../ui/layout/page-title.tsx'

export const meta: MetaFunction = () => [{ title: documentTitle('The file has no errors') }]

export async function loader(args: LoaderFunctionArgs) {
  const { actor, now } = await requireBusinessWith(args, 'incidentImport', 'insert')
  const checked = await findCheckedImport({ actor, now })
  if (!checked) throw redirect(href('/map/imports/new'))
  return { checked, idempotencyKey: randomUUID() }
}

export const action = formAction({
  who: whoMay('insert', 'incidentImport'),
  input: confirmImportInput,
  run: confirmImport,
  next: (_, imported) => href('/map/imports', { done: imported && 'imported' }),
  refusals: IMPORT_REFUSALS,
})

export default function CheckedImport() {
  const { checked, idempotencyKey } = useLoaderData<typeof loader>()
  const form = useActionData<typeof action>()?.form ?? EMPTY_FORM
  return (
    <>
      <BackLink href={href('/map/imports/new')}>Import incidents</BackLink>
      <PageTitle>The file has no errors</PageTitle>
      <ConfirmImportForm idempotencyKey={idempotencyKey} checked={checked} form={form} />
    </>
  )
}
