import { randomUUID } from 'node:crypto'
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { requireBusinessWith } from '../../access/require.server.ts'
import { completeYear, completeYearFields } from '../../features/partnership/complete-year.server.ts'
import { CompleteYearForm } from '../../features/partnership/holiday-list.tsx'
import { readPartnershipSettings } from '../../features/partnership/read-partnership-settings.server.ts'
import { refusalWords } from '../../features/partnership/refusal-words.server.ts'
import { EMPTY_FORM, withError } from '../../forms/form-state.ts'
import { readForm } from '../../forms/read-form.server.ts'
import { href } from '../../href.ts'
import { BackLink } from '../../ui/layout/back-link.tsx'
import { documentTitle } from '../../ui/layout/document-title.ts'
import { PageTitle } from '../../ui/layout/page-title.tsx'

export const meta: MetaFunction = () => [{ title: documentTitle('Complete a list of bank holidays') }]

export async function loader(asked: LoaderFunctionArgs) {
  const { actor, now } = await requireBusinessWith(asked, 'setting', 'update')
  const { nextYear } = await readPartnershipSettings({ actor, now })
  return { nextYear, idempotencyKey: randomUUID() }
}

export async function action(asked: ActionFunctionArgs) {
  const { actor, now } = await requireBusinessWith(asked, 'setting', 'update')
  const read = await readForm(asked.request, completeYearFields)
  if (!read.ok) return data({ form: read.form }, { status: 422 })
  const completed = await completeYear({ actor, now, key: read.key }, read.value)
  if (completed.ok) return redirect(href('/settings/holidays', { done: 'complete' }), 303)
  const { status, field, message } = refusalWords(completed.refusal)
  return data({ form: withError(read.form, field, message) }, { status })
}

export default function CompleteYear() {
  const { nextYear, idempotencyKey } = useLoaderData<typeof loader>()
  const form = useActionData<typeof action>()?.form ?? EMPTY_FORM
  return (
    <>
      <BackLink href={href('/settings/holidays')}>Bank holidays</BackLink>
      <PageTitle>Complete a list of bank holidays</PageTitle>
      <CompleteYearForm form={form} idempotencyKey={idempotencyKey} year={nextYear} />
    </>
  )
}
