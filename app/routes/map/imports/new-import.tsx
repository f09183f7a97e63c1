import { randomUUID } from 'node:crypto'
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { requireBusinessWith, whoMay } from '../../../access/require.server.ts'
import { checkImport, checkImportInput } from '../../../features/hotspots/imports/check-import.server.ts'
import { ImportForm } from '../../../features/hotspots/imports/import-form.tsx'
import { ImportGuide, ImportIntroduction } from '../../../features/hotspots/imports/import-guide.tsx'
import { listAgencyNames, readImportGuide } from '../../../features/hotspots/imports/list-imports.server.ts'
import { IMPORT_REFUSALS } from '../../../features/hotspots/imports/refusal-words.server.ts'
import { formAction } from '../../../forms/form-action.server.ts'
import { EMPTY_FORM } from '../../../forms/form-state.ts'
import { href } from '../../../href.ts'
import { BackLink } from '../../../ui/layout/back-link.tsx'
import { documentTitle } from '../../../ui/layout/document-title.ts'
import { PageTitle } from '../../../ui/layout/page-title.tsx'

export const meta: MetaFunction = () => [{ title: documentTitle('Import incidents') }]

export async function loader(args: LoaderFunctionArgs) {
  const { actor } = await requireBusinessWith(args, 'incidentImport', 'insert')
  const [agencies, guide] = await Promise.all([listAgencyNames({ actor }), readImportGuide({ actor })])
  return { agencies, guide, idempotencyKey: randomUUID() }
}

export const action = formAction({
  who: whoMay('insert', 'incidentImport'),
  input: checkImportInput,
  files: ['csv'],
  run: checkImport,
  next: () => href('/map/imports/check'),
  refusals: IMPORT_REFUSALS,
})

export default function NewImport() {
  const { agencies, guide, idempotencyKey } = useLoaderData<typeof loader>()
  const form = useActionData<typeof action>()?.form ?? EMPTY_FORM
  return (
    <>
      <BackLink href={href('/map/imports')}>Imported incidents</BackLink>
      <PageTitle>Import incidents</PageTitle>
      <ImportIntroduction />
      <ImportForm form={form} idempotencyKey={idempotencyKey} agencies={agencies} />
      <ImportGuide {...guide} />
    </>
  )
}
