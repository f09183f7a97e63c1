import { randomUUID } from 'node:crypto'
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { requireBusinessWith } from '../../../access/require.server.ts'
import { checkImport, checkImportFields } from '../../../features/hotspots/imports/check-import.server.ts'
import { ImportForm } from '../../../features/hotspots/imports/import-form.tsx'
import { ImportGuide, ImportIntroduction } from '../../../features/hotspots/imports/import-guide.tsx'
import { withImportRefusal } from '../../../features/hotspots/imports/import-refusal.server.ts'
import { listAgencyNames, readImportGuide } from '../../../features/hotspots/imports/list-imports.server.ts'
import { EMPTY_FORM } from '../../../forms/form-state.ts'
import { readForm } from '../../../forms/read-form.server.ts'
import { href } from '../../../href.ts'
import { BackLink } from '../../../ui/layout/back-link.tsx'
import { documentTitle } from '../../../ui/layout/document-title.ts'
import { PageTitle } from '../../../ui/layout/page-title.tsx'

export const meta: MetaFunction = () => [{ title: documentTitle('Import incidents') }]

export async function loader(asked: LoaderFunctionArgs) {
  const { actor } = await requireBusinessWith(asked, 'incidentImport', 'insert')
  const [agencies, guide] = await Promise.all([listAgencyNames({ actor }), readImportGuide({ actor })])
  return { agencies, guide, idempotencyKey: randomUUID() }
}

export async function action(asked: ActionFunctionArgs) {
  const { actor, now } = await requireBusinessWith(asked, 'incidentImport', 'insert')
  const read = await readForm(asked.request, checkImportFields, { files: ['csv'] })
  if (!read.ok) return data({ form: read.form }, 422)
  const checked = await checkImport({ actor, now, key: read.key }, read.value)
  if (!checked.ok) return data({ form: withImportRefusal(read.form, checked.refusal) }, 422)
  throw redirect(href('/map/imports/check'), 303)
}

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
