import { randomUUID } from 'node:crypto'
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { requireBusinessWith, whoMay } from '../../access/require.server.ts'
import { completeYear, completeYearInput } from '../../features/partnership/complete-year.server.ts'
import { CompleteYearForm } from '../../features/partnership/holiday-list.tsx'
import { readPartnershipSettings } from '../../features/partnership/read-partnership-settings.server.ts'
import { SETTING_REFUSALS } from '../../features/partnership/refusal-words.server.ts'
import { formAction } from '../../forms/form-action.server.ts'
import { EMPTY_FORM } from '../../forms/form-state.ts'
import { href } from '../../href.ts'
import { BackLink } from '../../ui/layout/back-link.tsx'
import { documentTitle } from '../../ui/layout/document-title.ts'
import { PageTitle } from '../../ui/layout/page-title.tsx'

export const meta: MetaFunction = () => [{ title: documentTitle('Complete a list of bank holidays') }]

export async function loader(args: LoaderFunctionArgs) {
  const { actor, now } = await requireBusinessWith(args, 'setting', 'update')
  const { nextYear } = await readPartnershipSettings({ actor, now })
  return { nextYear, idempotencyKey: randomUUID() }
}

export const action = formAction({
  who: whoMay('update', 'setting'),
  input: completeYearInput,
  run: completeYear,
  next: () => href('/settings/holidays', { done: 'complete' }),
  refusals: SETTING_REFUSALS,
})

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
