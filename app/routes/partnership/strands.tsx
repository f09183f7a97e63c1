import { randomUUID } from 'node:crypto'
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { requireBusinessWith, whoMay } from '../../access/require.server.ts'
import { readPartnershipSettings } from '../../features/partnership/read-partnership-settings.server.ts'
import { SETTING_REFUSALS } from '../../features/partnership/refusal-words.server.ts'
import { localStrandsInput, setLocalStrands } from '../../features/partnership/set-local-strands.server.ts'
import { StrandsForm } from '../../features/partnership/strands-form.tsx'
import { formAction } from '../../forms/form-action.server.ts'
import { filledWith } from '../../forms/form-state.ts'
import { href } from '../../href.ts'
import { BackLink } from '../../ui/layout/back-link.tsx'
import { documentTitle } from '../../ui/layout/document-title.ts'
import { NotificationBanner } from '../../ui/layout/notification-banner.tsx'
import { PageTitle } from '../../ui/layout/page-title.tsx'

export const meta: MetaFunction = () => [{ title: documentTitle('Strands') }]

export async function loader(args: LoaderFunctionArgs) {
  const { actor, now } = await requireBusinessWith(args, 'setting', 'update')
  const { national, local } = await readPartnershipSettings({ actor, now })
  const done = new URL(args.request.url).searchParams.has('done')
  return { national, local, done, idempotencyKey: randomUUID() }
}

export const action = formAction({
  who: whoMay('update', 'setting'),
  input: localStrandsInput,
  run: setLocalStrands,
  next: () => href('/settings/strands', { done: 'saved' }),
  refusals: SETTING_REFUSALS,
})

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
