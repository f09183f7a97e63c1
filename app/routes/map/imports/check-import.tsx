import { randomUUID } from 'node:crypto'
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { requireBusinessWith } from '../../../access/require.server.ts'
import {
  confirmImport,
  confirmImportFields,
  findCheckedImport,
} from '../../../features/hotspots/imports/check-import.server.ts'
import { ConfirmImportForm } from '../../../features/hotspots/imports/import-form.tsx'
import { withImportRefusal } from '../../../features/hotspots/imports/import-refusal.server.ts'
import { EMPTY_FORM } from '../../../forms/form-state.ts'
import { readForm } from '../../../forms/read-form.server.ts'
import { href } from '../../../href.ts'
import { BackLink } from '../../../ui/layout/back-link.tsx'
import { documentTitle } from '../../../ui/layout/document-title.ts'
import { PageTitle } from '../../../ui/layout/page-title.tsx'

export const meta: MetaFunction = () => [{ title: documentTitle('The file has no errors') }]

export async function loader(asked: LoaderFunctionArgs) {
  const { actor, now } = await requireBusinessWith(asked, 'incidentImport', 'insert')
  const checked = await findCheckedImport({ actor, now })
  if (!checked) throw redirect(href('/map/imports/new'))
  return { checked, idempotencyKey: randomUUID() }
}

export async function action(asked: ActionFunctionArgs) {
  const { actor, now } = await requireBusinessWith(asked, 'incidentImport', 'insert')
  const read = await readForm(asked.request, confirmImportFields)
  if (!read.ok) return data({ form: read.form }, 422)
  const taken = await confirmImport({ actor, now, key: read.key }, read.value)
  // Sent a second time: the first has taken the file in and let go of it.
  if (!taken) throw redirect(href('/map/imports'), 303)
  if (!taken.ok) return data({ form: withImportRefusal(read.form, taken.refusal) }, 409)
  throw redirect(href('/map/imports', { done: 'imported' }), 303)
}

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
