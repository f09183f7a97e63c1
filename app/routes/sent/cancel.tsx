import { randomUUID } from 'node:crypto'
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { requireCasework, uuidParam } from '../../access/require.server.ts'
import { AGENCY_CANCELLATION_REASONS, CLIENT_WITHDRAWAL_REASONS } from '../../domain/referrals/referral-reason.ts'
import { cancelReferral, cancelReferralInput } from '../../features/referrals/decide/cancel-referral.server.ts'
import { SENDER_REFUSALS } from '../../features/referrals/refusal-words.server.ts'
import { MovePage, reasonChoices } from '../../features/referrals/sent/move-page.tsx'
import { readSentBrief } from '../../features/referrals/sent/read-sent-brief.server.ts'
import { formAction } from '../../forms/form-action.server.ts'
import { EMPTY_FORM } from '../../forms/form-state.ts'
import { href } from '../../href.ts'
import { Radios } from '../../ui/fields/radios.tsx'
import { documentTitle } from '../../ui/layout/document-title.ts'

export const meta: MetaFunction = () => [{ title: documentTitle('Cancel a referral') }]

export async function loader(args: LoaderFunctionArgs) {
  const { actor } = await requireCasework(args)
  return { sent: await readSentBrief({ actor }, uuidParam(args.params.referralId)), idempotencyKey: randomUUID() }
}

export const action = formAction({
  who: requireCasework,
  params: ['referralId'],
  input: cancelReferralInput,
  run: cancelReferral,
  next: ({ referralId }) => href('/sent/:referralId', { referralId }, { done: 'cancelled' }),
  refusals: SENDER_REFUSALS,
})

export default function CancelReferral() {
  const { sent, idempotencyKey } = useLoaderData<typeof loader>()
  const form = useActionData<typeof action>()?.form ?? EMPTY_FORM
  return (
    <MovePage
      sent={sent}
      title="Cancel before it is sent"
      consequence={`${sent.recipientName} will not see it. The decision stays in your records, and its deadline stops.`}
      possible={sent.moves.includes('cancel')}
      button="Do not send this referral"
      warning
      form={form}
      idempotencyKey={idempotencyKey}
    >
      <Radios
        form={form}
        name="reason"
        label="Why?"
        choices={reasonChoices(CLIENT_WITHDRAWAL_REASONS, AGENCY_CANCELLATION_REASONS)}
      />
    </MovePage>
  )
}
