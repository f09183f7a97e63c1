import { randomUUID } from 'node:crypto'
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { requireBusinessWith, uuidParam, whoMay } from '../../access/require.server.ts'
import { confirmStopped, confirmStoppedInput } from '../../features/referrals/inbox/confirm-stopped.server.ts'
import { readAnswerPage } from '../../features/referrals/inbox/read-answer-page.server.ts'
import { StopContact } from '../../features/referrals/inbox/stop-contact.tsx'
import { RECIPIENT_REFUSALS } from '../../features/referrals/steps/refusal-words.server.ts'
import { formAction } from '../../forms/form-action.server.ts'
import { EMPTY_FORM } from '../../forms/form-state.ts'
import { href } from '../../href.ts'
import { BackLink } from '../../ui/layout/back-link.tsx'
import { documentTitle } from '../../ui/layout/document-title.ts'
import { PageTitle } from '../../ui/layout/page-title.tsx'

export const meta: MetaFunction<typeof loader> = () => [{ title: documentTitle('Confirm that contact has stopped') }]

export async function loader(args: LoaderFunctionArgs) {
  const { actor, now } = await requireBusinessWith(args, 'referral')
  const { referralId, reference, fromName, stopContact } = await readAnswerPage(
    { actor, now },
    uuidParam(args.params.referralId),
  )
  return { page: { referralId, reference, fromName, stopContact }, idempotencyKey: randomUUID() }
}

export const action = formAction({
  who: whoMay('update', 'referral'),
  params: ['referralId'],
  input: confirmStoppedInput,
  run: confirmStopped,
  next: ({ referralId }, { isFirst }) =>
    href('/inbox/:referralId', { referralId }, { done: isFirst ? 'stopped' : null }),
  refusals: RECIPIENT_REFUSALS,
})

export default function ConfirmStoppedPage() {
  const { page, idempotencyKey } = useLoaderData<typeof loader>()
  const form = useActionData<typeof action>()?.form ?? EMPTY_FORM
  return (
    <>
      <BackLink href={href('/inbox/:referralId', { referralId: page.referralId })}>Back to the referral</BackLink>
      <PageTitle caption={`Referral from ${page.fromName}`} reference={page.reference}>
        Confirm that contact has stopped
      </PageTitle>
      <StopContact page={page} idempotencyKey={idempotencyKey} form={form} />
    </>
  )
}
