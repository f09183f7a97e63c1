import { randomUUID } from 'node:crypto'
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { requireBusinessWith } from '../../access/require.server.ts'
import { readPartnershipSettings } from '../../features/partnership/read-partnership-settings.server.ts'
import { refusalWords } from '../../features/partnership/refusal-words.server.ts'
import { localStrandsFields, setLocalStrands } from '../../features/partnership/set-local-strands.server.ts'
import { StrandsForm } from '../../features/partnership/strands-form.tsx'
import { filledWith, withError } from '../../forms/form-state.ts'
import { readForm } from '../../forms/read-form.server.ts'
import { href } from '../../href.ts'
import { BackLink } from '../../ui/layout/back-link.tsx'
import { documentTitle } from '../../ui/layout/document-title.ts'
import { NotificationBanner } from '../../ui/layout/notification-banner.tsx'
import { PageTitle } from '../../ui/layout/page-title.tsx'

export const meta: MetaFunction = () => [{ title: documentTitle('Strands') }]

export async function loader(asked: LoaderFunctionArgs) {
  const { actor, now } = await requireBusinessWith(asked, 'setting', 'update')
  const { national, local } = await readPartnershipSettings({ actor, now })
  const done = new URL(asked.request.url).searchParams.has('done')
  return { national, local, done, idempotencyKey: randomUUID() }
}

export async function action(asked: ActionFunctionArgs) {
  const { actor, now } = await requireBusinessWith(asked, 'setting', 'update')
  const read = await readForm(asked.request, localStrandsFields)
  if (!read.ok) return data({ form: read.form }, { status: 422 })
  const saved = await setLocalStrands({ actor, now, key: read.key }, read.value)
  if (saved.ok) return redirect(href('/settings/strands', { done: 'saved' }), 303)
  const { status, field, message } = refusalWords(saved.refusal)
  return data({ form: withError(read.form, field, message) }, { status })
}

export default function Strands() {
  const { national, local, done, idempotencyKey } = useLoaderData<typeof loader>()
  const on = local.filter(({ offered }) => offered).map(({ strand }) => strand)
  const form = useActionData<typeof action>()?.form ?? filledWith({ on })
  return (
    <>
      {done ? <NotificationBanner heading="The local strands are saved. New reports offer them from now on." /> : null}
      <BackLink href={href('/settings')}>Settings</BackLink>
      <PageTitle>Strands</PageTitle>
      <StrandsForm form={form} idempotencyKey={idempotencyKey} national={national} local={local} />
    </>
  )
}
