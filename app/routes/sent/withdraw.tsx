import { randomUUID } from 'node:crypto'
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { requireCasework, uuidParam } from '../../access/require.server.ts'
import { AGENCY_WITHDRAWAL_REASONS, CLIENT_WITHDRAWAL_REASONS } from '../../domain/referrals/referral-reason.ts'
import { SENDER_REFUSALS } from '../../features/referrals/refusal-words.server.ts'
import { MovePage, reasonChoices } from '../../features/referrals/sent/move-page.tsx'
import { readSentBrief } from '../../features/referrals/sent/read-sent-brief.server.ts'
import { withdrawReferral, withdrawReferralInput } from '../../features/referrals/sent/withdraw-referral.server.ts'
import { formAction } from '../../forms/form-action.server.ts'
import { EMPTY_FORM } from '../../forms/form-state.ts'
import { href } from '../../href.ts'
import { Radios } from '../../ui/fields/radios.tsx'
import { documentTitle } from '../../ui/layout/document-title.ts'

export const meta: MetaFunction = () => [{ title: documentTitle('Withdraw a referral') }]

export async function loader(args: LoaderFunctionArgs) {
  const { actor } = await requireCasework(args)
  return { sent: await readSentBrief({ actor }, uuidParam(args.params.referralId)), idempotencyKey: randomUUID() }
}

export const action = formAction({
  who: requireCasework,
  params: ['referralId'],
  input: withdrawReferralInput,
  run: withdrawReferral,
  next: ({ referralId }) => href('/sent/:referralId', { referralId }, { done: 'withdrawn' }),
  refusals: SENDER_REFUSALS,
})

export default function WithdrawReferral() {
  const { sent, idempotencyKey } = useLoaderData<typeof loader>()
  const form = useActionData<typeof action>()?.form ?? EMPTY_FORM
  return (
    <MovePage
      sent={sent}
      title="Withdraw this referral"
      consequence={`${sent.recipientName} is notified immediately and no longer sees what was shared. They keep their own notes. You cannot undo this: you would need a new referral.`}
      possible={sent.moves.includes('withdraw_for_client')}
      button="Withdraw this referral"
      warning
      form={form}
      idempotencyKey={idempotencyKey}
    >
      <Radios
        form={form}
        name="reason"
        label="Why? The other agency sees the reason"
        choices={reasonChoices(CLIENT_WITHDRAWAL_REASONS, AGENCY_WITHDRAWAL_REASONS)}
      />
    </MovePage>
  )
}
