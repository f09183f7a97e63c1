import { randomUUID } from 'node:crypto'
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { requireCasework, uuidParam } from '../../../access/require.server.ts'
import { decideOverride, decideOverrideInput } from '../../../features/consents/decide-override.server.ts'
import { OverridePage } from '../../../features/consents/override-page.tsx'
import { readOverride } from '../../../features/consents/read-overrides.server.ts'
import { CONSENT_REFUSALS } from '../../../features/consents/refusal-words.server.ts'
import { formAction } from '../../../forms/form-action.server.ts'
import { EMPTY_FORM } from '../../../forms/form-state.ts'
import { href } from '../../../href.ts'
import { documentTitle } from '../../../ui/layout/document-title.ts'
import { NotificationBanner } from '../../../ui/layout/notification-banner.tsx'
import { ownEntry } from '../../../ui/own-entry.ts'

export const meta: MetaFunction = () => [{ title: documentTitle('Sharing without consent') }]

export async function loader(args: LoaderFunctionArgs) {
  const { actor, now } = await requireCasework(args)
  const override = await readOverride({ actor, now }, uuidParam(args.params.overrideId))
  const done = new URL(args.request.url).searchParams.get('done')
  return { override, done, now, idempotencyKey: randomUUID() }
}

export const action = formAction({
  who: requireCasework,
  params: ['overrideId'],
  input: decideOverrideInput,
  run: decideOverride,
  next: ({ overrideId }, { decision }) => href('/overrides/:overrideId', { overrideId }, { done: decision }),
  refusals: CONSENT_REFUSALS,
})

const DONE: Readonly<Record<string, { heading: string; next: string }>> = {
  asked: {
    heading: 'Your request is waiting for a manager.',
    next: 'Nothing is shared until a manager, who must be someone else, authorises it.',
  },
  authorised: {
    heading: 'You have authorised it.',
    next: 'The person who requested it is notified, and can send one referral.',
  },
  refused: {
    heading: 'You have refused it.',
    next: 'The person who requested it is notified of the reason. Nothing is shared.',
  },
}

export default function OverrideRoute() {
  const { override, done, now, idempotencyKey } = useLoaderData<typeof loader>()
  const form = useActionData<typeof action>()?.form ?? EMPTY_FORM
  const said = ownEntry(DONE, done)
  return (
    <>
      {said ? (
        <NotificationBanner heading={said.heading}>
          <p className="govuk-body">{said.next}</p>
        </NotificationBanner>
      ) : null}
      {form.errors.length > 0 && !override.mayDecide ? (
        <NotificationBanner kind="news" heading={form.errors[0]?.message ?? ''} />
      ) : null}
      <OverridePage override={override} form={form} idempotencyKey={idempotencyKey} now={now} />
    </>
  )
}
